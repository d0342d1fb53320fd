// What PostgreSQL can say of its own files: every page of every table is read, past the indices, so that a damaged one is found although
// no question would touch it, and so is what no answer would show: bytes of a text behind a NUL, which a damaged length lets in. Where a database
// has the extension amcheck, and we may use it, the indices are held against the tables too.
import { sql } from "kysely";
import { broken } from "../chain.ts";
import type { Db } from "../sql/index.ts";
import { PROJECTED } from "./schema.ts";

/** Texts of an entry. */
const TEXTS = ["at", "kind", "prev", "hash"];

/** Throws what the server throws where it finds damage, and `PACTA_LEDGER_BROKEN` of the first entry that holds more than it tells. */
export function inspect(db: Db): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    for (const way of ["seqscan = on", "indexscan = off", "indexonlyscan = off"]) await sql.raw(`set local enable_${way}`).execute(transaction);
    for (const table of ["meta", "entries", ...PROJECTED]) await sql`select count(*) from ${sql.table(table)}`.execute(transaction);
    await checkTexts(transaction);
    if (await canCheckIndices(transaction)) await checkIndices(transaction);
  });
}

/** A text that is given out and taken in again is as long as it is stored. */
async function checkTexts(db: Db): Promise<void> {
  const longer = TEXTS.map((column) => `octet_length(${column}) <> octet_length(textin(textout(${column})))`).join(" or ");
  const { rows } = await sql.raw<{ seq: string | number | null }>(`select min(seq) as seq from entries where ${longer}`).execute(db);
  const seq = rows[0]?.seq ?? null;
  if (seq !== null) throw broken("it holds bytes that none of its texts shows", Number(seq));
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
