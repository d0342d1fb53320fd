// Settings in a schema of their own beside the ledger's, on the same server.
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { ServerAddress } from "../ledger/index.ts";
import { otherError, schemaOf, statementsFrom } from "./forward.ts";
import { migrations } from "./schema.ts";
import type { Tables } from "./schema.ts";
import type { Store } from "./sql.ts";

const MOST = 2;
const UNANSWERED = 30_000;
/** Keeps our lock apart from those of ledgers and other programs. */
const LOCK = 0x50616353;

/** Opens or makes the schema, brought to the present one. */
export async function openSchema(address: ServerAddress, patience: number): Promise<Store> {
  const { host, port, user, password, database, tls } = address;
  const schema = `${address.schema}_settings`;
  const pool = new pg.Pool({
    host,
    port,
    user,
    password,
    database,
    ssl: tls === "none" ? false : { rejectUnauthorized: tls === "verified" },
    options: `-c search_path="${schema}" -c lock_timeout=${Math.max(1, Math.trunc(patience))} -c synchronous_commit=on -c client_min_messages=warning`,
    application_name: "pacta",
    max: MOST,
    allowExitOnIdle: true,
    connectionTimeoutMillis: UNANSWERED,
  });
  // An idle line that is lost is out of the pool by then; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const steps = migrations("postgres");
    if ((await standing(db, schema, steps.length)) < steps.length) await db.transaction().execute((locked) => prepare(locked, schema, steps));
    return { db, close: () => db.destroy() };
  } catch (thrown) {
    await db.destroy();
    throw thrown;
  }
}

/** Another process may have done it since we looked. */
async function prepare(db: Kysely<Tables>, schema: string, steps: readonly (readonly string[])[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${schema}, ${LOCK}))`.execute(db);
  const found = await standing(db, schema, steps.length);
  if (found === steps.length) return;
  await sql.raw(`create schema if not exists "${schema}"`).execute(db);
  for (const statement of statementsFrom(found, steps)) await sql.raw(statement).execute(db);
}

/** The schema of the tables that are there, 0 where there are none. */
async function standing(db: Kysely<Tables>, schema: string, known: number): Promise<number> {
  const asked = sql<{ meta: boolean; relations: number }>`select to_regclass(${`"${schema}".meta`}) is not null as meta,
    (select count(*)::int from pg_class where relnamespace = to_regnamespace(${`"${schema}"`})) as relations`;
  const { meta = false, relations = 0 } = (await asked.execute(db)).rows[0] ?? {};
  if (meta) {
    const rows = await db
      .selectFrom("meta")
      .select(["key", "value"])
      .execute()
      .catch(() => []);
    return schemaOf(rows, known);
  }
  if (relations > 0) throw otherError();
  return 0;
}
