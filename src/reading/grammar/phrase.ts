// Noun phrases as the guideline writes them: without determiner and preposition, without relative clauses and later conjuncts.
import type { Span } from "../../document/index.ts";
import type { Word } from "../../language/index.ts";
import { dependents, spanOf, subtree, wordAt, type Tree } from "./tree.ts";

const LEADING = new Set(["DET", "ADP", "PUNCT", "CCONJ", "SCONJ"]);
const OUTSIDE = new Set(["acl:relcl", "appos", "conj", "parataxis", "cc", "advcl", "cop", "aux", "mark", "nsubj", "discourse", "dep", "list"]);

/** The words of a phrase around its head, contiguous, without what stands outside it. */
export function phraseWords(tree: Tree, head: number): number[] {
  const all = new Set(subtree(tree, head, (child) => isOutside(tree, head, child)));
  let first = head;
  let last = head;
  while (all.has(first - 1)) first--;
  while (all.has(last + 1)) last++;
  const markers = dependents(tree, head, "case").filter((c) => c < head);
  first = Math.max(first, ...markers.map((c) => c + 1));
  while (first < head && isLeading(tree, first)) first++;
  while (last > head && wordAt(tree, last).upos === "PUNCT" && !isClosing(wordAt(tree, last).form)) last--;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Determiners and markers; "according" and "due" are such by what they do, not by their part of speech. */
function isLeading(tree: Tree, index: number): boolean {
  const { upos, relation, head } = wordAt(tree, index);
  if (relation === "case" || (relation === "fixed" && head >= 0 && wordAt(tree, head).relation === "case")) return true;
  return LEADING.has(upos) && !isOpeningQuote(tree, index);
}

function isOutside(tree: Tree, head: number, child: Word): boolean {
  if (child.head === head && OUTSIDE.has(child.relation)) return true;
  if (child.relation === "conj" && child.upos === "VERB" && child.index > head) return true;
  return child.relation === "acl:relcl" || (child.relation === "parataxis" && child.index > head) || isLooseComma(tree, head, child);
}

/** A comma ends a phrase unless it stands between modifiers before the head ("a new, wider ban") or in a series ("of Chad, Mali and Niger"). */
function isLooseComma(tree: Tree, head: number, child: Word): boolean {
  if (child.form !== "," || child.index < head || wordAt(tree, child.head).relation === "conj") return false;
  return !dependents(tree, child.head, "conj").some((c) => c > child.index);
}

function isOpeningQuote(tree: Tree, index: number): boolean {
  return /^["“‘]$/.test(wordAt(tree, index).form);
}

function isClosing(form: string): boolean {
  return /^["”’)\]%]$/.test(form);
}

/** Where a phrase stands in the text. */
export function phraseSpan(tree: Tree, head: number): Span {
  return spanOf(tree, phraseWords(tree, head));
}
