// Opening a SQLite file as a ledger: is it one, is it ours to read, and is it set to survive power loss. Nothing is written before that is known.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { PactaError } from "../../error.ts";
import { broken } from "../chain.ts";
import { MIGRATIONS } from "./schema.ts";
import { scrubOnOpening } from "./scrub.ts";

/** "Pact" in the file's header, by which `file` and we know it. */
const APPLICATION = 0x50616374;

/** How to open a file. */
export interface FileOptions {
  /** False: throw `PACTA_LEDGER_MISSING` where there is no file. */
  readonly create: boolean;
  /** How long to wait for another process, in milliseconds. */
  readonly patience: number;
}

/** Opens or makes the file (or `:memory:`), brought to the present schema. The caller explains what SQLite throws. */
export function openFile(location: string, { create, patience }: FileOptions): Database.Database {
  const path = location === ":memory:" ? location : resolve(location);
  if (!create && path !== ":memory:" && !existsSync(path)) {
    throw new PactaError("PACTA_LEDGER_MISSING", "there is no such ledger", "Check the name, or read something into it first (pacta read)");
  }
  const db = new Database(path, { timeout: patience });
  try {
    db.pragma("trusted_schema = off");
    db.pragma("cell_size_check = on");
    // One transaction: another process may make the ledger between two looks at it.
    patiently(
      patience,
      db.transaction(() => checkOurs(db)),
    );
    patiently(patience, () => db.pragma("journal_mode = wal"));
    db.pragma("synchronous = full");
    db.pragma("foreign_keys = on");
    db.pragma("secure_delete = on");
    // 64 MB of pages: what a batch touches lies all over the indices, and a checkpoint writes a page once however often it was changed since the last.
    db.pragma("cache_size = -65536");
    db.pragma("wal_autocheckpoint = 4000");
    if (versionOf(db) < MIGRATIONS.length) db.transaction(() => migrate(db)).immediate();
    checkMeta(db);
    scrubOnOpening(db, patience);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

function checkOurs(db: Database.Database): void {
  const application = db.pragma("application_id", { simple: true });
  if (application !== APPLICATION && db.prepare("select 1 from sqlite_schema").get() !== undefined) {
    throw new PactaError(
      "PACTA_LEDGER_NOT_A_LEDGER",
      "the file is a database of another program",
      "Name a ledger, or a file that does not exist yet",
    );
  }
  const version = versionOf(db);
  if (version > MIGRATIONS.length) {
    throw new PactaError("PACTA_LEDGER_NEWER", `the ledger has schema ${version}, this Pacta knows ${MIGRATIONS.length}`, "Install a newer Pacta");
  }
}

/** Runs inside BEGIN IMMEDIATE: another process may have migrated since we looked. */
function migrate(db: Database.Database): void {
  for (const step of MIGRATIONS.slice(versionOf(db))) for (const statement of step) db.exec(statement);
  db.prepare("insert or replace into meta values ('schema', ?)").run(String(MIGRATIONS.length));
  db.pragma(`user_version = ${MIGRATIONS.length}`);
  db.pragma(`application_id = ${APPLICATION}`);
}

function checkMeta(db: Database.Database): void {
  const value = db.prepare("select value from meta where key = ?").pluck();
  if (value.get("format") !== "pacta-ledger" || value.get("schema") !== String(versionOf(db))) throw broken("its meta table does not fit its header");
}

/** Two processes that make the same file at once: SQLite refuses the second switch to WAL without waiting, so we wait. */
function patiently(patience: number, attempt: () => void): void {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return attempt();
    } catch (thrown) {
      if (!(thrown instanceof Database.SqliteError && thrown.code.startsWith("SQLITE_BUSY")) || performance.now() > until) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
