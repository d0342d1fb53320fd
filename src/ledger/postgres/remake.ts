// Making the projections anew beside those that are there, so that readers go on meanwhile: in a schema of its own, whose tables then
// take the place of the old ones in an instant.
import { sql } from "kysely";
import type { Db } from "../sql/index.ts";
import { PROJECTED, PROJECTIONS } from "./schema.ts";
import { isLockedOut } from "./trouble.ts";

/** Milliseconds for which readers may wait behind us, well below the second after which the server looks for a deadlock and ends somebody. */
const BRIEFLY = 250;
/** Tries to have all tables at once. */
const TRIES = 40;

/** See `Store.remakeProjections`. */
export async function remake<T>(db: Db, schema: string, fill: (db: Db) => Promise<T>): Promise<T> {
  const [place, beside] = [`"${schema}"`, `"${schema}_rebuild"`];
  await run(db, [`create schema ${beside}`, `set local search_path = ${beside}, ${place}`, ...PROJECTIONS]);
  const filled = await fill(db);
  // Without figures of the new tables the first questions would be planned as if they were empty.
  await run(db, [...PROJECTED.map((table) => `analyze ${beside}.${table}`), `set local search_path = ${place}`]);
  const old = (await tablesIn(db, schema)).map((table) => `${place}.${table}`).join(", ");
  if (old !== "") await lockAll(db, old);
  if (old !== "") await run(db, [`drop table ${old}`]);
  await run(db, [...PROJECTED.map((table) => `alter table ${beside}.${table} set schema ${place}`), `drop schema ${beside}`]);
  return filled;
}

/** Those of the projection tables that are there: a rebuild heals a ledger that lost one. */
async function tablesIn(db: Db, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select tablename::text as name from pg_tables where schemaname = ${schema}`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  return PROJECTED.filter((table) => there.has(table));
}

/** A reader that holds one table may wait for another that we hold: so all are let go again after a moment, and asked for anew. */
async function lockAll(db: Db, tables: string): Promise<void> {
  await run(db, ["savepoint unlocked"]);
  for (let tries = 1; ; tries += 1) {
    try {
      return await run(db, [`set local lock_timeout = ${BRIEFLY}`, `lock table ${tables} in access exclusive mode`]);
    } catch (thrown) {
      if (!isLockedOut(thrown) || tries === TRIES) throw thrown;
      await run(db, ["rollback to savepoint unlocked"]);
    }
  }
}

async function run(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
