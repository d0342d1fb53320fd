// What the thread that imports is given, and what it answers.
import type { Importer } from "../../import/index.ts";

/** A spreadsheet to be imported: its text and map, the name of its documents unless the map has one, and the day (ISO) by which it was known. */
export interface Import {
  readonly csv: string;
  readonly map: string;
  readonly name?: string;
  readonly day?: string;
  readonly importer: Importer;
  /** Nothing is written. */
  readonly dry: boolean;
}

/** What the thread is given: where the ledger lies, ids of parties by their names in small letters, and the sheet. */
export interface Task {
  readonly location: string;
  readonly parties: ReadonlyMap<string, string>;
  readonly sheet: Import;
}

/** A row that was not imported, with its line in the sheet where that is known. */
export interface RefusedRow {
  readonly line?: number;
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}

/** What an import came to: claims that were added, that were there already, and that were taken back; and the documents of the rows that were told. */
export interface Imported {
  readonly added: number;
  readonly same: number;
  readonly undone: number;
  readonly refused: readonly RefusedRow[];
  readonly documents: readonly string[];
}
