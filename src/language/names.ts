// Names from the network's BIO scores: the best sequence in which no name continues that has not begun.

/** A name over words `first` to `last`, both within, of a label such as "PER". */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/** Decodes log-probabilities with a row of `labels.length` for each of `count` words. */
export function bestNames(scores: ArrayLike<number>, count: number, labels: readonly string[]): NameRun[] {
  return runsOf(bestLabels(scores, count, labels));
}

/** Nearly always the likeliest label of each word makes well-formed names, and is then the best sequence as well. */
function bestLabels(scores: ArrayLike<number>, count: number, labels: readonly string[]): string[] {
  const likeliest = Array.from({ length: count }, (_, word) => labels[highest(scores, word * labels.length, labels.length)] ?? "O");
  return isWellFormed(likeliest) ? likeliest : bestSequence(scores, count, labels);
}

/** The first of the highest scores from `from` on, as its distance from there. */
function highest(scores: ArrayLike<number>, from: number, size: number): number {
  let best = 0;
  let most = scores[from] ?? 0;
  for (let k = 1; k < size; k++) {
    const score = scores[from + k] ?? 0;
    if (score > most) [best, most] = [k, score];
  }
  return best;
}

function isWellFormed(tags: readonly string[]): boolean {
  return tags.every((tag, word) => !tag.startsWith("I-") || tags[word - 1]?.slice(1) === tag.slice(1));
}

function bestSequence(scores: ArrayLike<number>, count: number, labels: readonly string[]): string[] {
  const size = labels.length;
  const before = labels.map((label) => predecessors(label, labels));
  let totals = labels.map((label, k) => (label.startsWith("I-") ? Number.NEGATIVE_INFINITY : (scores[k] ?? 0)));
  const back: number[][] = [];
  for (let word = 1; word < count; word++) {
    const from = before.map((allowed) => allowed.reduce((best, k) => ((totals[k] ?? 0) > (totals[best] ?? 0) ? k : best)));
    totals = from.map((k, label) => (totals[k] ?? 0) + (scores[word * size + label] ?? 0));
    back.push(from);
  }
  let at = totals.reduce((best, total, k) => (total > (totals[best] ?? 0) ? k : best), 0);
  const path = [at];
  for (const from of back.reverse()) path.push((at = from[at] ?? 0));
  return count === 0 ? [] : path.reverse().map((k) => labels[k] ?? "O");
}

function predecessors(label: string, labels: readonly string[]): number[] {
  const all = labels.map((_, k) => k);
  return label.startsWith("I-") ? all.filter((k) => labels[k]?.slice(1) === label.slice(1)) : all;
}

function runsOf(tags: readonly string[]): NameRun[] {
  const runs: NameRun[] = [];
  tags.forEach((tag, word) => {
    const open = runs.at(-1);
    if (tag.startsWith("B-")) runs.push({ first: word, last: word, label: tag.slice(2) });
    else if (tag.startsWith("I-") && open !== undefined) runs[runs.length - 1] = { ...open, last: word };
  });
  return runs;
}
