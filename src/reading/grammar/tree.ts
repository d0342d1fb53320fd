// A sentence's dependency tree with its children at hand, and the few walks over it that everything else is made of.
import type { Span } from "../../document/index.ts";
import type { Sentence, Word } from "../../language/index.ts";
import { mended } from "./mend.ts";

/** A sentence as a tree. `children[i]` are the dependents of word i, in text order; `root` is -1 for an empty sentence. */
export interface Tree {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly children: readonly (readonly number[])[];
  readonly root: number;
}

/** Builds the tree of an analysed sentence; ties that parsers get wrong and that reading cannot bear are mended (mend.ts). */
export function treeOf(sentence: Sentence): Tree {
  const words = mended(sentence.words);
  const children: number[][] = words.map(() => []);
  for (const word of words) children[word.head]?.push(word.index);
  return { sentence, words, children, root: words.findIndex((w) => w.head < 0) };
}

/** The word at an index that is known to lie in the tree. */
export function wordAt(tree: Tree, index: number): Word {
  const word = tree.words[index];
  if (word === undefined) throw new RangeError(`no word ${index} in a sentence of ${tree.words.length}`);
  return word;
}

/** "nsubj:pass" -> "nsubj". */
export function baseRelation(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** Dependents of a word whose relation, with or without its subtype, is one of those given. */
export function dependents(tree: Tree, index: number, ...relations: string[]): number[] {
  const all = tree.children[index] ?? [];
  return all.filter((c) => {
    const relation = wordAt(tree, c).relation;
    return relations.includes(relation) || relations.includes(baseRelation(relation));
  });
}

/** The word and everything it is coordinated with, in text order: "Russia" of "Russia, China and Iran" gives all three. */
export function conjuncts(tree: Tree, index: number): number[] {
  return [index, ...dependents(tree, index, "conj").flatMap((c) => conjuncts(tree, c))].sort((a, b) => a - b);
}

/** The first of the coordination that a word belongs to. */
export function firstConjunct(tree: Tree, index: number): number {
  let at = index;
  while (wordAt(tree, at).relation === "conj" && wordAt(tree, at).head >= 0) at = wordAt(tree, at).head;
  return at;
}

/** All words below an index, itself included, without entering the dependents that `skip` names. */
export function subtree(tree: Tree, index: number, skip: (child: Word) => boolean = () => false): number[] {
  const found: number[] = [];
  const queue = [index];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    found.push(at);
    for (const child of tree.children[at] ?? []) if (!skip(wordAt(tree, child))) queue.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** From a word up to the root, itself first. */
export function ancestors(tree: Tree, index: number): number[] {
  const path: number[] = [];
  for (let at = index; at >= 0 && path.length <= tree.words.length; at = wordAt(tree, at).head) path.push(at);
  return path;
}

/** The adposition of a phrase, fixed ones joined: "of", "because of", "according to"; undefined where there is none. */
export function caseOf(tree: Tree, index: number): string | undefined {
  const marker = dependents(tree, index, "case").find((c) => wordAt(tree, c).xpos !== "POS");
  return marker === undefined ? undefined : withFixed(tree, marker);
}

/** The subordinator of a clause: "if", "because", "in order". */
export function markOf(tree: Tree, index: number): string | undefined {
  const marker = dependents(tree, index, "mark")[0];
  return marker === undefined ? undefined : withFixed(tree, marker);
}

function withFixed(tree: Tree, index: number): string {
  return [index, ...dependents(tree, index, "fixed")].map((i) => wordAt(tree, i).form.toLowerCase()).join(" ");
}

/** The text span from the first to the last of some words; the sentence's own span where there are none. */
export function spanOf(tree: Tree, indices: readonly number[]): Span {
  const first = tree.words[Math.min(...indices)];
  const last = tree.words[Math.max(...indices)];
  return first && last ? { start: first.start, end: last.end } : { start: tree.sentence.start, end: tree.sentence.end };
}

/** Index of the word that governs a span: the one inside whose head lies outside; -1 where no word is inside. */
export function headOfSpan(tree: Tree, span: Span): number {
  const inside = tree.words.filter((w) => w.start >= span.start && w.end <= span.end);
  const head = inside.find((w) => w.head < 0 || !inside.some((o) => o.index === w.head));
  return head?.index ?? -1;
}
