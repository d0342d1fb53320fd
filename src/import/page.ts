// A row as a text: a line for each cell, under the name of its column. It is the document that backs the row's claims, so that each of them
// points at the cells that say so.
import type { Span } from "../document/index.ts";
import type { Row } from "./table.ts";

/** The text of a row, and where each cell stands in it. */
export interface RowText {
  readonly text: string;
  readonly places: ReadonlyMap<string, Span>;
}

/** Writes a row out; empty cells are left out. */
export function rowText({ cells }: Row): RowText {
  const places = new Map<string, Span>();
  let text = "";
  for (const [column, cell] of cells) {
    const start = text.length + (text === "" ? 0 : 1) + column.length + 2;
    text += `${text === "" ? "" : "\n"}${column}: ${cell}`;
    places.set(column, { start, end: start + cell.length });
  }
  return { text, places };
}
