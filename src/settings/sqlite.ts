// Settings in a file of their own beside the ledger's, which only its owner may read: addresses of feeds and watches are nobody else's matter.
import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { z } from "zod";
import { otherError, schemaOf, statementsFrom } from "./forward.ts";
import { migrations } from "./schema.ts";
import type { Tables } from "./schema.ts";
import type { Store } from "./sql.ts";

/** "PacS" in the file's header. */
const APPLICATION = 0x50616353;
const OWNER_ONLY = 0o600;
const metaSchema = z.array(z.object({ key: z.string(), value: z.string() }));

/** Opens or makes the file, or `:memory:`, brought to the present schema. */
export function openFile(location: string, patience: number): Store {
  const path = location === ":memory:" ? location : resolve(location);
  if (path !== ":memory:") closeSync(openSync(path, "a", OWNER_ONLY));
  const file = new Database(path, { timeout: patience });
  try {
    file.pragma("trusted_schema = off");
    file.pragma("synchronous = full");
    // At one go: a process that waits for the file stands still, and must not wait for itself.
    file.transaction(() => prepare(file)).immediate();
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
    // Behind whatever holds the connection now.
    return { db, close: () => db.connection().execute(async () => void file.close()) };
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

function prepare(file: Database.Database): void {
  const steps = migrations("sqlite");
  const isNew = file.prepare("select 1 from sqlite_schema").get() === undefined;
  if (!isNew && file.pragma("application_id", { simple: true }) !== APPLICATION) throw otherError();
  const schema = isNew ? 0 : schemaOf(metaSchema.parse(file.prepare("select key, value from meta").all()), steps.length);
  for (const statement of statementsFrom(schema, steps)) file.exec(statement);
  if (isNew) file.pragma(`application_id = ${APPLICATION}`);
}
