// The pieces of a page in the order in which they are read: column by column between the lines that run over all of them,
// and the rows of a table together. White bands decide, since a PDF need not hold its words in any order.
import { isRightToLeft } from "./direction.ts";
import { guttersOf } from "./gutters.ts";
import type { Gutter } from "./gutters.ts";
import type { Piece } from "./runs.ts";
import { partedBy } from "./side.ts";

/** Pieces that are read one below the other. */
export interface Block {
  readonly kind: "column" | "table";
  readonly pieces: readonly Piece[];
}

/** White bands from this many letters' heights on part columns; narrower ones stand in loose lines by chance. */
const LEAST = 0.8;

/** Lines that a band must part: by chance two have a gap at the same place. */
const ROWS = 3;

/** A gap of so many letters' heights between lines is more than one between paragraphs. */
const FAR = 3;

/** Lines no farther apart than this may be of one cell. */
const CLOSE = 1.6;

/** Lines beyond such a gap that are no column: a running head, a number, a date. */
const FEW = 2;

/** Pieces that are looked at together; more stand in the order of the content, which is no page that somebody reads. */
const MOST = 8000;

/** Bands that are looked at before a text is taken for one column. */
const TRIED = 40;

/** Columns within columns, and headings between them. */
const DEPTH = 40;

/** The blocks of a page, as they are read. */
export function blocksOf(pieces: readonly Piece[]): Block[] {
  if (pieces.length > MOST) return [{ kind: "column", pieces }];
  const fromTop = pieces.toSorted((a, b) => b.y - a.y || a.x - b.x);
  return ordered(fromTop, DEPTH);
}

/** `pieces` come from the top. */
function ordered(pieces: readonly Piece[], depth: number): Block[] {
  if (pieces.length === 0) return [];
  const size = usualSize(pieces);
  const found = depth === 0 ? undefined : firstCut(pieces, size);
  if (found === undefined) return [{ kind: "column", pieces }];
  const { gutter, kind } = found;
  const [top, foot] = kind === "table" ? [gutter.top, footOfTable(pieces, gutter, size)] : reach(pieces, gutter, size);
  const part = (wanted: (piece: Piece) => boolean): Block[] => ordered(pieces.filter(wanted), depth - 1);
  const above = part(({ y }) => y > top);
  const below = part(({ y }) => y < foot);
  const isInside = ({ y }: Piece): boolean => y <= top && y >= foot;
  if (kind === "table") return [...above, { kind, pieces: pieces.filter(isInside) }, ...below];
  const left = part((piece) => isInside(piece) && isLeftOf(piece, gutter));
  const right = part((piece) => isInside(piece) && !isLeftOf(piece, gutter));
  const columns = isRightToLeft(pieces) ? [...right, ...left] : [...left, ...right];
  return [...above, ...columns, ...below];
}

/** The height of most letters, at least one point. */
function usualSize(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(Math.round(2 * size) / 2, (letters.get(Math.round(2 * size) / 2) ?? 0) + text.length);
  return Math.max(1, [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1);
}

/** The tallest band that parts columns or cells: what it parts may be parted again. */
function firstCut(pieces: readonly Piece[], size: number): { readonly gutter: Gutter; readonly kind: Block["kind"] } | undefined {
  const gutters = guttersOf(pieces, LEAST * size).filter(({ rows }) => rows >= ROWS);
  const tallest = gutters.toSorted((a, b) => b.top - b.foot - (a.top - a.foot) || b.right - b.left - (a.right - a.left));
  for (const gutter of tallest.slice(0, TRIED)) {
    const inside = pieces.filter(({ y }) => y <= gutter.top && y >= gutter.foot);
    const kind = partedBy(
      gutter,
      inside.filter((piece) => isLeftOf(piece, gutter)),
      inside.filter((piece) => !isLeftOf(piece, gutter)),
      size,
    );
    if (kind !== undefined) return { gutter, kind };
  }
  return undefined;
}

function isLeftOf({ x, width }: Piece, { left, right }: Gutter): boolean {
  return x + width / 2 < (left + right) / 2;
}

/** How far columns go up and down beyond the lines that stand side by side: to the next line that runs over both. */
function reach(pieces: readonly Piece[], gutter: Gutter, size: number): [top: number, foot: number] {
  const crosses = ({ x, width }: Piece): boolean => x < gutter.right && x + width > gutter.left;
  const above = pieces.filter(({ y }) => y > gutter.top);
  const below = pieces.filter(({ y }) => y < gutter.foot);
  const ceiling = above.findLast(crosses)?.y ?? Infinity;
  const floor = below.find(crosses)?.y ?? -Infinity;
  const up = above.filter(({ y }) => y < ceiling).map(({ y }) => y);
  const down = below.filter(({ y }) => y > floor).map(({ y }) => y);
  return [attached(gutter.top, up.toReversed(), size), attached(gutter.foot, down, size)];
}

/** The last line of a table: its last row may have cells that go on below the others, beside its first. */
function footOfTable(pieces: readonly Piece[], { top, foot }: Gutter, size: number): number {
  const edge = Math.min(...pieces.filter(({ y }) => y <= top && y >= foot).map(({ x }) => x));
  let last = foot;
  for (const { x, y } of pieces) {
    if (y >= foot) continue;
    if (x < edge + 2 * size || last - y > CLOSE * size) return last;
    last = y;
  }
  return last;
}

/** The last height that belongs to the column, of heights that lead away from it: a few lines far off do not. */
function attached(from: number, heights: readonly number[], size: number): number {
  let last = from;
  for (const [index, y] of heights.entries()) {
    const lines = new Set(heights.slice(index).map((each) => Math.round(each)));
    if (Math.abs(y - last) > FAR * size && lines.size <= FEW) return last;
    last = y;
  }
  return last;
}
