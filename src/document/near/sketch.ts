// Bottom-k MinHash: of the hashes of all runs of words the k smallest. Two texts keep the same runs of what they share, so
// that the sketches alone tell how much that is, also where one text is a small part of the other.

/** Words in a run. Fewer meet by chance, more break at every change of a word. */
export const SHINGLE = 5;

/** The hash of each run of words, in text order; a text of fewer words is one run. */
export function shingleHashes(words: readonly string[]): Uint32Array {
  const single = new Uint32Array(words.length);
  for (let at = 0; at < words.length; at += 1) single[at] = wordHash(words[at] ?? "");
  const runs = new Uint32Array(words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE + 1));
  for (let at = 0; at < runs.length; at += 1) runs[at] = runHash(single, at);
  return runs;
}

/** The hashes, each once, from the smallest up: the first k of them are the sketch. */
export function distinct(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.toSorted();
  let count = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const hash = sorted[at] ?? 0;
    if (count === 0 || sorted[count - 1] !== hash) sorted[count++] = hash;
  }
  return sorted.slice(0, count);
}

/** What two sketches say of the sets behind them. */
export interface Overlap {
  /** Hashes of either set, and of both, that the sketches can tell of. */
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/** Compares sketches as far as both reach: a full sketch says nothing of hashes beyond its largest. */
export function overlap(a: Uint32Array, b: Uint32Array, k: number): Overlap {
  const reach = Math.min(reachOf(a, k), reachOf(b, k));
  let [i, j, both] = [0, 0, 0];
  for (;;) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (Math.min(x, y) > reach) return { a: i, b: j, both };
    both += x === y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
}

/** The largest hash that a sketch can tell of. */
function reachOf(sketch: Uint32Array, k: number): number {
  return sketch.length < k ? 2 ** 32 : (sketch[k - 1] ?? 0);
}

function runHash(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let next = at; next < Math.min(words.length, at + SHINGLE); next += 1) {
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[next] ?? 0), 0x9e3779b1);
  }
  return mixed(hash);
}

/** FNV-1a over UTF-16 code units: the same on every machine. */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads a hash evenly, as MurmurHash3 ends. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
