// What SQLite throws, as errors that a user can act on. Which result code means what is SQLite's documentation (rescode.html).
import { PactaError, toPactaError } from "../../error.ts";
import type { ErrorCode } from "../../error.ts";
import { broken } from "../chain.ts";

type Trouble = readonly [code: ErrorCode, what: string, remedy: string];

const UNWRITABLE: Trouble = [
  "PACTA_LEDGER_UNWRITABLE",
  "the ledger cannot be opened for writing",
  "Check that the folder exists and that you may write to it and to the file",
];

/** By SQLite's primary result code. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  NOTADB: ["PACTA_LEDGER_NOT_A_LEDGER", "the file is not a ledger", "Name a ledger, or a file that does not exist yet"],
  CANTOPEN: UNWRITABLE,
  READONLY: UNWRITABLE,
  PERM: UNWRITABLE,
  AUTH: UNWRITABLE,
  FULL: [
    "PACTA_LEDGER_DISK_FULL",
    "the disk is full; what was not acknowledged was not written",
    "Make room, then run the command again: nothing is appended twice",
  ],
  BUSY: ["PACTA_LEDGER_LOCKED", "another process holds the ledger", "Wait until it is done (a rebuild takes a while), then run the command again"],
  LOCKED: ["PACTA_LEDGER_LOCKED", "another process holds the ledger", "Wait until it is done (a rebuild takes a while), then run the command again"],
  IOERR: ["PACTA_LEDGER_IO", "the disk failed to read or write", "Check the disk, then run pacta verify"],
  TOOBIG: ["PACTA_LEDGER_ENTRY_INVALID", "a text is too long for the store (1 GB)", "Split the document"],
  NOMEM: ["PACTA_LEDGER_IO", "SQLite ran out of memory", "Append smaller batches"],
};

/** The coded error for what the driver threw; everything that SQLite says of a file's content beyond the list means damage. */
export function explainSqlite(thrown: unknown): PactaError {
  if (!(thrown instanceof Error) || thrown instanceof PactaError) return toPactaError(thrown);
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  if (code === "ERR_DLOPEN_FAILED") {
    return new PactaError(
      "PACTA_LEDGER_STORE_UNSUPPORTED",
      "the SQLite module does not load here",
      "Install again (npm ci) with Node 24 or later",
      {},
      thrown,
    );
  }
  if (thrown instanceof TypeError && thrown.message.includes("directory does not exist")) return trouble(UNWRITABLE, thrown);
  const [, primary] = /^SQLITE_([A-Z]+)/.exec(code) ?? [];
  if (primary === undefined) return toPactaError(thrown);
  const known = TROUBLES[primary];
  return known === undefined ? broken(`SQLite says: ${thrown.message}`, undefined, thrown) : trouble(known, thrown);
}

function trouble([code, what, remedy]: Trouble, thrown: Error): PactaError {
  return new PactaError(code, `${what} (${thrown.message})`, remedy, {}, thrown);
}
