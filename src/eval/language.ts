// The part that scores the language layer: splitting, tags, lemmas and trees by the CoNLL 2018 definitions, from raw
// text and from gold words, and names as whole spans on text of another kind than the model was trained on.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PactaError } from "../error.ts";
import { evaluateLanguage, loadLanguage, MEASURES, type Conll18, type Language, type RawSentence } from "../language/index.ts";
import type { Section } from "./page.ts";
import type { Bench, Part } from "./part.ts";
import { figures } from "./score.ts";
import { cells, share, table } from "./table.ts";

/** GUM documents that the model was not trained on; training/corpora.py names the same. */
const HELD_BACK = ["academic_art", "bio_emperor", "court_loan", "interview_peres", "news_defector", "news_korea", "news_worship", "voyage_athens"];
const NAME_TYPES = ["PER", "ORG", "LOC"] as const;

function read(shared: string, ...path: string[]): string {
  const file = join(shared, "corpora", ...path);
  if (!existsSync(file))
    throw new PactaError("PACTA_CORPUS_MISSING", "a corpus is not there", "Set PACTA_SHARED to the folder that holds corpora/", { source: file });
  return gunzipSync(readFileSync(file)).toString("utf8");
}

function gum(shared: string): string {
  const files = readdirSync(join(shared, "corpora", "gum")).filter((name) => HELD_BACK.some((held) => name === `GUM_${held}.conllu.gz`));
  return files
    .sort()
    .map((name) => read(shared, "gum", name))
    .join("\n");
}

function row(name: string, words: string, scores: Conll18): string[] {
  return [name, words, ...MEASURES.map((measure) => share(scores[measure].f1))];
}

interface NameSpan {
  readonly type: string;
  readonly key: string;
}

/** Word rows with an IOB2 tag, as raw sentences of words joined by spaces, with the gold spans of each. */
function namedSentences(iob2: string): { readonly sentences: RawSentence[]; readonly gold: NameSpan[][] } {
  const blocks = iob2.split(/\n\s*\n/).map((block) =>
    block
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split("\t")),
  );
  const sentences: RawSentence[] = [];
  const gold: NameSpan[][] = [];
  for (const rows of blocks.filter((one) => one.length > 0)) {
    let at = 0;
    const words = rows.map(([, form = ""]) => ({ form, start: at, end: (at += form.length + 1) - 1 }));
    sentences.push({ start: 0, end: at, index: sentences.length, block: 0, words });
    gold.push(spansOf(rows.map(([, , tag = "O"]) => tag)));
  }
  return { sentences, gold };
}

function spansOf(tags: readonly string[]): NameSpan[] {
  return tags.flatMap((tag, i) => {
    if (!tag.startsWith("B-")) return [];
    let last = i;
    while (tags[last + 1] === `I-${tag.slice(2)}`) last++;
    return [{ type: tag.slice(2), key: `${tag.slice(2)} ${i} ${last}` }];
  });
}

/** Precision, recall and F1 of whole spans by type, other types left out. */
async function nameRows(shared: string, language: Language): Promise<string[][]> {
  const { sentences, gold } = namedSentences(read(shared, "uner-pud", "wiki.iob2.gz"));
  const found = (await language.analyse(sentences)).map(({ words, names }) =>
    names.map(({ type, start, end }) => ({
      type,
      key: `${type} ${words.findIndex((w) => w.start === start)} ${words.findIndex((w) => w.end === end)}`,
    })),
  );
  return NAME_TYPES.map((type) => {
    const of = (spans: readonly NameSpan[] | undefined): string[] => (spans ?? []).filter((span) => span.type === type).map((span) => span.key);
    const right = gold.reduce((sum, spans, i) => sum + of(spans).filter((key) => of(found[i]).includes(key)).length, 0);
    const count = (all: readonly NameSpan[][]): number => all.reduce((sum, spans) => sum + of(spans).length, 0);
    return [type, ...cells(figures({ right, predicted: count(found), gold: count(gold) }))];
  });
}

async function run(bench: Bench): Promise<Section> {
  const language = await loadLanguage();
  const sets = [
    ["UD-EWT dev", read(bench.shared, "ud-ewt", "dev.conllu.gz")],
    ["UD-EWT test", read(bench.shared, "ud-ewt", "test.conllu.gz")],
    [`GUM, ${HELD_BACK.length} documents held back`, gum(bench.shared)],
  ] as const;
  const rows: string[][] = [];
  for (const [name, conllu] of sets) {
    const scores = await evaluateLanguage(conllu, language, name);
    rows.push(row(name, "raw text", scores.raw), row(name, "gold words", scores.goldWords));
  }
  const trees = table(["corpus", "from", ...MEASURES], rows);
  const names = table(["type", "P", "R", "F1", "n"], await nameRows(bench.shared, language));
  const body = `## Language\n\nPrinted by \`npm run eval -- language\`, model ${language.version}; F1 by the CoNLL 2018 definitions.\n\n${trees}\n\n### Names as whole spans, UNER-PUD (Wikipedia, never trained on), gold words\n\n${names}`;
  bench.print(body);
  await language.close();
  return { name: "language", body };
}

/** `npm run eval -- language`. */
export const language: Part = { what: "splitting, tags, lemmas, trees and names against UD-EWT, GUM and UNER-PUD", run };
