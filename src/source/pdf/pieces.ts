// Runs to pieces of lines: words that stand beside each other with no more than a word's space between. What is farther
// apart may be of another column or cell, and stays apart here.
import { isRightToLeft } from "./direction.ts";
import type { Piece } from "./runs.ts";

/** A gap wider than this share of the letters' height is a space that was not written. */
const SPACE = 0.2;

/** A gap wider than this may be one between columns. */
const APART = 0.6;

/** What opens an item of a list; its text stands farther off than a word. */
const MARK = /^(?:[•‣◦▪●■–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)])$/u;

/** How far off, in letters' heights. */
const MARK_APART = 4;

/** The pieces of a page from its runs in the order of its content. */
export function piecesOf(runs: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let blank = false;
  for (const run of runs) {
    if (run.text.trim() === "") blank = true;
    else {
      const last = pieces.at(-1);
      if (last !== undefined && isBeside(last, run)) pieces.splice(-1, 1, joined(last, run, blank));
      else pieces.push(run);
      blank = false;
    }
  }
  return besideEachOther(pieces, stretched(pieces));
}

/** The pieces that stand as far from the one before as that one from its own: words of a line that was stretched to its column's width. */
function stretched(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const found = new Set<Piece>();
  for (const [index, piece] of pieces.entries()) {
    const [before, first] = [pieces[index - 1], pieces[index - 2]];
    if (before === undefined || first === undefined || ![first, before, piece].every(isWord)) continue;
    const [one, other] = [gapBetween(first, before), gapBetween(before, piece)];
    if (one === undefined || other === undefined || Math.abs(one - other) > EVEN * Math.max(one, other)) continue;
    found.add(before);
    found.add(piece);
  }
  return found;
}

/** Gaps that differ by less than this share are even, and stretched ones are no wider than so many letters' heights. */
const EVEN = 0.05;
const STRETCHED = 4;

function isWord({ text }: Piece): boolean {
  return /\p{L}/u.test(text) && !/\S\s+\S/.test(text);
}

/** The gap from a piece to one on its right on the same height; undefined where it is none. */
function gapBetween(piece: Piece, next: Piece): number | undefined {
  const gap = next.x - (piece.x + piece.width);
  return Math.abs(piece.y - next.y) < 0.1 * piece.size && gap > 0 && gap < STRETCHED * piece.size ? gap : undefined;
}

/** Pieces whose parts were written far from each other in the content, or out of their order. */
function besideEachOther(pieces: readonly Piece[], stretchedOnes: ReadonlySet<Piece>): Piece[] {
  return rowsOf(pieces).flatMap((row) => {
    const together: Piece[] = [];
    for (const piece of row) {
      const last = together.at(-1);
      if (last !== undefined && (isBeside(last, piece) || isMarked(last, piece) || stretchedOnes.has(piece)))
        together.splice(-1, 1, joined(last, piece, false));
      else together.push(piece);
    }
    return together;
  });
}

function isBeside(piece: Piece, next: Piece): boolean {
  const size = Math.max(piece.size, next.size, 1);
  const gap = next.x - (piece.x + piece.width);
  return Math.abs(piece.y - next.y) < size / 2 && gap >= -size && gap <= APART * size;
}

function isMarked(mark: Piece, next: Piece): boolean {
  return MARK.test(mark.text.trim()) && next.x - (mark.x + mark.width) <= MARK_APART * Math.max(mark.size, next.size);
}

/** Two pieces of a line as one, the second on the right of the first. */
export function joined(piece: Piece, next: Piece, blank: boolean): Piece {
  const gap = next.x - (piece.x + piece.width);
  const [before, after] = isRightToLeft([piece, next]) ? [next.text, piece.text] : [piece.text, next.text];
  const apart = (blank || gap > SPACE * Math.max(piece.size, 1)) && !before.endsWith(" ") && !after.startsWith(" ");
  const right = Math.max(piece.x + piece.width, next.x + next.width);
  const x = Math.min(piece.x, next.x);
  return {
    text: `${before}${apart ? " " : ""}${after}`,
    x,
    y: piece.y,
    width: right - x,
    // The size of most of its letters: bullets and raised numbers are of another.
    size: next.text.trim().length > piece.text.trim().length ? next.size : piece.size,
  };
}

/** Pieces on one height, from the left; rows from the top. Raised numbers are on the height of what they are raised from. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { y: number; size: number; row: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last !== undefined && last.y - piece.y < 0.4 * Math.min(Math.max(last.size, 1), Math.max(piece.size, 1) * 2)) {
      last.row.push(piece);
      if (piece.size > last.size) [last.y, last.size] = [piece.y, piece.size];
    } else rows.push({ y: piece.y, size: piece.size, row: [piece] });
  }
  return rows.map(({ row }) => row.toSorted((a, b) => a.x - b.x));
}
