// Shelves: tables of later parts in the ledger's database, under the same lock, in the same backups of its files, and made anew where their
// making has changed. What lies on them is derived: nothing of it is in the chain.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Shelf, ShelfShape } from "../ledger.ts";
import type { Db, Store } from "./store.ts";

/** `drops`: the statements that take the tables away, as JSON, for whoever must clear shelves whose shape he does not know. */
interface Shelves {
  readonly shelves: { readonly name: string; readonly version: string; readonly drops: string };
}

const NOTES = sql`create table if not exists shelves (name text primary key, version text not null, drops text not null)`;

/** A row where there are shelves: who may redact need not have the right to make tables. */
const THERE = {
  sqlite: sql`select 1 from sqlite_schema where name = 'shelves'`,
  postgres: sql`select 1 where to_regclass('shelves') is not null`,
};

/** Opens a shelf; see `Ledger.shelf`. `run` explains errors and refuses a closed ledger. */
export async function shelf<Tables>(store: Store, shape: ShelfShape, run: <T>(call: () => Promise<T>) => Promise<T>): Promise<Shelf<Tables>> {
  await run(() => store.write((db) => make(store, shape, db)));
  const as = (db: Db): Kysely<Tables> => db as unknown as Kysely<Tables>;
  return {
    dialect: store.dialect,
    read: (work) => run(() => work(as(store.db))),
    write: (work) => run(() => store.write((db) => work(as(db)))),
    clear: () => run(() => store.write((db) => remake(store, shape, db))),
    renew: () => run(() => store.write((db) => make(store, shape, db))),
  };
}

async function make(store: Store, shape: ShelfShape, db: Db): Promise<void> {
  await NOTES.execute(db);
  const row = await of(db).selectFrom("shelves").select("version").where("name", "=", shape.name).executeTakeFirst();
  if (row?.version !== shape.version) await remake(store, shape, db);
}

const of = (db: Db): Kysely<Shelves> => db as unknown as Kysely<Shelves>;

async function remake({ dialect }: Store, { name, version, drop, make: made }: ShelfShape, db: Db): Promise<void> {
  for (const statement of [...drop[dialect], ...made[dialect]]) await sql.raw(statement).execute(db);
  await of(db).deleteFrom("shelves").where("name", "=", name).execute();
  await of(db)
    .insertInto("shelves")
    .values({ name, version, drops: JSON.stringify(drop[dialect]) })
    .execute();
}

/** Takes all shelves away: what was derived from words that go must go with them. They are made anew when they are next opened or renewed. */
export async function clearShelves({ dialect }: Store, db: Db): Promise<void> {
  const { rows } = await THERE[dialect].execute(db);
  if (rows.length === 0) return;
  for (const { drops } of await of(db).selectFrom("shelves").select("drops").execute())
    for (const statement of z.array(z.string()).parse(JSON.parse(drops))) await sql.raw(statement).execute(db);
  await of(db).deleteFrom("shelves").execute();
}
