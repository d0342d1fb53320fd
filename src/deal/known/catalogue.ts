// The catalogue of undertakings that the press knows by name: which names, abbreviations and descriptions mean one of them. It is data
// (knowledge/deals/known.tsv), because whoever follows a deal knows best how it is called.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { PactaError } from "../../error.ts";
import { KINDS } from "../deal.ts";

const list = z.string().transform((cell) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const day = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, "a year, month or day in ISO form");

const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined with hyphens"),
  name: z.string().min(1),
  kind: z.enum(KINDS),
  parties: list,
  names: list,
  descriptions: list,
  from: day,
  to: day,
  replaces: z.string(),
  goods: list,
});

/** A row of the catalogue. `from` and `to` bound the time of which the news speaks of it (ISO, any precision, empty where open); a `*` among the parties: there are more than are listed. */
export type KnownDeal = Readonly<z.infer<typeof rowSchema>>;

const COLUMNS = Object.keys(rowSchema.shape);
const REMEDY = "Correct the row; the comments at the head of the file say what its columns hold";

/** Rows of the catalogue's table. Throws `PACTA_KNOWLEDGE_INVALID` with file and line where a row does not fit, an id is there twice, or a successor's elder is missing. */
export function catalogueOf(table: string, source: string): readonly KnownDeal[] {
  const lines = table.split(/\r?\n/).map((text, at) => ({ cells: text.split("\t"), at: at + 1, text }));
  const [header, ...rest] = lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (header === undefined || header.cells.join() !== COLUMNS.join())
    throw invalid(`its columns are not ${COLUMNS.join(", ")}`, source, header?.at ?? 1);
  const rows = new Map<string, { readonly row: KnownDeal; readonly at: number }>();
  for (const { cells, at } of rest) {
    const parsed = rowSchema.safeParse(Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i]])));
    const issue = parsed.error?.issues[0];
    if (!parsed.success || cells.length !== COLUMNS.length)
      throw invalid(issue ? `${issue.path.join()}: ${issue.message}` : `it has ${cells.length} cells`, source, at);
    if (rows.has(parsed.data.id)) throw invalid(`"${parsed.data.id}" stands there before`, source, at);
    rows.set(parsed.data.id, { row: parsed.data, at });
  }
  for (const { row, at } of rows.values()) {
    if (row.replaces !== "" && !rows.has(row.replaces)) throw invalid(`"${row.id}" replaces "${row.replaces}", which is no row`, source, at);
  }
  return [...rows.values()].map(({ row }) => row);
}

function invalid(what: string, source: string, line: number): PactaError {
  return new PactaError("PACTA_KNOWLEDGE_INVALID", what, REMEDY, { source, line });
}

/** Reads the catalogue. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function readCatalogue(file: string): readonly KnownDeal[] {
  let table: string;
  try {
    table = readFileSync(file, "utf8");
  } catch (thrown) {
    throw new PactaError(
      "PACTA_KNOWLEDGE_MISSING",
      "a knowledge file cannot be read",
      "Install the package again, or name the folder that holds it",
      { source: file },
      thrown,
    );
  }
  return catalogueOf(table, file);
}
