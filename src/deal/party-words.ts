// The words for states, organisations, places and regions, so that "Russian" in "Russian S-400 systems" is taken for a party, and "West Bank"
// for a place, and neither for the name of a deal. They are those of the parties' own tables; here only words and ids are needed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PactaError } from "../error.ts";

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  "states.tsv": ["name", "aliases", "demonyms", "people", "capitals", "seats"],
  "organisations.tsv": ["name", "aliases", "organs"],
  "places.tsv": ["name", "aliases", "demonyms"],
  "regions.tsv": ["name", "aliases", "demonyms"],
};

/** The rows of a table as its columns. Throws `PACTA_KNOWLEDGE_INVALID` where one of `columns` is missing. */
function rowsOf(table: string, columns: readonly string[], source: string): readonly Readonly<Record<string, string>>[] {
  const rows = table.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const header = rows[0]?.split("\t") ?? [];
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) throw new PactaError("PACTA_KNOWLEDGE_INVALID", `no column ${missing}`, "Name the column in the first row", { source });
  return rows.slice(1).map((row) => {
    const cells = row.split("\t");
    return Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""]));
  });
}

/** Lower-case words of a table to the ids of its rows, empty where a row has none; the first row of a word keeps it. Throws `PACTA_KNOWLEDGE_INVALID` where a column is missing. */
export function partyWordsOf(table: string, columns: readonly string[], source: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const cells of rowsOf(table, columns, source)) {
    const named = columns.flatMap((column) => (cells[column] ?? "").split(";")).map((word) => word.trim().toLowerCase());
    for (const word of named.filter((one) => one !== "" && !words.has(one))) words.set(word, cells["id"] ?? "");
  }
  return words;
}

/** Reads the words of states, organisations, places and regions from knowledge/parties/. Throws `PACTA_KNOWLEDGE_MISSING` where a table cannot be read. */
export function readPartyWords(folder: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(COLUMNS)
      .toReversed()
      .flatMap(([file, columns]) => [...partyWordsOf(textOf(join(folder, file)), columns, join(folder, file))]),
  );
}

/** Reads a table of a parties folder. Throws `PACTA_KNOWLEDGE_MISSING` where it cannot be read, `PACTA_KNOWLEDGE_INVALID` where one of `columns` is missing. */
export function readColumns(file: string, columns: readonly string[]): readonly Readonly<Record<string, string>>[] {
  return rowsOf(textOf(file), columns, file);
}

function textOf(source: string): string {
  try {
    return readFileSync(source, "utf8");
  } catch (thrown) {
    throw new PactaError(
      "PACTA_KNOWLEDGE_MISSING",
      "a knowledge file cannot be read",
      "Install the package again, or name the folder that holds it",
      { source },
      thrown,
    );
  }
}
