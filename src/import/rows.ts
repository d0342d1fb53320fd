// A spreadsheet as documents with claims, one a row; what cannot be told is a coded error with its line.
import { createHash } from "node:crypto";
import { callerDay } from "../document/index.ts";
import type { Document } from "../document/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import { CellError, dayIn } from "./cell.ts";
import { claimsOfRow } from "./claims.ts";
import type { RowClaim, SheetSetting } from "./claims.ts";
import { rowText } from "./page.ts";
import { tableOf } from "./table.ts";
import type { Row } from "./table.ts";

/** A spreadsheet: its text, the name of its documents unless the map has one, where it was found, and the day by which it was known, if it is. */
export interface Sheet {
  readonly content: string;
  readonly name: string;
  readonly source: string;
  readonly day?: string;
}

/** A row that can be told. */
export interface ToldRow {
  readonly kind: "row";
  readonly line: number;
  readonly document: Document;
  readonly claims: readonly RowClaim[];
}

/** A row that cannot. */
export interface FailedRow {
  readonly kind: "failure";
  readonly error: PactaError;
}

const HASH = 16;

/** The rows of a sheet in their order, those that cannot be told among them. Throws `PACTA_IMPORT_CSV` and `PACTA_IMPORT_COLUMN` before anything is given. */
export function rowsOf(sheet: Sheet, setting: SheetSetting): readonly (ToldRow | FailedRow)[] {
  const { map } = setting;
  const { columns, rows, failures } = tableOf(sheet.content, map.delimiter, sheet.source);
  for (const [what, column] of Object.entries(map.columns)) {
    if (column === undefined || columns.includes(column)) continue;
    const remedy = `Correct the map; the columns are ${columns.join(", ")}`;
    throw new PactaError("PACTA_IMPORT_COLUMN", `there is no column "${column}" for ${what}`, remedy, { source: sheet.source, line: 1 });
  }
  const lines = new Map<string, number>();
  const told = rows.map((row): ToldRow | FailedRow => {
    try {
      const one = toldRow(row, sheet, setting);
      const before = lines.get(one.document.id);
      if (before !== undefined) throw new CellError(`it is the same row as in line ${before}`, "Leave one out, or give each an id of its own");
      lines.set(one.document.id, row.line);
      return one;
    } catch (thrown) {
      return { kind: "failure", error: failed(thrown, sheet.source, row.line) };
    }
  });
  const lineOf = (row: ToldRow | FailedRow): number => (row.kind === "row" ? row.line : (row.error.place.line ?? 0));
  return [...failures.map((error): FailedRow => ({ kind: "failure", error })), ...told].sort((a, b) => lineOf(a) - lineOf(b));
}

function failed(thrown: unknown, source: string, line: number): PactaError {
  if (thrown instanceof CellError) return new PactaError("PACTA_IMPORT_ROW", thrown.message, thrown.remedy, { source, line }, thrown);
  return toPactaError(thrown, { source, line });
}

function toldRow(row: Row, { name, day }: Sheet, setting: SheetSetting): ToldRow {
  const page = rowText(row);
  if (!page.text.isWellFormed() || page.text.includes("\u0000"))
    throw new CellError("a cell holds half of a surrogate pair or a zero byte", "Write the character in full, or leave it out");
  const { columns, sheet = name } = setting.map;
  const own = columns.id === undefined ? createHash("sha256").update(page.text).digest("hex").slice(0, HASH) : row.cells.get(columns.id);
  if (own === undefined) throw new CellError("the row has no id", "Fill the cell of the id");
  const known = columns.known === undefined ? undefined : row.cells.get(columns.known);
  const published = known === undefined ? day : callerDay(dayIn(known, setting.map));
  const document: Document = {
    id: `sheet:${sheet}#${own}`,
    kind: "spreadsheet",
    text: page.text,
    blocks: [{ start: 0, end: page.text.length, kind: "list" }],
    sources: [],
    tags: [],
    ...(published === undefined ? {} : { published: { day: published, basis: "caller" } }),
  };
  return { kind: "row", line: row.line, document, claims: claimsOfRow(row, page, setting) };
}
