// Making sure that redacted words are gone from the tables: an update leaves the row as it was in its page, and a plain VACUUM frees the
// place but not the bytes. VACUUM FULL writes the table anew without such rows, unless a transaction in the database is old enough to see
// them. The server's log of changes (WAL), its archive, replicas and backups are beyond what a client can reach: docs/decisions/0019.
import { sql } from "kysely";
import { PactaError } from "../../error.ts";
import type { Db } from "../sql/index.ts";
import type { Lines } from "./lines.ts";

/** The tables that hold words, or something of them. */
const WORDED = ["entries", "near"];
/** Milliseconds between two tries. */
const PAUSE = 100;
/** Milliseconds for which a process that opens the ledger waits for others. */
const BRIEFLY = 250;

/** Throws `PACTA_LEDGER_WORDS_LEFT` where others keep the rows in use for longer than `patience` milliseconds, and where the server fails. */
export async function scrub(lines: Lines, db: Db, patience: number): Promise<void> {
  const note = await noteIn(db);
  if (note === undefined) return;
  const until = performance.now() + patience;
  try {
    while (!((await isPast(db, note)) && (await rewritten(lines, patience)))) {
      if (performance.now() > until) throw new Error("a transaction in the database began before the redaction");
      await new Promise((wake) => setTimeout(wake, PAUSE));
    }
  } catch (cause) {
    throw wordsLeft(cause);
  }
  // Another process may have taken words away meanwhile: then the note is its own.
  await db.deleteFrom("meta").where("key", "=", "scrub").where("value", "=", note).execute();
}

/** Scrubs the tables for a process that was killed before it could, unless that has to wait for another: it stays due. */
export async function scrubOnOpening(lines: Lines, db: Db): Promise<void> {
  await scrub(lines, db, BRIEFLY).catch((thrown: unknown) => {
    if (!(thrown instanceof PactaError && thrown.code === "PACTA_LEDGER_WORDS_LEFT")) throw thrown;
  });
}

/** The transaction that last took words away since the tables were scrubbed. */
async function noteIn(db: Db): Promise<string | undefined> {
  return (await db.selectFrom("meta").select("value").where("key", "=", "scrub").executeTakeFirst())?.value;
}

/** True where all that write now began after that transaction; a table that is written anew before would keep its rows for them. */
async function isPast(db: Db, transaction: string): Promise<boolean> {
  const { rows } = await sql<{ past: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${transaction}::xid8 as past`.execute(db);
  return rows[0]?.past === true;
}

/** True where the tables were written anew without a single row that is no more. A table that is not ours is passed over by the server, with a mere warning. */
async function rewritten(lines: Lines, patience: number): Promise<boolean> {
  const tell = `vacuum (full, verbose) ${WORDED.join(", ")}`;
  const details = await lines.noted([`set lock_timeout = ${Math.max(1, Math.trunc(patience))}`, tell]);
  if (details.length < WORDED.length) throw new Error("the user does not own the ledger's tables");
  // "0 dead row versions cannot be removed yet", in the server's language.
  return details.every((detail) => /\d+/.exec(detail)?.[0] === "0");
}

function wordsLeft(cause: unknown): PactaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PactaError(
    "PACTA_LEDGER_WORDS_LEFT",
    `the words were redacted, but the ledger's tables may hold copies of them still: ${why}`,
    "End what else uses the database, make room for a second copy of the ledger, and open it again as the owner of its tables: it is scrubbed then",
    {},
    cause,
  );
}
