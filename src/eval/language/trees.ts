// Splitting, tags, lemmas and trees by the CoNLL 2018 definitions, from raw text and from gold words, on text of the kind
// that training saw, on documents that it did not, and by genre.
import { evaluateLanguage, MEASURES, readConllu, sumConll18 } from "../../language/index.ts";
import type { Conll18, ConlluSentence, Language, Measure } from "../../language/index.ts";
import { share, table } from "../table.ts";
import { corpusNames, readCorpus } from "./corpus.ts";
import type { Look } from "./look.ts";

interface TreeSet {
  readonly name: string;
  readonly gold: readonly ConlluSentence[];
}

interface Scored {
  readonly genre: string;
  readonly sentences: number;
  readonly raw: Conll18;
  readonly goldWords: Conll18;
}

/** The kind of text that a sentence's id tells: `weblog-…` in EWT, `GUM_news_…` in GUM; "all" where it tells none. */
export function genreOf(id: string | undefined): string {
  return (
    /^(?:GUM_([a-z]+)_|([a-z]+)-)/
      .exec(id ?? "")
      ?.slice(1)
      .find((name) => name !== undefined) ?? "all"
  );
}

function setsOf({ bench, heldBack }: Look): TreeSet[] {
  const ud = (...path: readonly string[]): ConlluSentence[] => readConllu(readCorpus(bench.shared, ...path), path.join("/"));
  const gum = corpusNames(bench.shared, "gum", "files").filter((file) => heldBack.gum.some((name) => file === `GUM_${name}.conllu.gz`));
  return [
    { name: "UD-EWT dev", gold: ud("ud-ewt", "dev.conllu.gz") },
    { name: "UD-EWT test", gold: ud("ud-ewt", "test.conllu.gz") },
    { name: `GUM, ${gum.length} documents`, gold: gum.flatMap((file) => ud("gum", file)) },
    { name: "UD-PUD wiki", gold: ud("ud-pud", "wiki.conllu.gz") },
  ];
}

/** Scores genre by genre; documents stay whole, so that the sum is the score of the set. */
async function scoresOf({ gold }: TreeSet, language: Language): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const [genre, sentences] of Map.groupBy(gold, ({ id }) => genreOf(id))) {
    scored.push({ genre, sentences: sentences.length, ...(await evaluateLanguage(sentences, language)) });
  }
  return scored.sort((a, b) => (a.genre < b.genre ? -1 : 1));
}

function shares(scores: Conll18, measures: readonly Measure[] = MEASURES): string[] {
  return measures.map((measure) => share(scores[measure].f1));
}

function rowsOf(name: string, scored: readonly Scored[]): string[][] {
  return [
    [name, "raw text", ...shares(sumConll18(scored.map(({ raw }) => raw)))],
    [name, "gold words", ...shares(sumConll18(scored.map(({ goldWords }) => goldWords)))],
  ];
}

function genreRows(name: string, scored: readonly Scored[]): string[][] {
  if (scored.length < 2) return [];
  return scored.map(({ genre, sentences, raw, goldWords }) => [
    `${name.split(",")[0]}, ${genre}`,
    String(sentences),
    ...shares(raw, ["sentences", "las"]),
    ...shares(goldWords, ["upos", "uas", "las"]),
  ]);
}

/** The section on splitting, tags, lemmas and trees. */
export async function treesReport(look: Look): Promise<string> {
  const rows: string[][] = [];
  const genres: string[][] = [];
  for (const set of setsOf(look)) {
    const scored = await scoresOf({ ...set, gold: set.gold.slice(0, look.bench.limit) }, look.language);
    rows.push(...rowsOf(set.name, scored));
    if (set.name !== "UD-EWT dev") genres.push(...genreRows(set.name, scored));
  }
  const words = "Dev was looked at in training; the GUM documents are held back, PUD is of another making (professional translation and Wikipedia).";
  const byGenre = table(["genre", "sentences", "sentences, raw", "las, raw", "upos, gold words", "uas, gold words", "las, gold words"], genres);
  return `### Splitting, tags, lemmas and trees\n\nF1 by the CoNLL 2018 definitions. ${words}\n\n${table(["corpus", "from", ...MEASURES], rows)}\n\n${byGenre}`;
}
