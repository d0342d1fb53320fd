// Opening a ledger by the name that a user gives it: the one place that knows which stores there are.
import { loadNearSetting } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Ledger } from "./ledger.ts";
import { bringForward, sqlLedger } from "./sql/index.ts";
import type { Store } from "./sql/index.ts";
import { explainSqlite, sqliteStore } from "./sqlite/index.ts";

/** How to open a ledger. */
export interface LedgerOptions {
  /** Gives the instant of each append; the system's clock unless told. */
  readonly clock?: () => Date;
  /** False: throw `PACTA_LEDGER_MISSING` instead of making a new ledger. */
  readonly create?: boolean;
  /** How long to wait for another process that writes, or for a server that comes back, in milliseconds; 10,000 unless told. With a file the process stands still meanwhile. */
  readonly patience?: number;
}

/**
 * Opens a ledger, or makes one: a file's path, `:memory:`, or `postgres://user:password@host:port/database?schema=name`. Throws
 * `PACTA_LEDGER_STORE_UNSUPPORTED` (any other URL), `_NOT_A_LEDGER`, `_NEWER`, `_MISSING`, `_UNWRITABLE`, `_LOCKED` or `_BROKEN`;
 * for a server also `PACTA_LEDGER_ADDRESS`, `_UNREACHABLE` or `_DENIED`.
 */
export async function openLedger(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const { clock = () => new Date(), create = true, patience = 10_000 } = options;
  const [scheme] = /^[a-z][a-z0-9+.-]+:\/\//i.exec(location) ?? [];
  if (/^postgres(?:ql)?:\/\/$/i.test(scheme ?? "")) return ledgerOn(await openServer(location, { create, patience }), clock);
  if (scheme !== undefined || location.trim() === "") {
    const what = scheme === undefined ? "the ledger has no name" : `a ledger cannot be kept at ${scheme}`;
    throw new PactaError("PACTA_LEDGER_STORE_UNSUPPORTED", what, "Name a file, or postgres://user@host/database");
  }
  return ledgerOn(openFile(location, { create, patience }), clock);
}

/** Closes the store where it cannot be brought forward. */
async function ledgerOn(store: Store, clock: () => Date): Promise<Ledger> {
  try {
    await bringForward(store);
  } catch (thrown) {
    await store.close();
    throw placed(store.explain(thrown), store.location, thrown);
  }
  return sqlLedger(store, clock, loadNearSetting);
}

interface StoreOptions {
  readonly create: boolean;
  readonly patience: number;
}

function openFile(location: string, options: StoreOptions): Store {
  try {
    return sqliteStore(location, options);
  } catch (thrown) {
    throw placed(explainSqlite(thrown), location, thrown);
  }
}

/** Its driver is loaded only where it is asked for. */
async function openServer(location: string, options: StoreOptions): Promise<Store> {
  const { explainPostgres, parseAddress, postgresStore } = await import("./postgres/index.ts");
  const address = parseAddress(location);
  return postgresStore(address, options).catch((thrown: unknown) => Promise.reject(placed(explainPostgres(thrown), address.location, thrown)));
}

function placed({ code, message, remedy, place, cause }: PactaError, source: string, thrown: unknown): PactaError {
  return new PactaError(code, message, remedy, { ...place, source }, cause ?? thrown);
}
