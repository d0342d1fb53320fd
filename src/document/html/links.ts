// Links that are no part of the article: those that lead on to other reports. A link within a sentence is the sentence's, and
// one that stands alone in the middle may be what a paragraph says; a label before it, or more of them, tells it apart.
import type { Piece } from "./pieces.ts";
import { isProse } from "./prose.ts";

/** From this share of its characters on a piece is made of links. */
const LINKED = 0.75;

/** From this share on an item of a list at the end is there for its link. */
const LINKED_ITEM = 0.3;

/** Below this share it has words of its own beside them. */
const NOTHING_ELSE = 0.99;

/** At most this share of the words may be dropped; a page of links is an index, and its links are what it says. */
const MOST_DROPPED = 0.4;

/** At most this share may be dropped after the last sentence. */
const MOST_AT_END = 0.1;

/** Characters of the longest label over links. */
const LONGEST_LABEL = 80;

/** Drops links with a label before them, runs of links between paragraphs, links after the last sentence, and the labels over two and more. */
export function withoutLinks(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.kind !== "list" && isProse(piece) && !isLinks(piece));
  const total = length(pieces);
  const atEnd = pieces.filter((piece, index) => index > last && isLinkAtEnd(piece));
  const dropped = new Set(pieces.filter((_, index) => index < last && leadsOn(pieces, index)));
  if (length(atEnd) <= MOST_AT_END * total) for (const piece of atEnd) dropped.add(piece);
  if (length([...dropped]) > MOST_DROPPED * total) return [...pieces];
  for (const [index, piece] of pieces.entries()) if (isLabelOver(piece, pieces.slice(index + 1, index + 3), dropped)) dropped.add(piece);
  return pieces.filter((piece) => !dropped.has(piece));
}

function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

function isLinks(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== "caption" && piece.linked >= LINKED;
}

/** After the last sentence an item of a list with a link in its words is enough. */
function isLinkAtEnd(piece: Piece): boolean {
  return isLinks(piece) || (piece.kind === "list" && piece.linked >= LINKED_ITEM);
}

/** A paragraph in the midst of the article that leads to another report. */
function leadsOn(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece.kind !== "paragraph" || !isLinks(piece)) return false;
  return piece.linked < NOTHING_ELSE || isLinks(pieces[index - 1]) || isLinks(pieces[index + 1]);
}

function isLabelOver(piece: Piece, next: readonly Piece[], dropped: ReadonlySet<Piece>): boolean {
  return next.length === 2 && next.every((each) => dropped.has(each)) && piece.text.length < LONGEST_LABEL && !isProse(piece);
}
