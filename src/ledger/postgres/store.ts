// PostgreSQL as a store: readers on lines of their own, one writer at a time by a lock that ends with its transaction, and a commit whose
// answer was lost looked up before anything is said about it.
import { Kysely, PostgresDialect, sql } from "kysely";
import { PactaError } from "../../error.ts";
import type { Store, Tables } from "../sql/index.ts";
import type { Address } from "./address.ts";
import { isPresent, lookAt, migrate } from "./found.ts";
import { inspect } from "./inspect.ts";
import { linesTo } from "./lines.ts";
import { remake } from "./remake.ts";
import { scrub, scrubOnOpening } from "./scrub.ts";
import { explainPostgres } from "./trouble.ts";
import { writerOf } from "./writer.ts";

/** How to open a ledger on a server. */
export interface ServerOptions {
  /** False: throw `PACTA_LEDGER_MISSING` where there is no ledger. */
  readonly create: boolean;
  /** How long to wait for another process that writes, or for a server that comes back, in milliseconds. */
  readonly patience: number;
}

/** Opens a schema of a database as a store. Throws the coded errors of `openLedger`. */
export async function postgresStore(address: Address, { create, patience }: ServerOptions): Promise<Store> {
  const lines = linesTo(address, patience);
  const { schema, location } = address;
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lines.steady }) });
  const plain = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lines.plain }) });
  const writer = writerOf(plain, schema);
  try {
    const found = await lookAt(db, schema);
    if (found.version === 0 && !create) {
      throw new PactaError("PACTA_LEDGER_MISSING", "there is no such ledger", "Check the name, or read something into it first (pacta read)");
    }
    if (!isPresent(found)) await writer.write((connection) => migrate(connection, schema));
    await scrubOnOpening(lines, db);
  } catch (thrown) {
    await lines.end();
    throw thrown;
  }
  return {
    location,
    dialect: "postgres",
    db,
    write: writer.write,
    stored: (text) => Buffer.from(text),
    bytes: (column) => sql.ref<Uint8Array | null>(column),
    remakeProjections: (connection, fill) => remake(connection, schema, fill),
    scrub: () => scrub(lines, db, patience),
    inspect: () => inspect(plain),
    explain: explainPostgres,
    close: async () => {
      await writer.idle();
      await lines.end();
    },
  };
}
