// The words of a search in a text that has them, to be shown with a mark.

/** A piece of a text from `at` on, and whether it is a word of the search. */
interface Piece {
  readonly at: number;
  readonly text: string;
  readonly isWord: boolean;
}

const plain = (word: string): string =>
  word
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();

/** The text in pieces. */
export function piecesOf(text: string, search: string): readonly Piece[] {
  const wanted = new Set((search.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(plain));
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    if (part !== "") pieces.push({ at, text: part, isWord: wanted.has(plain(part)) });
    at += part.length;
  }
  return pieces;
}
