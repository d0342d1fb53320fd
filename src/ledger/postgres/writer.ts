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
  | { readonly kind: "unanswered"; readonly lost: LostLine; readonly result: T; readonly transaction: Written };

/** A transaction that wrote: its number, and the end of the chain as it left it, where there is one. */
interface Written {
  readonly id: string;
  readonly head?: { readonly seq: number; readonly hash: string };
}

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
    let done: { readonly result: T; readonly transaction: Written | null } | undefined;
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

function outcomeOf<T>(lost: LostLine, done: { readonly result: T; readonly transaction: Written | null } | undefined): Outcome<T> {
  if (done === undefined) return { kind: "undone", lost };
  const { result, transaction } = done;
  return transaction === null ? { kind: "committed", result } : { kind: "unanswered", lost, result, transaction };
}

/** Every statement after the lock sees what the writers before have committed: it takes its own look at the data, and not the transaction's first. */
async function begin(db: Db, schema: string): Promise<void> {
  await sql`begin isolation level read committed`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtextextended(${schema}, ${LOCK}))`.execute(db);
}

/** What the transaction wrote, null where it has written nothing. */
async function transactionOf(db: Db): Promise<Written | null> {
  const asked = sql<{
    id: string | null;
    there: boolean;
  }>`select pg_current_xact_id_if_assigned()::text as id, to_regclass('entries') is not null as there`;
  const [{ id, there } = { id: null, there: false }] = (await asked.execute(db)).rows;
  if (id === null) return null;
  const head = there ? await db.selectFrom("entries").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst() : undefined;
  return { id, ...(head === undefined ? {} : { head }) };
}

async function commit(db: Db): Promise<void> {
  const { rows } = await sql<{ command: string }>`commit`.execute(db);
  if (rows[0]?.command === "ROLLBACK") throw new Error("a statement of the transaction failed unseen");
}

/**
 * Behind the lock, which the lost transaction held to its end: by then it was committed or undone, for good. Its number alone does not tell: a
 * server that crashed before anything of the transaction was on disk gives the number to another, and says of that one that it is committed.
 * So the chain must hold the entry with which the transaction ended.
 */
async function isCommitted(lines: Kysely<Tables>, schema: string, { id, head }: Written): Promise<boolean> {
  const asked = sql<{ status: string }>`select pg_xact_status(${id}::xid8) as status`;
  return written(
    lines,
    schema,
    async (db) => {
      if ((await asked.execute(db)).rows[0]?.status !== "committed") return false;
      if (head === undefined) return true;
      const entry = await db.selectFrom("entries").select("hash").where("seq", "=", head.seq).executeTakeFirst();
      return entry?.hash === head.hash;
    },
    AGAIN,
  );
}
