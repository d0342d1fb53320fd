// A hundred sentences of news whose trees were checked by hand: what the reader reads, and where its trees go wrong.
import { readFileSync } from "node:fs";
import { conll18, rowsOf, tokenize } from "../../language/index.ts";
import type { Language, Row } from "../../language/index.ts";
import { resource } from "../../resources.ts";
import { share, table } from "../table.ts";
import { countKinds } from "./error-kind.ts";
import type { Look } from "./look.ts";
import { readMaskedTrees } from "./masked-tree.ts";
import { fillTree, newsTexts } from "./news-text.ts";
import type { NewsTree } from "./news-text.ts";

const MEASURES = ["words", "upos", "uas", "las"] as const;

interface ReadTree {
  readonly tree: NewsTree;
  readonly fromWords: readonly Row[];
  /** The sentence's text alone, which may be read as several sentences. */
  readonly fromText: readonly (readonly Row[])[];
}

async function readTrees(trees: readonly NewsTree[], language: Language): Promise<ReadTree[]> {
  const split = trees.map(({ text }) => tokenize(text, [{ kind: "paragraph", start: 0, end: text.length }], language.lexicon));
  const fromWords = await language.analyse(trees.map(({ raw }) => raw));
  const fromText = await language.analyse(split.flat());
  let at = 0;
  return trees.map((tree, i) => {
    const [read] = fromWords.slice(i, i + 1);
    return { tree, fromWords: read === undefined ? [] : rowsOf(read), fromText: fromText.slice(at, (at += split[i]?.length ?? 0)).map(rowsOf) };
  });
}

function scoreRows(name: string, read: readonly ReadTree[]): string[][] {
  const gold = read.map(({ tree }) => tree.rows);
  const words = conll18(
    gold,
    read.map(({ fromWords }) => fromWords),
  );
  const text = conll18(
    gold,
    read.flatMap(({ fromText }) => fromText),
  );
  const label = `${name}, ${read.length} sentences`;
  return [
    [label, "raw text", ...MEASURES.map((measure) => share(text[measure].f1))],
    [label, "gold words", ...MEASURES.map((measure) => share(words[measure].f1))],
  ];
}

function kindTable(read: readonly ReadTree[]): string {
  const counts = countKinds(
    read.map(({ tree }) => tree.rows),
    read.map(({ fromWords }) => fromWords),
  );
  const total = (of: (count: (typeof counts)[number]) => number): number => counts.reduce((sum, count) => sum + of(count), 0);
  const all = { kind: "all", words: total((c) => c.words), heads: total((c) => c.heads), labels: total((c) => c.labels), examples: [] };
  const rows = [...counts, all].map(({ kind, words, heads, labels, examples }) => [
    kind,
    String(words),
    String(heads + labels),
    words === 0 ? "–" : share((heads + labels) / words),
    String(heads),
    String(labels),
    examples.join("; "),
  ]);
  return table(["kind, by gold's relation", "words", "wrong", "share", "head", "label", "sentence: word, read for gold"], rows);
}

/** The section on the news sentences. */
export async function newsReport({ bench, language }: Look): Promise<string> {
  const file = resource("test", "trees", "news.conllu");
  const masked = readMaskedTrees(readFileSync(file, "utf8"), file).slice(0, bench.limit);
  const textOf = newsTexts(bench.shared, masked);
  const read = await readTrees(
    masked.map((tree) => fillTree(tree, textOf)),
    language,
  );
  const of = (corpus: string): ReadTree[] => read.filter(({ tree }) => tree.corpus === corpus);
  const rows = [...scoreRows("Current Events", of("current-events")), ...scoreRows("Wikinews", of("wikinews")), ...scoreRows("both", read)];
  const scores = table(["news", "from", ...MEASURES], rows);
  const notes =
    "Drawn by hash; trees corrected word by word by two annotators (large language models), each half of them, from a draft of this reader's first model. " +
    "Wrong arcs are from gold words; the words of an example are those at Start and End of the document that test/trees/news.conllu names.";
  return `### News\n\n${notes}\n\n${scores}\n\n${kindTable(read)}`;
}
