// The rows of a CSV text, each with the line on which it begins and its cells by column.
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { PactaError } from "../error.ts";

/** A row: its first line in the file, its cells in the order of the columns, empty ones left out. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A table: its columns, its rows, and the coded errors of rows that do not fit under them. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly failures: readonly PactaError[];
}

const parsed = z.array(z.object({ record: z.array(z.string()), raw: z.string() }));
const BREAK = /\r\n|\r|\n/g;

function recordsOf(content: string, delimiter: string, source: string): z.infer<typeof parsed> {
  const options = { bom: true, delimiter, raw: true, info: true, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, trim: true };
  try {
    return parsed.parse(parse(content, options));
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = z.object({ lines: z.int() }).safeParse(thrown).data?.lines;
    const place = { source, ...(line === undefined ? {} : { line }) };
    throw new PactaError("PACTA_IMPORT_CSV", thrown.message, "Close or double the quotes there; nothing was imported", place, thrown);
  }
}

/** Reads a table; its first line names the columns. Throws `PACTA_IMPORT_CSV` where it is no CSV, `PACTA_IMPORT_COLUMN` where a column has no name or shares one. */
export function tableOf(content: string, delimiter: string, source: string): Table {
  const [header, ...records] = recordsOf(content, delimiter, source);
  const columns = header?.record ?? [];
  const twice = columns.find((column, at) => column === "" || columns.indexOf(column) < at);
  if (header === undefined || twice !== undefined) {
    const what = header === undefined ? "there is no line that names the columns" : `a column is named "${twice}", which is no name of its own`;
    throw new PactaError("PACTA_IMPORT_COLUMN", what, "Give every column a name of its own in the first line", { source, line: 1 });
  }
  const rows: Row[] = [];
  const failures: PactaError[] = [];
  let line = 1 + breaksIn(header.raw);
  for (const { record, raw } of records) {
    const place = { source, line };
    line += breaksIn(raw);
    if (record.every((cell) => cell === "")) continue;
    if (record.length > columns.length) {
      const what = `the row has ${record.length} cells, and there are ${columns.length} columns`;
      failures.push(new PactaError("PACTA_IMPORT_ROW", what, "Put cells that hold the delimiter into quotes", place));
    } else {
      const cells = columns.map((column, at): [string, string] => [column, record[at] ?? ""]);
      rows.push({ line: place.line, cells: new Map(cells.filter(([, cell]) => cell !== "")) });
    }
  }
  return { columns, rows, failures };
}

const breaksIn = (raw: string): number => raw.match(BREAK)?.length ?? 0;
