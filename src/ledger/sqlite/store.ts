// SQLite as a store: one connection per process, BEGIN IMMEDIATE for every write, statements prepared once.
import type Database from "better-sqlite3";
import { Kysely, sql, SqliteDialect } from "kysely";
import { broken } from "../chain.ts";
import type { Db, Store, Tables } from "../sql/index.ts";
import { openFile } from "./file.ts";
import type { FileOptions } from "./file.ts";
import { DROP_PROJECTIONS, PROJECTIONS } from "./schema.ts";
import { scrub, scrubBeside } from "./scrub.ts";
import { explainSqlite } from "./trouble.ts";

/** Statements kept prepared; a batch of another size is another statement, so that the number must be bounded. */
const KEPT = 128;

/** Opens a file or `:memory:` as a store. Throws the coded errors of `openLedger`. */
export function sqliteStore(location: string, options: FileOptions): Store {
  const file = openFile(location, options);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare: preparing(file), close: () => file.close() } }) });
  return {
    location,
    dialect: "sqlite",
    db,
    write: (work) => db.connection().execute((connection) => transact(file, connection, work)),
    // The type of a stored value lies in the row too: as text alone it is what was written.
    bytes: (column) => sql<Uint8Array | null>`case typeof(${sql.ref(column)}) when 'text' then cast(${sql.ref(column)} as blob) end`,
    stored: (text) => text,
    remakeProjections: async (connection, fill) => {
      for (const statement of [...DROP_PROJECTIONS, ...PROJECTIONS]) await sql.raw(statement).execute(connection);
      return fill(connection);
    },
    scrub: () => (file.memory ? db.connection().execute(async () => scrub(file)) : scrubBeside({ path: file.name, patience: options.patience })),
    inspect: async () => inspect(file),
    explain: explainSqlite,
    // Behind whatever holds the connection now.
    close: () => db.connection().execute(async () => void file.close()),
  };
}

async function transact<T>(file: Database.Database, db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  await sql`begin immediate`.execute(db);
  try {
    const result = await work(db);
    await sql`commit`.execute(db);
    return result;
  } catch (thrown) {
    // SQLite has rolled back by itself after some errors (a full disk).
    if (file.inTransaction) file.exec("rollback");
    throw thrown;
  }
}

function preparing(file: Database.Database): (statement: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>();
  return (statement) => {
    const found = kept.get(statement) ?? file.prepare(statement);
    if (kept.size >= KEPT) kept.clear();
    kept.set(statement, found);
    return found;
  };
}

function inspect(file: Database.Database): void {
  const [first] = file.prepare("pragma integrity_check(1)").pluck().all();
  if (first !== "ok") throw broken(`SQLite says: ${String(first)}`);
}
