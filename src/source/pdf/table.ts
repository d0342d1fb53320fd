// A table to its rows. A cell of several lines goes on below: a line without a first cell belongs to the row before it.
import { rowsOf } from "./pieces.ts";
import type { Piece } from "./runs.ts";
import { isRightToLeft } from "./direction.ts";

/** A row of a table: its cells in the order of reading. */
export interface TableRow {
  readonly cells: readonly Piece[];
}

/** Lines no farther apart than so many letters' heights may be of one row. */
const CLOSE = 1.6;

/** The rows of a table, from the top. */
export function tableRows(pieces: readonly Piece[]): TableRow[] {
  const rows: Piece[][] = [];
  let foot = 0;
  const edge = Math.min(...pieces.map(({ x }) => x));
  for (const line of rowsOf(pieces)) {
    const [first] = line;
    if (first === undefined) continue;
    const open = rows.at(-1);
    const goesOn = open !== undefined && foot - first.y < CLOSE * first.size && first.x > edge + 2 * first.size && goesUnder(open, line);
    if (goesOn) for (const piece of line) put(open, piece);
    else rows.push([...line]);
    foot = first.y;
  }
  const reversed = isRightToLeft(pieces);
  return rows.map((cells) => ({ cells: reversed ? cells.toReversed() : cells }));
}

/** True where each piece of a line stands under a cell, and some cell is left without one. */
function goesUnder(cells: readonly Piece[], line: readonly Piece[]): boolean {
  return line.length < cells.length && line.every((piece) => cells.some((cell) => overlaps(cell, piece)));
}

function put(cells: Piece[], piece: Piece): void {
  const at = cells.findIndex((cell) => overlaps(cell, piece));
  const cell = cells[at];
  if (cell === undefined) return;
  const x = Math.min(cell.x, piece.x);
  const width = Math.max(cell.x + cell.width, piece.x + piece.width) - x;
  cells[at] = { ...cell, text: `${cell.text} ${piece.text}`, x, width };
}

function overlaps(a: Piece, b: Piece): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}
