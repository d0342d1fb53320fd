// Opening a ledger by the name that a user gives it: the one place that knows which stores there are.
import { loadNearSetting } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Ledger } from "./ledger.ts";
import type { Address } from "./postgres/index.ts";
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
  const address = await serverAddress(location);
  if (address !== undefined) return ledgerOn(await openServer(address, { create, patience }), clock);
  return ledgerOn(openFile(location, { create, patience }), clock);
}

/** The server that a ledger's name names, undefined for a file. Throws `PACTA_LEDGER_ADDRESS` and `PACTA_LEDGER_STORE_UNSUPPORTED`. */
export async function serverAddress(location: string): Promise<Address | undefined> {
  const [scheme] = /^[a-z][a-z0-9+.-]+:\/\//i.exec(location) ?? [];
  if (/^postgres(?:ql)?:\/\/$/i.test(scheme ?? "")) return (await import("./postgres/index.ts")).parseAddress(location);
  if (scheme === undefined && location.trim() !== "") return undefined;
  const what = scheme === undefined ? "the ledger has no name" : `a ledger cannot be kept at ${scheme}`;
  throw new PactaError("PACTA_LEDGER_STORE_UNSUPPORTED", what, "Name a file, or postgres://user@host/database");
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
async function openServer(address: Address, options: StoreOptions): Promise<Store> {
  const { explainPostgres, postgresStore } = await import("./postgres/index.ts");
  return postgresStore(address, options).catch((thrown: unknown) => Promise.reject(placed(explainPostgres(thrown), address.location, thrown)));
}

function placed({ code, message, remedy, place, cause }: PactaError, source: string, thrown: unknown): PactaError {
  return new PactaError(code, message, remedy, { ...place, source }, cause ?? thrown);
}
