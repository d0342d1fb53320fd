// Tables that a domain expert may correct: tab-separated, a first line of column names, `#` lines are remarks.
// Every row passes a schema when it is loaded, so that a slip is reported with its file and line and not found in a reading.
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { PactaError } from "../../error.ts";

/**
 * The rows of a TSV text, each checked by `row`, which gets the cells by column name. `source` names the file in messages.
 * Throws `PACTA_TABLE_ROW` with the line where a row has another number of cells than the head or fails the schema.
 */
export function parseTable<Row>(content: string, source: string, row: z.ZodType<Row>): readonly Row[] {
  const lines = content
    .split(/\r?\n/)
    .map((line, index) => ({ cells: line.split("\t"), line: index + 1, skip: line.trim() === "" || line.startsWith("#") }));
  const [head, ...body] = lines.filter((line) => !line.skip);
  return body.map(({ cells, line }) => {
    const columns = head?.cells ?? [];
    if (cells.length !== columns.length) throw badRow(`${cells.length} cells under ${columns.length} columns`, source, line);
    const parsed = row.safeParse(Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim()])));
    if (!parsed.success) throw badRow(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "), source, line);
    return parsed.data;
  });
}

function badRow(what: string, source: string, line: number): PactaError {
  return new PactaError("PACTA_TABLE_ROW", `a row of the table is wrong: ${what}`, "Correct the row: its cells are parted by tabs, as the head is", {
    source,
    line,
  });
}

/** Reads and checks the table in `file`. Throws `PACTA_TABLE_MISSING` where the file cannot be read, and as `parseTable`. */
export function loadTable<Row>(file: string, row: z.ZodType<Row>): readonly Row[] {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (cause) {
    throw new PactaError(
      "PACTA_TABLE_MISSING",
      "a knowledge table cannot be read",
      "Install the package again, or name the right knowledge folder",
      { source: file },
      cause,
    );
  }
  return parseTable(content, file, row);
}
