// A spreadsheet's text as a table, to be looked at before it is imported. The importer's own parser, so that what is seen is what is imported.
import { parse } from "csv-parse/browser/esm/sync";

/** Columns, the first rows, and how many rows there are. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What parts the cells of a line: what the first line has most of. */
export function delimiterIn(content: string): string {
  const line = /^\ufeff?([^\r\n]*)/.exec(content)?.[1] ?? "";
  const counts = DELIMITERS.map((one) => [one, line.split(one).length] as const);
  return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ",";
}

/** The table in a text. Throws what csv-parse says of quotes that do not close. */
export function tableOf(content: string, delimiter: string): Table {
  const options = { bom: true, delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, trim: true };
  const [columns = [], ...rows] = parse(content, options);
  return { columns, rows: rows.filter((row) => row.some((cell) => cell !== "")) };
}

/** The text of a file, which spreadsheets often write in the encoding of Windows. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The name of a sheet, as the importer takes it: the file's without its ending, as `pacta import` has it. */
export function sheetName(file: string): string {
  const name = file
    .replace(/\.(?:csv|txt|tsv)?(?:\.gz)?$/i, "")
    .replaceAll(/[\s/#]+/g, "-")
    .slice(0, 200);
  return name === "" ? "sheet" : name;
}
