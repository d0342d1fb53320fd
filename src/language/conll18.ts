// The CoNLL 2018 shared task's measures: system words are aligned to gold words by their spans in the text without blanks.
// Needed because the trees of two different splits of one text can only be compared over the words that both have.
import type { Row } from "./conllu.ts";

/** Precision, recall and F1 with their counts. */
export interface Score {
  readonly gold: number;
  readonly system: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What is scored; `tokens` are written words, `words` syntactic ones, and `clas` is `las` over the words with a content relation. */
export const MEASURES = ["tokens", "sentences", "words", "upos", "xpos", "lemmas", "uas", "las", "clas"] as const;
export type Measure = (typeof MEASURES)[number];
/** One score for each measure. */
export type Conll18 = Readonly<Record<Measure, Score>>;

/** The relations that tie content words; the task leaves function words and punctuation out of CLAS. */
const CONTENT: ReadonlySet<string> = new Set(
  (
    "nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod conj " +
    "fixed flat compound list parataxis orphan goeswith reparandum root dep"
  ).split(" "),
);

interface Unit extends Row {
  readonly start: number;
  readonly end: number;
  /** The head's span, or "root". */
  readonly parent: string;
}

interface Split {
  readonly characters: string;
  readonly tokens: ReadonlySet<string>;
  readonly sentences: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, Unit>;
  readonly count: number;
}

/**
 * Scores a system's sentences against gold over the same text. Relations are compared without their subtype, as the task does.
 * Words of one written word are placed by their forms, which UD English lets concatenate to the written word.
 * Throws a RangeError where the two do not cover the same characters.
 */
export function conll18(gold: readonly (readonly Row[])[], system: readonly (readonly Row[])[]): Conll18 {
  const [g, s] = [splitOf(gold), splitOf(system)];
  if (g.characters !== s.characters) throw new RangeError(`the texts differ from character ${firstDifference(g.characters, s.characters)}`);
  const aligned = [...g.words].flatMap(([key, unit]) => {
    const other = s.words.get(key);
    return other === undefined ? [] : [{ gold: unit, system: other }];
  });
  const agreeing = (same: (a: Unit, b: Unit) => boolean): Score =>
    scoreOf(g.count, s.count, aligned.filter((pair) => same(pair.gold, pair.system)).length);
  return {
    tokens: scoreOf(g.tokens.size, s.tokens.size, shared(g.tokens, s.tokens)),
    sentences: scoreOf(g.sentences.size, s.sentences.size, shared(g.sentences, s.sentences)),
    words: scoreOf(g.count, s.count, aligned.length),
    upos: agreeing((a, b) => a.upos === b.upos),
    xpos: agreeing((a, b) => a.xpos === b.xpos),
    lemmas: agreeing((a, b) => a.lemma === undefined || a.lemma === "_" || a.lemma === b.lemma),
    uas: agreeing(sameHead),
    las: agreeing(sameArc),
    clas: scoreOf(contentOf(g), contentOf(s), aligned.filter((pair) => isContent(pair.gold) && sameArc(pair.gold, pair.system)).length),
  };
}

/** The scores of several texts as of one. */
export function sumConll18(parts: readonly Conll18[]): Conll18 {
  const total = (measure: Measure, of: "gold" | "system" | "correct"): number => parts.reduce((sum, part) => sum + part[measure][of], 0);
  const sum = (measure: Measure): Score => scoreOf(total(measure, "gold"), total(measure, "system"), total(measure, "correct"));
  return Object.fromEntries(MEASURES.map((measure) => [measure, sum(measure)])) as Record<Measure, Score>;
}

function sameHead(a: Unit, b: Unit): boolean {
  return a.parent === b.parent;
}

function sameArc(a: Unit, b: Unit): boolean {
  return sameHead(a, b) && universal(a.relation) === universal(b.relation);
}

function isContent(unit: Unit): boolean {
  return CONTENT.has(universal(unit.relation) ?? "");
}

function contentOf(split: Split): number {
  return [...split.words.values()].filter(isContent).length;
}

function universal(relation: string | undefined): string | undefined {
  return relation?.split(":")[0];
}

function splitOf(sentences: readonly (readonly Row[])[]): Split {
  const [tokens, spans, words] = [new Set<string>(), new Set<string>(), new Map<string, Unit>()];
  const characters: string[] = [];
  let [at, count] = [0, 0];
  for (const rows of sentences) {
    const places = rows.map((row) => {
      const form = row.form.replace(/\s/g, "");
      characters.push(form);
      return { start: at, end: (at += form.length) };
    });
    const key = (i: number): string => `${places[i]?.start}-${places[i]?.end}`;
    rows.forEach((row, i) => {
      const parent = row.head === undefined || row.head < 0 ? "root" : key(row.head);
      words.set(key(i), { ...row, start: places[i]?.start ?? 0, end: places[i]?.end ?? 0, parent });
      if (row.fused !== true) tokens.add(`${places[i]?.start}-${places[lastFused(rows, i)]?.end}`);
    });
    count += rows.length;
    spans.add(`${places[0]?.start}-${at}`);
  }
  return { characters: characters.join(""), tokens, sentences: spans, words, count };
}

function lastFused(rows: readonly Row[], i: number): number {
  let last = i;
  while (rows[last + 1]?.fused === true) last += 1;
  return last;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size;
}

function scoreOf(gold: number, system: number, correct: number): Score {
  const ratio = (of: number): number => (of === 0 ? 0 : correct / of);
  const f1 = gold + system === 0 ? 0 : (2 * correct) / (gold + system);
  return { gold, system, correct, precision: ratio(system), recall: ratio(gold), f1 };
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}
