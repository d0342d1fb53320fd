// What is a sentence in a page of any language: a reader of English reads pages of others too, if only to put them aside.
import type { Piece } from "./pieces.ts";

/** Sentence ends of all scripts, with the quotes and brackets that close after them. */
const ENDS = /[.!?…。！？؟।][\s"”’'»)\]」』]*$/;

/** Characters of scripts that write a word in one or two. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** True where the words end like a sentence. */
export function isSentence(text: string): boolean {
  return ENDS.test(text);
}

/** True for a piece long enough and closed like a sentence of the article. */
export function isProse({ kind, text }: Piece): boolean {
  if (kind === "caption" || kind === "headline") return false;
  const size = text.length + 2 * (text.match(DENSE)?.length ?? 0);
  return size > 250 || (size >= 60 && isSentence(text));
}
