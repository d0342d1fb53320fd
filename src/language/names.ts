// Names from the network's BIO scores: the best sequence in which no name continues that has not begun, and whole
// where a hyphen parts it, since words are split at hyphens.
import type { Word } from "./sentence.ts";

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

const HYPHEN = /^[-‐‑]$/;

/** Particles that stand before a hyphen in Arabic names. */
const PARTICLE = /^(?:al|el|ul|ad|ar|as|at|az|an|bin|ibn|abu)$/i;

/**
 * Names that end or begin at a hyphen within a written word go on to its other side where a proper noun stands there
 * ("Ban Ki" of "Ban Ki-moon", "Bashir" of "al-Bashir"), and two names of persons become one. "Israel-Lebanon" stays two.
 */
export function wholeNames(runs: readonly NameRun[], words: readonly Word[]): NameRun[] {
  const wide = runs.map((run, i) => {
    const [before, after] = [runs[i - 1]?.last ?? -1, runs[i + 1]?.first ?? words.length];
    const first = run.first - 2 > before && goesOnBefore(words, run) ? run.first - 2 : run.first;
    const last = run.last + 2 < after && goesOnBehind(words, run.last) ? run.last + 2 : run.last;
    return { ...run, first, last };
  });
  const whole: NameRun[] = [];
  for (const [i, run] of wide.entries()) {
    const open = whole.at(-1);
    const bothPersons = open?.label === "PER" && run.label === "PER";
    const behindParticle = run.first < (runs[i]?.first ?? 0) && PARTICLE.test(words[run.first]?.form ?? "");
    const joined =
      open && bothPersons && (behindParticle ? run.first === open.last + 1 : run.first === open.last + 2 && isHyphen(words, open.last + 1));
    if (joined) whole[whole.length - 1] = { ...open, last: run.last };
    else whole.push(run);
  }
  return whole;
}

function goesOnBehind(words: readonly Word[], last: number): boolean {
  return isHyphen(words, last + 1) && words[last + 2]?.upos === "PROPN";
}

function goesOnBefore(words: readonly Word[], { first, label }: NameRun): boolean {
  const part = words[first - 2];
  if (part === undefined || !isHyphen(words, first - 1)) return false;
  return PARTICLE.test(part.form) || (label === "PER" && part.upos === "PROPN");
}

/** True for a hyphen with no blank on either side. */
function isHyphen(words: readonly Word[], index: number): boolean {
  const [before, hyphen, after] = [words[index - 1], words[index], words[index + 1]];
  return hyphen !== undefined && HYPHEN.test(hyphen.form) && before?.end === hyphen.start && after?.start === hyphen.end;
}
