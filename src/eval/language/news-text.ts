// Gives masked trees their words again, from the documents that they were taken from.
import { PactaError } from "../../error.ts";
import type { RawSentence, Row } from "../../language/index.ts";
import { readCorpus } from "./corpus.ts";
import { csvRows } from "./csv.ts";
import { digestOf } from "./masked-tree.ts";
import type { MaskedTree, TreeCorpus } from "./masked-tree.ts";

/** A tree with its words: gold rows, the same words as a raw sentence, and the sentence's own text. */
export interface NewsTree {
  readonly corpus: TreeCorpus;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly raw: RawSentence;
}

/** The texts of the documents that are asked for, by corpus and key. */
export type TextOf = (corpus: TreeCorpus, key: string) => string | undefined;

/** Reads the corpora once. Throws `PACTA_CORPUS_MISSING`. */
export function newsTexts(shared: string, trees: readonly MaskedTree[]): TextOf {
  const wanted = new Set(trees.map(({ corpus, key }) => `${corpus} ${key}`));
  const texts = new Map(newsDocuments(shared).filter(([name]) => wanted.has(name)));
  return (corpus, key) => texts.get(`${corpus} ${key}`);
}

/** Every document of both corpora, as `corpus key` and text. Throws `PACTA_CORPUS_MISSING`. */
export function newsDocuments(shared: string): readonly (readonly [name: string, text: string])[] {
  return [...wikinews(shared), ...currentEvents(shared)];
}

/** An item of Current Events, as far as it is read here. */
export interface NewsItem {
  readonly id: string;
  readonly date: string;
  readonly heading: string;
  readonly text: string;
  readonly sources: string[];
}

/** The items of Current Events by id. Throws `PACTA_CORPUS_MISSING`. */
export function newsItems(shared: string): ReadonlyMap<string, NewsItem> {
  return new Map(itemsIn(shared).map((item) => [item.id, item]));
}

function itemsIn(shared: string): NewsItem[] {
  const lines = readCorpus(shared, "current-events", "items-2002-2023.jsonl.gz").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as NewsItem);
}

function currentEvents(shared: string): (readonly [string, string])[] {
  return itemsIn(shared).map(({ id, text }) => [`current-events ${id}`, text] as const);
}

function wikinews(shared: string): (readonly [string, string])[] {
  return [...newsArticles(shared).values()].map(({ id, text }) => [`wikinews ${id}`, text] as const);
}

/** The articles of Wikinews by address. Throws `PACTA_CORPUS_MISSING`. */
export function newsArticles(shared: string): ReadonlyMap<string, NewsItem> {
  const articles = ["wikinews_2019.csv.gz", "wikinews_2020.csv.gz"].flatMap((file) => {
    const [head = [], ...rows] = csvRows(readCorpus(shared, "wikinews", file));
    const [id, date, heading, text] = ["url", "date", "title", "text"].map((name) => head.indexOf(name));
    const cell = (row: readonly string[], at = -1): string => row[at] ?? "";
    return rows.map((row) => ({ id: cell(row, id), date: cell(row, date), heading: cell(row, heading), text: cell(row, text), sources: [] }));
  });
  return new Map(articles.map((article) => [article.id, article]));
}

/** Fills a tree's words in. Throws `PACTA_TREES_TEXT` where the document is not there or says something else. */
export function fillTree(tree: MaskedTree, textOf: TextOf): NewsTree {
  const text = textOf(tree.corpus, tree.key)?.slice(tree.start, tree.end);
  const words = tree.words.map(({ start, end }) => ({ start, end, form: text?.slice(start - tree.start, end - tree.start) ?? "" }));
  if (text === undefined || digestOf(text) !== tree.digest || digestOf(words.map(({ form }) => form).join("")) !== tree.digest)
    throw new PactaError(
      "PACTA_TREES_TEXT",
      `${tree.corpus} ${tree.key} does not say at ${tree.start}-${tree.end} what the tree was made for`,
      "Use the release that corpora/README.md describes",
    );
  const rows = tree.words.map(({ upos, head, relation }, i) => ({ form: words[i]?.form ?? "", upos, head, relation, spaceAfter: true }));
  return { corpus: tree.corpus, text, rows, raw: { start: tree.start, end: tree.end, index: 0, block: 0, words } };
}
