// Opening a schema as a ledger: is the server one that we know, is the schema a ledger, is it ours to read, and brought to the present version.
import { sql } from "kysely";
import { PactaError } from "../../error.ts";
import { broken } from "../chain.ts";
import type { Db } from "../sql/index.ts";
import { MIGRATIONS } from "./schema.ts";
import { isRefused } from "./trouble.ts";

/** The server that all of this was written for and tried on, as it counts itself. */
const OLDEST = 150_000;

/** What stands in a schema. */
interface Found {
  /** The version of the ledger's tables, 0 where there is no ledger. */
  readonly version: number;
  /** How many tables, views and the like the schema holds. */
  readonly relations: number;
}

/** Looks whether the schema holds a ledger that this Pacta can read. Throws `PACTA_LEDGER_NOT_A_LEDGER`, `_NEWER`, `_BROKEN` or `_STORE_UNSUPPORTED`. */
export async function lookAt(db: Db, schema: string): Promise<Found> {
  const asked = sql<{ relations: number; meta: boolean; encoding: string; server: number }>`
    select (select count(*) from pg_class where relnamespace = to_regnamespace(${`"${schema}"`})) as relations,
      to_regclass(${`"${schema}".meta`}) is not null as meta, current_setting('server_encoding') as encoding, current_setting('server_version_num')::bigint as server`;
  const { rows } = await asked.execute(db);
  const [{ relations, meta, encoding, server } = { relations: 0, meta: false, encoding: "", server: 0 }] = rows;
  if (server < OLDEST) throw unsupported("the server is older than PostgreSQL 15", "Use PostgreSQL 15 or newer");
  if (encoding !== "UTF8")
    throw unsupported(`the database keeps text as ${encoding}`, "Make the database with createdb --encoding UTF8 --template template0");
  return { version: meta ? await versionOf(db) : refuseOthers(relations), relations };
}

function unsupported(what: string, remedy: string): PactaError {
  return new PactaError("PACTA_LEDGER_STORE_UNSUPPORTED", what, remedy);
}

function refuseOthers(relations: number): number {
  if (relations > 0) throw notALedger();
  return 0;
}

function notALedger(): PactaError {
  return new PactaError("PACTA_LEDGER_NOT_A_LEDGER", "the schema holds tables of another program", "Name another schema (?schema=...)");
}

async function versionOf(db: Db): Promise<number> {
  const { rows } = await sql<{ key: string; value: string }>`select key, value from meta`
    .execute(db)
    // A server that falls or has no room just now says nothing about whose table it is.
    .catch((thrown: unknown) => Promise.reject(isRefused(thrown) ? notALedger() : thrown));
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  if (meta.get("format") !== "pacta-ledger") throw notALedger();
  const version = Number(meta.get("schema"));
  if (!Number.isInteger(version) || version < 1) throw broken("its meta table tells no version");
  if (version <= MIGRATIONS.length) return version;
  throw new PactaError("PACTA_LEDGER_NEWER", `the ledger has schema ${version}, this Pacta knows ${MIGRATIONS.length}`, "Install a newer Pacta");
}

/** True where the tables are of the present version. */
export function isPresent({ version }: Found): boolean {
  return version === MIGRATIONS.length;
}

/** Makes the tables, or brings them forward. Runs as the only writer: another process may have done it since we looked. */
export async function migrate(db: Db, schema: string): Promise<void> {
  const { version } = await lookAt(db, schema);
  if (version === MIGRATIONS.length) return;
  if (version === 0) await sql.raw(`create schema if not exists "${schema}"`).execute(db);
  for (const step of MIGRATIONS.slice(version)) for (const statement of step) await sql.raw(statement).execute(db);
  const present = String(MIGRATIONS.length);
  await sql`insert into meta values ('schema', ${present}) on conflict (key) do update set value = ${present}`.execute(db);
}
