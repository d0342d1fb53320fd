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

function bestLabels(scores: ArrayLike<number>, count: number, labels: readonly string[]): string[] {
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
