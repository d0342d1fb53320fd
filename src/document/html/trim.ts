// What stands in the element that holds the article without being the article: boxes by name, links by density, what stands
// outside of the element that holds the paragraphs, and the lines before the first and after the last sentence. Every test
// has a bound on how much it may take, for a test that takes much of a page has misunderstood it.
import { isStamp, withoutDays } from "../calendar.ts";
import { isProse, isSentence } from "./prose.ts";
import type { Piece } from "./pieces.ts";
import { isByline } from "../line-kind.ts";
import { withoutLinks } from "./links.ts";

/** At most this share of the words may stand in boxes of one name; a name that holds more is the article's own. */
const MOST_IN_BOX = 0.3;

/** From this share of the words on the element that holds paragraphs is the article's own. */
const OWN = 0.6;

/** At most this share may stand outside of that element. */
const MOST_OUTSIDE = 0.2;

/** At most this share of the words may be lines at the ends. */
const MOST_AT_ENDS = 0.05;

/** Characters of the longest label. */
const LONGEST_LABEL = 100;

/** The pieces of the article alone, and its captions. */
export function trimmedPieces(pieces: readonly Piece[]): Piece[] {
  return withoutEnds(withoutNotes(withinContainer(withoutLinks(withoutBoxes(withoutFalseCaptions(pieces))))));
}

/** The sum of the pieces' characters. */
function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

/** The names that hold more of the words than a box beside the article does. */
function ownNames(pieces: readonly Piece[], namesOf: (piece: Piece) => readonly string[]): ReadonlySet<string> {
  const held = new Map<string, number>();
  for (const piece of pieces) for (const name of new Set(namesOf(piece))) held.set(name, (held.get(name) ?? 0) + piece.text.length);
  const most = MOST_IN_BOX * length(pieces);
  return new Set([...held].flatMap(([name, inside]) => (inside > most ? [name] : [])));
}

/** A caption by name that holds much of the words is none. */
function withoutFalseCaptions(pieces: readonly Piece[]): Piece[] {
  const own = ownNames(pieces, ({ caption }) => (caption === "" ? [] : [caption]));
  return pieces.map((piece) => (own.has(piece.caption) ? { ...piece, kind: "paragraph" } : piece));
}

/** Drops what stands in boxes beside the article and in its header. */
function withoutBoxes(pieces: readonly Piece[]): Piece[] {
  const own = ownNames(pieces, ({ asides }) => asides);
  const keepsHeader = length(pieces.filter((piece) => piece.header)) > MOST_IN_BOX * length(pieces);
  return pieces.filter(({ kind, asides, header }) => kind === "caption" || (asides.every((name) => own.has(name)) && (keepsHeader || !header)));
}

/** Where most paragraphs stand side by side in one element, what stands outside of it before and after is no part of the article. */
function withinContainer(pieces: readonly Piece[]): Piece[] {
  const total = length(pieces);
  const held = Map.groupBy(pieces.filter(isProse), (piece) => piece.block?.parentNode ?? null);
  const [container, inside] = [...held].toSorted(([, a], [, b]) => length(b) - length(a))[0] ?? [];
  if (container === undefined || container === null || inside === undefined || length(inside) < OWN * total) return [...pieces];
  const members = new Set(inside);
  const first = pieces.findIndex((piece) => members.has(piece));
  const last = pieces.findLastIndex((piece) => members.has(piece));
  const outside = new Set(
    pieces.filter((piece, index) => piece.kind !== "caption" && (index < first || index > last) && !isWithin(piece, container)),
  );
  return length([...outside]) > MOST_OUTSIDE * total ? [...pieces] : pieces.filter((piece) => !outside.has(piece));
}

function isWithin(piece: Piece, container: Piece["block"]): boolean {
  let node = piece.block;
  while (node !== null && node !== container) node = node.parentNode;
  return node !== null;
}

/** Drops the paragraphs in italics with links at the end: who wrote it, where to follow, what else there is. */
function withoutNotes(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => isProse(piece) && piece.slanted < SLANTED);
  const notes = new Set(pieces.filter((piece, index) => index > last && piece.slanted >= SLANTED && piece.linked > 0));
  return last < 0 || length([...notes]) > MOST_NOTES * length(pieces) ? [...pieces] : pieces.filter((piece) => !notes.has(piece));
}

/** From this share on a piece is in italics; a full stop may stand outside of them. */
const SLANTED = 0.9;

/** At most this share of the words may be notes in italics. */
const MOST_NOTES = 0.2;

/** Drops the short lines before the first sentence and after the last: days, counters, labels, headings over nothing. */
function withoutEnds(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex(isProse);
  const last = pieces.findLastIndex(isProse);
  if (first < 0) return [...pieces];
  const ends = new Set(pieces.filter((piece, index) => (index < first || index > last) && isLabel(piece)));
  if (length([...ends]) > MOST_AT_ENDS * length(pieces)) ends.clear();
  return pieces.filter((piece) => !ends.has(piece) && (piece.kind === "caption" || !(isStamp(piece.text) || isSignature(piece.text))));
}

/** A line that is no sentence, or an address alone. */
function isLabel({ kind, text }: Piece): boolean {
  if (kind === "caption") return false;
  if (kind === "headline") return true;
  return kind === "paragraph" && (text.length < LONGEST_LABEL ? !isSentence(text) : ADDRESS.test(text));
}

/** "By Ann Lee on Monday, May 4th, 2020 at 11:08 a.m.": a byline with its day. */
function isSignature(text: string): boolean {
  const rest = withoutDays(text)
    ?.replace(/[\s,|:.–-]+$/, "")
    .replace(/\s+(?=[\s,])/g, "");
  return rest !== undefined && isByline(rest);
}

const ADDRESS = /^https?:\/\/\S+$/;
