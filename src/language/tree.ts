// The best tree over arc scores with exactly one root (Chu-Liu/Edmonds): heads picked word by word may form circles or two roots.

/**
 * The head of each word, -1 for the one root. `scores` has a row of `width` for each of `count` words:
 * column 0 is the score of being the root, column h of hanging on word h - 1; the word's own column is ignored.
 */
export function bestTree(scores: ArrayLike<number>, count: number, width: number): number[] {
  const greedy = Array.from({ length: count }, (_, dep) => highest(scores, dep, count, width));
  if (isTree(greedy)) return greedy;
  const size = count + 1;
  const arcs = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let dep = 0; dep < count; dep++) {
    for (let head = 0; head < size; head++) {
      if (head === dep + 1) continue;
      // A root arc costs more than any tree can gain, so that the best tree has as few of them as there can be: one.
      arcs[(dep + 1) * size + head] = finite(scores[dep * width + head]) - (head === 0 ? ROOT_COST : 0);
    }
  }
  return arborescence(arcs, size)
    .slice(1)
    .map((head) => head - 1);
}

const ROOT_COST = 1e8;
const FLOOR = -1e5;

function finite(score: number | undefined): number {
  return score === undefined || Number.isNaN(score) ? FLOOR : Math.min(-FLOOR, Math.max(FLOOR, score));
}

function highest(scores: ArrayLike<number>, dep: number, count: number, width: number): number {
  let best = dep === 0 ? (count > 1 ? 2 : 0) : 0;
  for (let head = 0; head <= count; head++) {
    if (head !== dep + 1 && finite(scores[dep * width + head]) > finite(scores[dep * width + best])) best = head;
  }
  return best - 1;
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1) return false;
  const settled = new Uint8Array(heads.length);
  for (let word = 0; word < heads.length; word++) {
    const path: number[] = [];
    for (let at = word; at >= 0 && settled[at] !== 1; at = heads[at] ?? -1) {
      if (path.length > heads.length) return false;
      path.push(at);
    }
    for (const at of path) settled[at] = 1;
  }
  return true;
}

/** Heads of nodes 1.. (node 0 is the root; entry 0 means nothing) of the heaviest arborescence; `arcs[dep * size + head]`. */
function arborescence(arcs: Float64Array, size: number): number[] {
  const heads = Array.from({ length: size }, (_, dep) => (dep === 0 ? -1 : heaviestHead(arcs, size, dep)));
  const circle = circleIn(heads);
  if (circle === undefined) return heads;
  const inside = new Set(circle);
  const outside = Array.from({ length: size }, (_, node) => node).filter((node) => !inside.has(node));
  const merged = contract(arcs, size, heads, circle, outside);
  const inner = arborescence(merged.arcs, merged.size);
  return expand(inner, heads, circle, outside, merged);
}

function heaviestHead(arcs: Float64Array, size: number, dep: number): number {
  let best = 0;
  for (let head = 1; head < size; head++) {
    if ((arcs[dep * size + head] ?? 0) > (arcs[dep * size + best] ?? 0)) best = head;
  }
  return best;
}

function circleIn(heads: readonly number[]): number[] | undefined {
  const state = new Uint8Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at > 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? 0;
    }
    if (at > 0 && state[at] === 1) return path.slice(path.indexOf(at));
    for (const node of path) state[node] = 2;
  }
  return undefined;
}

interface Contracted {
  readonly arcs: Float64Array;
  readonly size: number;
  /** For each outside node as head: the node of the circle that its arc enters. */
  readonly entered: readonly number[];
  /** For each outside node as dependent: the node of the circle that its arc leaves. */
  readonly left: readonly number[];
}

/** One node, the last, stands for the circle; an arc into it is worth what it gains over the circle's own arc. */
function contract(arcs: Float64Array, size: number, heads: readonly number[], circle: readonly number[], outside: readonly number[]): Contracted {
  const small = outside.length + 1;
  const merged = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const at = (dep: number, head: number): number => arcs[dep * size + head] ?? Number.NEGATIVE_INFINITY;
  const pick = (weight: (node: number) => number): number => circle.reduce((best, node) => (weight(node) > weight(best) ? node : best));
  const gain = (node: number, head: number): number => at(node, head) - at(node, heads[node] ?? 0);
  const entered = outside.map((head) => pick((node) => gain(node, head)));
  const left = outside.map((dep) => pick((node) => at(dep, node)));
  outside.forEach((a, i) => {
    outside.forEach((b, j) => (merged[i * small + j] = i === j ? Number.NEGATIVE_INFINITY : at(a, b)));
    merged[i * small + small - 1] = at(a, left[i] ?? 0);
    merged[(small - 1) * small + i] = gain(entered[i] ?? 0, a);
  });
  return { arcs: merged, size: small, entered, left };
}

function expand(
  inner: readonly number[],
  heads: readonly number[],
  circle: readonly number[],
  outside: readonly number[],
  merged: Contracted,
): number[] {
  const out = [...heads];
  const last = outside.length;
  outside.forEach((node, i) => {
    const head = inner[i] ?? 0;
    if (i > 0) out[node] = head === last ? (merged.left[i] ?? 0) : (outside[head] ?? 0);
  });
  for (const node of circle) out[node] = heads[node] ?? 0;
  const entry = inner[last] ?? 0;
  out[merged.entered[entry] ?? 0] = outside[entry] ?? 0;
  return out;
}
