// Trees written by hand, so that what is tested can be checked by eye and needs no model. One sentence is one line of cells
// between bars: `form[=lemma] XPOS relation<head`, the head given by its form (`ships#2` is the second of that form);
// punctuation is `,<head`; the root names no head. Example:
// "Poland NNP nsubj<signed | signed=sign VBD root | a DT det<deal | deal NN obj<signed | .<signed"
import type { Analysis, Name, NameType, Sentence, Upos, Word } from "../../language/index.ts";
import { treeOf, type Tree } from "./tree.ts";

const UPOS: Readonly<Record<string, Upos>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  RB: "ADV",
  RBR: "ADV",
  WRB: "ADV",
  DT: "DET",
  PDT: "DET",
  IN: "ADP",
  RP: "ADP",
  TO: "PART",
  POS: "PART",
  CC: "CCONJ",
  CD: "NUM",
  MD: "AUX",
  PRP: "PRON",
  PRP$: "PRON",
  WDT: "PRON",
  WP: "PRON",
  EX: "PRON",
  VB: "VERB",
  VBD: "VERB",
  VBN: "VERB",
  VBG: "VERB",
  VBP: "VERB",
  VBZ: "VERB",
  $: "SYM",
};

interface Cell {
  readonly form: string;
  readonly lemma: string;
  readonly xpos: string;
  readonly relation: string;
  readonly head: string | undefined;
}

/** The tree of one notated sentence. */
export function treeIn(notation: string): Tree {
  const [sentence] = analysisOf([notation]).sentences;
  if (sentence === undefined) throw new Error("no sentence");
  return treeOf(sentence);
}

/** An analysed document of notated sentences, parted by blanks. `names` are the model's, by their words. */
export function analysisOf(notations: readonly string[], names: Readonly<Record<string, NameType>> = {}): Analysis {
  let text = "";
  const sentences: Sentence[] = [];
  for (const [index, notation] of notations.entries()) {
    if (text !== "") text += " ";
    const start = text.length;
    const words = wordsOf(notation, start);
    text = words.reduce((all, w) => all.padEnd(w.start) + w.form, text);
    sentences.push({ index, block: 0, start, end: text.length, words, names: [] });
  }
  const found = namesIn(text, names);
  return {
    document: { id: "t", text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], sources: [], tags: [] },
    sentences: sentences.map((s) => ({ ...s, names: found.filter((n) => n.start >= s.start && n.end <= s.end) })),
    unanalysed: [],
  };
}

/** Index of the word of that form (`ships#2` for the second one). */
export function at(tree: Tree, form: string): number {
  return indexOf(
    tree.words.map((w) => w.form),
    form,
  );
}

/** The forms of some words. */
export function formsAt(tree: Tree, indices: Iterable<number> | undefined): string[] {
  return [...(indices ?? [])].map((i) => tree.words[i]?.form ?? `no word ${i}`);
}

function wordsOf(notation: string, start: number): Word[] {
  const cells = notation.split(" | ").map(cellOf);
  const forms = cells.map((c) => c.form);
  let end = start;
  return cells.map((cell, index) => {
    const begin = index > 0 && isApart(forms[index - 1] ?? "", cell.form) ? end + 1 : end;
    end = begin + cell.form.length;
    const head = cell.head === undefined ? -1 : indexOf(forms, cell.head);
    return { index, form: cell.form, lemma: cell.lemma, xpos: cell.xpos, upos: uposOf(cell), relation: cell.relation, head, start: begin, end };
  });
}

function cellOf(cell: string): Cell {
  const mark = /^([^\p{L}\p{N} ]+)<(\S+)$/u.exec(cell.trim());
  if (mark) return { form: mark[1] ?? "", lemma: mark[1] ?? "", xpos: ".", relation: "punct", head: mark[2] };
  const word = /^([^ =]+)(?:=(\S+))? (\S+) ([^ <]+)(?:<(\S+))?$/.exec(cell.trim());
  if (!word) throw new Error(`no word in cell "${cell}"`);
  const [, form = "", lemma, xpos = "", relation = "", head] = word;
  return { form, lemma: lemma ?? (xpos.startsWith("NNP") ? form : form.toLowerCase()), xpos, relation, head };
}

function uposOf({ xpos, relation }: Cell): Upos {
  if (relation === "punct") return "PUNCT";
  if (/^(?:aux|cop)/.test(relation)) return "AUX";
  if (relation === "mark" && xpos === "IN") return "SCONJ";
  const upos = UPOS[xpos];
  if (upos === undefined) throw new Error(`no part of speech for ${xpos}`);
  return upos;
}

function indexOf(forms: readonly string[], form: string): number {
  const [bare = "", ordinal = "1"] = form.split("#");
  const index = forms.flatMap((f, i) => (f === bare ? [i] : []))[Number(ordinal) - 1];
  if (index === undefined) throw new Error(`no word ${form} in: ${forms.join(" ")}`);
  return index;
}

function isApart(before: string, form: string): boolean {
  return !/^[.,:;!?”)’]$|^(?:n['’]t|['’]s|['’]ll)$/.test(form) && !/^[“(]$/.test(before);
}

function namesIn(text: string, names: Readonly<Record<string, NameType>>): Name[] {
  return Object.entries(names).flatMap(([words, type]) =>
    [...text.matchAll(new RegExp(`\\b${words}\\b`, "g"))].map((m) => ({ type, start: m.index, end: m.index + words.length })),
  );
}
