// What PostgreSQL can say of its own files: every page of every table is read, past the indices, so that a damaged one is found although
// no question would touch it. Where a database has the extension amcheck, and we may use it, the indices are held against the tables too.
import { sql } from "kysely";
import type { Db } from "../sql/index.ts";
import { PROJECTED } from "./schema.ts";

/** Throws what the server throws where it finds damage. */
export function inspect(db: Db): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    for (const way of ["seqscan = on", "indexscan = off", "indexonlyscan = off"]) await sql.raw(`set local enable_${way}`).execute(transaction);
    for (const table of ["meta", "entries", ...PROJECTED]) await sql`select count(*) from ${sql.table(table)}`.execute(transaction);
    if (await canCheckIndices(transaction)) await checkIndices(transaction);
  });
}

async function canCheckIndices(db: Db): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`
    select coalesce(bool_or(has_function_privilege(oid, 'execute')), false) as can
    from pg_proc where oid = to_regprocedure((select extnamespace::regnamespace || '.bt_index_check(regclass, boolean)' from pg_extension where extname = 'amcheck'))`.execute(
    db,
  );
  return rows[0]?.can === true;
}

async function checkIndices(db: Db): Promise<void> {
  const { rows } = await sql<{ check: string }>`
    select format('select %s.bt_index_check(%s, true)', (select extnamespace::regnamespace from pg_extension where extname = 'amcheck'), i.indexrelid) as check
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace and c.relam = (select oid from pg_am where amname = 'btree')`.execute(db);
  for (const { check } of rows) await sql.raw(check).execute(db);
}
