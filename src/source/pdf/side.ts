// What a white band parts: columns of prose, which are read one after the other, or the cells of a table, which are read row
// by row. Prose fills its lines; cells are short, and stand on one height with their neighbours.
import type { Gutter } from "./gutters.ts";
import { rowsOf } from "./pieces.ts";
import type { Piece } from "./runs.ts";

/** The lines on one side of a band. */
interface Side {
  readonly lines: readonly Line[];
  readonly prose: boolean;
}

interface Line {
  readonly y: number;
  readonly width: number;
  readonly characters: number;
}

/** A line of prose has this many characters, and fills this share of the longest. */
const CHARACTERS = 16;
const FILLED = 0.7;

/** So many of the lines of prose do; others end paragraphs. */
const SHARE = 0.5;

/** Lines are on one height when so much closer than the letters are high; where fewer are than this share, it is no table. */
const LEVEL = 0.3;
const ALIGNED = 0.6;

/** A band between cells, in letters' heights: wider than one between columns, for narrow ones stand in loose lines by chance. */
const CELLS = 1.2;

/** What a band parts whose sides hold these pieces; undefined where it is white by chance. */
export function partedBy(gutter: Gutter, left: readonly Piece[], right: readonly Piece[], size: number): "column" | "table" | undefined {
  const [a, b] = [sideOf(left), sideOf(right)];
  if (a.prose && b.prose) return "column";
  const [fewer, more] = a.lines.length <= b.lines.length ? [a, b] : [b, a];
  const level = fewer.lines.filter(({ y }) => more.lines.some((other) => Math.abs(other.y - y) < LEVEL * size)).length;
  const aligned = level >= ALIGNED * fewer.lines.length;
  if (!aligned) return "column";
  // Words beside long texts: each belongs to the line that it stands before. Else a text beside a list of names and numbers.
  const labels = fewer === a && b.prose && a.lines.length * 2 <= b.lines.length;
  if ((a.prose || b.prose) && !labels && more.lines.length > fewer.lines.length + 1) return "column";
  return gutter.right - gutter.left >= CELLS * size ? "table" : undefined;
}

function sideOf(pieces: readonly Piece[]): Side {
  const lines = rowsOf(pieces).map(lineOf);
  const longest = lines.map(({ width }) => width).toSorted((x, y) => x - y)[Math.floor((lines.length - 1) * 0.9)] ?? 0;
  const full = lines.filter(({ width, characters }) => characters >= CHARACTERS && width >= FILLED * longest).length;
  return { lines, prose: lines.length > 1 && full >= SHARE * lines.length };
}

function lineOf(row: readonly Piece[]): Line {
  const x = row[0]?.x ?? 0;
  const right = Math.max(...row.map((piece) => piece.x + piece.width));
  return { y: row[0]?.y ?? 0, width: right - x, characters: row.reduce((sum, { text }) => sum + text.length, 0) };
}
