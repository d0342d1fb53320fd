// Making the projections anew beside those that are there, so that readers go on meanwhile: in a schema of its own, whose tables then
// take the place of the old ones in an instant.
import { sql } from "kysely";
import type { Db } from "../sql/index.ts";
import { PROJECTED, PROJECTIONS } from "./schema.ts";

/** See `Store.remakeProjections`. */
export async function remake<T>(db: Db, schema: string, fill: (db: Db) => Promise<T>): Promise<T> {
  const [place, beside] = [`"${schema}"`, `"${schema}_rebuild"`];
  await run(db, [`create schema ${beside}`, `set local search_path = ${beside}, ${place}`, ...PROJECTIONS]);
  const filled = await fill(db);
  // Without figures of the new tables the first questions would be planned as if they were empty.
  await run(db, [...PROJECTED.map((table) => `analyze ${beside}.${table}`), `set local search_path = ${place}`]);
  await run(db, [`drop table if exists ${PROJECTED.map((table) => `${place}.${table}`).join(", ")}`]);
  await run(db, [...PROJECTED.map((table) => `alter table ${beside}.${table} set schema ${place}`), `drop schema ${beside}`]);
  return filled;
}

async function run(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
