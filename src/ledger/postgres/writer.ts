// Writing: transactions one after the other, each behind the ledger's lock. A transaction whose line is lost was undone, unless the loss
// came while its commit was under way: then the server is asked what became of it. So nothing is reported as failed that was written,
// and nothing is written twice.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Db, Store, Tables } from "../sql/index.ts";
import { LostLine } from "./trouble.ts";

/** "Pact", which keeps our locks apart from those of other programs in the same database. */
const LOCK = 0x50616374;
/** Times that a transaction is tried again when its line is lost: after a restart of the server every line of the pool may be a lost one. */
const AGAIN = 4;

/** Writes to one ledger. */
export interface Writer {
  readonly write: Store["write"];
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/** What a transaction came to, where it did not fail by what it did. */
type Outcome<T> =
  | { readonly kind: "committed"; readonly result: T }
  | { readonly kind: "undone"; readonly lost: LostLine }
  /** The line was lost between the question for a commit and its answer. */
  | { readonly kind: "unanswered"; readonly lost: LostLine; readonly result: T; readonly transaction: string };

/** A writer on lines that are taken as they are. */
export function writerOf(lines: Kysely<Tables>, schema: string): Writer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    // The writers of a process wait here for one another, and not each on a line of its own.
    write: (work, { once = false } = {}) => {
      const turn = last.then(() => written(lines, schema, work, once ? 0 : AGAIN));
      last = turn.catch(() => undefined);
      return turn;
    },
    idle: async () => void (await last),
  };
}

async function written<T>(lines: Kysely<Tables>, schema: string, work: (db: Db) => Promise<T>, again: number): Promise<T> {
  const outcome = await attempt(lines, schema, work);
  if (outcome.kind === "committed") return outcome.result;
  if (outcome.kind === "unanswered" && (await isCommitted(lines, schema, outcome.transaction))) return outcome.result;
  if (again > 0) return written(lines, schema, work, again - 1);
  throw outcome.lost;
}

function attempt<T>(lines: Kysely<Tables>, schema: string, work: (db: Db) => Promise<T>): Promise<Outcome<T>> {
  return lines.connection().execute(async (db): Promise<Outcome<T>> => {
    let done: { readonly result: T; readonly transaction: string | null } | undefined;
    try {
      await begin(db, schema);
      const result = await work(db);
      done = { result, transaction: await transactionOf(db) };
      await commit(db);
      return { kind: "committed", result };
    } catch (thrown) {
      if (thrown instanceof LostLine) return outcomeOf(thrown, done);
      // Where this fails the line is lost, and with it the transaction.
      await sql`rollback`.execute(db).catch(() => undefined);
      throw thrown;
    }
  });
}

function outcomeOf<T>(lost: LostLine, done: { readonly result: T; readonly transaction: string | null } | undefined): Outcome<T> {
  if (done === undefined) return { kind: "undone", lost };
  const { result, transaction } = done;
  return transaction === null ? { kind: "committed", result } : { kind: "unanswered", lost, result, transaction };
}

/** Every statement after the lock sees what the writers before have committed: it takes its own look at the data, and not the transaction's first. */
async function begin(db: Db, schema: string): Promise<void> {
  await sql`begin isolation level read committed`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtextextended(${schema}, ${LOCK}))`.execute(db);
}

/** The number of the transaction, null where it has written nothing. */
async function transactionOf(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select pg_current_xact_id_if_assigned()::text as id`.execute(db);
  return rows[0]?.id ?? null;
}

async function commit(db: Db): Promise<void> {
  const { rows } = await sql<{ command: string }>`commit`.execute(db);
  if (rows[0]?.command === "ROLLBACK") throw new Error("a statement of the transaction failed unseen");
}

/** Behind the lock, which the lost transaction held to its end: by then it was committed or undone, for good. */
async function isCommitted(lines: Kysely<Tables>, schema: string, transaction: string): Promise<boolean> {
  const asked = sql<{ status: string }>`select pg_xact_status(${transaction}::xid8) as status`;
  const { rows } = await written(lines, schema, (db) => asked.execute(db), AGAIN);
  return rows[0]?.status === "committed";
}
