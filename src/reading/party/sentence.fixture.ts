// Analysed sentences for tests, written as "form/UPOS" with a plain tree: modifiers hang on the last word of their noun run.
import type { Document } from "../../document/index.ts";
import type { Analysis, Name, NameType, Sentence, Upos, Word } from "../../language/index.ts";

const RUN: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);
const RELATIONS: Readonly<Record<string, string>> = { ADJ: "amod", NUM: "nummod", NOUN: "compound", PROPN: "compound", PUNCT: "punct" };

interface Piece {
  readonly form: string;
  readonly upos: Upos;
}

function piecesOf(source: string): Piece[] {
  return source.split(" ").map((part) => {
    const cut = part.lastIndexOf("/");
    return { form: part.slice(0, cut), upos: part.slice(cut + 1) as Upos };
  });
}

/** A hyphen binds both sides; "'s", commas and full stops bind to the left. */
function glued(piece: Piece, before: Piece | undefined): boolean {
  return before === undefined || ["'s", "’s", ",", ".", "-"].includes(piece.form) || before.form === "-";
}

function wordOf(pieces: readonly Piece[], index: number, start: number): Word {
  const piece = pieces[index] ?? { form: "", upos: "X" };
  const inRun = (at: number): boolean => RUN.has(pieces[at]?.upos ?? "") || pieces[at]?.form === "-";
  let end = index;
  while (inRun(index) && inRun(end + 1)) end += 1;
  const last = end === index;
  const xpos = piece.form.endsWith("s") && piece.upos === "PART" ? "POS" : "X";
  const relation = last ? "dep" : (RELATIONS[piece.upos] ?? "dep");
  return {
    index,
    form: piece.form,
    lemma: piece.form,
    upos: piece.upos,
    xpos,
    head: last ? -1 : end,
    relation,
    start,
    end: start + piece.form.length,
  };
}

/** One sentence at an offset with its text; `names` are given by their words. */
export function sentenceOf(
  source: string,
  names: Readonly<Record<string, NameType>> = {},
  offset: number = 0,
  index: number = 0,
): { text: string; sentence: Sentence } {
  const pieces = piecesOf(source);
  let text = "";
  const words = pieces.map((piece, at) => {
    text += glued(piece, pieces[at - 1]) ? "" : " ";
    const word = wordOf(pieces, at, offset + text.length);
    text += piece.form;
    return word;
  });
  const found = Object.entries(names).map(([form, type]): Name => ({
    type,
    start: offset + text.indexOf(form),
    end: offset + text.indexOf(form) + form.length,
  }));
  return { text, sentence: { index, block: 0, start: offset, end: offset + text.length, words, names: found } };
}

/** A document of such sentences, published on `day` where one is given. */
export function analysisOf(sources: readonly string[], names: Readonly<Record<string, NameType>> = {}, day?: string): Analysis {
  let text = "";
  const sentences = sources.map((source, index) => {
    const made = sentenceOf(
      source,
      Object.fromEntries(Object.entries(names).filter(([form]) => sentenceOf(source).text.includes(form))),
      text.length,
      index,
    );
    text += `${made.text} `;
    return made.sentence;
  });
  const published = day === undefined ? {} : { published: { day, basis: "caller" as const } };
  const document: Document = { id: "test", text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], sources: [], tags: [], ...published };
  return { document, sentences, unanalysed: [] };
}
