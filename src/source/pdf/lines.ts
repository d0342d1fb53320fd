// The runs of letters of a page to its lines, in the order of reading.
import { isRightToLeft } from "./direction.ts";
import { blocksOf } from "./order.ts";
import type { Block } from "./order.ts";
import { joined, piecesOf, rowsOf } from "./pieces.ts";
import { uprightPieces } from "./runs.ts";
import type { Piece, PdfRun } from "./runs.ts";
import { tableRows } from "./table.ts";
import type { PdfLine } from "./wire.ts";

/** Pieces of a line so many letters' heights apart are entries ("Total   500"), even where two lines make no table. */
const ENTRIES = 2.5;

/** The lines of a page. Slanted text, and what stands upright beside the rest, is left out: it is stamps and axes. */
export function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const pieces = piecesOf(uprightPieces(runs));
  return blocksOf(pieces).flatMap((block, index) => linesIn(block).map((line) => ({ ...line, block: index })));
}

function linesIn({ kind, pieces }: Block): PdfLine[] {
  if (kind === "table") return tableRows(pieces).flatMap(({ cells }) => rowLine(cells));
  const reversed = isRightToLeft(pieces);
  const rows = rowsOf(pieces);
  const isLoose = looseIn(rows);
  return rows.flatMap((row) => {
    const apart = row.some((piece, index) => isApart(row[index - 1], piece)) && !isLoose(row);
    return apart ? rowLine(reversed ? row.toReversed() : row) : lineOf(row);
  });
}

/** Tells the lines of justified prose whose words were drawn far apart to fill them. */
function looseIn(rows: readonly (readonly Piece[])[]): (row: readonly Piece[]) => boolean {
  const left = Math.min(...rows.map((row) => row[0]?.x ?? 0));
  const right = Math.max(...rows.map((row) => endOf(row.at(-1))));
  const fills = (row: readonly Piece[]): boolean => {
    const [first] = row;
    return first !== undefined && first.x - left < 2 * first.size && right - endOf(row.at(-1)) < 0.5 * first.size;
  };
  const whole = rows.filter((row) => row.length === 1 && fills(row)).length;
  return (row) => whole * 2 > rows.length && fills(row);
}

function endOf(piece: Piece | undefined): number {
  return piece === undefined ? 0 : piece.x + piece.width;
}

function isApart(before: Piece | undefined, piece: Piece): boolean {
  return before !== undefined && piece.x - (before.x + before.width) > ENTRIES * Math.max(before.size, piece.size);
}

function lineOf(row: readonly Piece[]): PdfLine[] {
  const [first, ...others] = row;
  if (first === undefined) return [];
  const line = others.reduce((piece, next) => joined(piece, next, false), first);
  return trimmed(line);
}

/** A row as a line, its cells apart by tabs. */
function rowLine(cells: readonly Piece[]): PdfLine[] {
  const [first] = cells;
  if (first === undefined) return [];
  const x = Math.min(...cells.map((cell) => cell.x));
  const right = Math.max(...cells.map((cell) => cell.x + cell.width));
  const text = cells.map((cell) => cell.text.replace(/\s+/g, " ").trim()).join("\t");
  return trimmed({ ...first, text, x, width: right - x }).map((line) => (cells.length > 1 ? { ...line, row: true } : line));
}

function trimmed(line: Piece): PdfLine[] {
  const text = line.text.trim();
  return text === "" ? [] : [{ ...line, text }];
}
