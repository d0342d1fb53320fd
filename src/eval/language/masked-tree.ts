// Checked trees of sentences whose text is under another licence than ours: kept as CoNLL-U without forms and lemmas, with
// where each word stands in its document, so that whoever has the corpora can fill the words in again.
import { createHash } from "node:crypto";
import { PactaError } from "../../error.ts";
import { readConllu } from "../../language/index.ts";
import type { ConlluSentence } from "../../language/index.ts";

/** The corpora that the sentences are taken from. */
export const TREE_CORPORA = ["current-events", "wikinews"] as const;
export type TreeCorpus = (typeof TREE_CORPORA)[number];

/** A word's place in its document (UTF-16) and its analysis; `head` counts from 0, -1 is the root. */
export interface MaskedWord {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
}

/** A sentence of a document without its words. `digest` is of its letters, so that another text is noticed. */
export interface MaskedTree {
  readonly corpus: TreeCorpus;
  /** Id of the item, or URL of the article. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly digest: string;
  readonly words: readonly MaskedWord[];
}

/** The first 16 hexadecimal digits of the SHA-256 of a sentence without its blanks. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text.replace(/\s/g, "")).digest("hex").slice(0, 16);
}

/** Reads masked trees and checks each. Throws `PACTA_TREES_INVALID` naming the sentence, `PACTA_CONLLU_INVALID`. */
export function readMaskedTrees(content: string, source?: string): MaskedTree[] {
  return readConllu(content, source).map((sentence) => toTree(sentence, sentence.comments.get("digest"), source));
}

/** Takes the words off trees that still have them. Throws as `readMaskedTrees` does. */
export function maskTrees(content: string, source?: string): MaskedTree[] {
  return readConllu(content, source).map((sentence) => toTree(sentence, digestOf(sentence.rows.map((row) => row.form).join("")), source));
}

/** Writes masked trees as CoNLL-U. */
export function writeMaskedTrees(trees: readonly MaskedTree[]): string {
  return trees
    .map((tree) => {
      const comments = [`# sent_id = ${tree.corpus} ${tree.key}`, `# span = ${tree.start}-${tree.end}`, `# digest = ${tree.digest}`];
      const rows = tree.words.map(({ upos, head, relation, start, end }, i) =>
        [i + 1, "_", "_", upos, "_", "_", head + 1, relation, "_", `Start=${start}|End=${end}`].join("\t"),
      );
      return [...comments, ...rows, ""].join("\n");
    })
    .join("\n");
}

function toTree(sentence: ConlluSentence, digest: string | undefined, source: string | undefined): MaskedTree {
  const fail = (what: string): never => {
    const remedy = "Correct the tree: one root, no cycle, Start and End of every word in order inside the span";
    throw new PactaError(
      "PACTA_TREES_INVALID",
      `${sentence.id ?? "a sentence without sent_id"}: ${what}`,
      remedy,
      source === undefined ? {} : { source },
    );
  };
  const [, corpusName, key] = /^(\S+) (.+)$/.exec(sentence.id ?? "") ?? [];
  const corpus = TREE_CORPORA.find((name) => name === corpusName);
  const [, start, end] = /^(\d+)-(\d+)$/.exec(sentence.comments.get("span") ?? "") ?? [];
  if (corpus === undefined || key === undefined || start === undefined || end === undefined || digest === undefined)
    return fail("sent_id, span or digest is missing or of another form");
  const words = sentence.rows.map((row, i): MaskedWord => {
    const [, from, to] = /^Start=(\d+)\|End=(\d+)$/.exec(row.misc ?? "") ?? [];
    if (row.upos === undefined || row.head === undefined || row.relation === undefined || from === undefined || to === undefined)
      return fail(`word ${i + 1} lacks its tag, head, relation, Start or End`);
    return { start: Number(from), end: Number(to), upos: row.upos, head: row.head, relation: row.relation };
  });
  const tree = { corpus, key, start: Number(start), end: Number(end), digest, words };
  const wrong = faultOf(tree);
  return wrong === undefined ? tree : fail(wrong);
}

/** What is wrong with a tree, if anything. */
function faultOf({ start, end, words }: MaskedTree): string | undefined {
  const roots = words.filter(({ head }) => head < 0);
  if (roots.length !== 1) return `${roots.length} roots`;
  if (words.some(({ head, relation }) => head < 0 !== (relation === "root"))) return "the root and the relation root do not go together";
  const cyclic = words.findIndex((_, i) => !reachesRoot(words, i));
  if (cyclic >= 0) return `word ${cyclic + 1} hangs in a cycle`;
  const misplaced = words.findIndex((word, i) => word.end <= word.start || word.start < (words[i - 1]?.end ?? start) || word.end > end);
  return misplaced >= 0 ? `word ${misplaced + 1} stands out of order or outside the span` : undefined;
}

function reachesRoot(words: readonly MaskedWord[], from: number): boolean {
  let at = from;
  for (let step = 0; step < words.length && at >= 0; step++) at = words[at]?.head ?? -1;
  return at < 0;
}
