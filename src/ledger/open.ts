// Opening a ledger by the name that a user gives it: the one place that knows which stores there are.
import { PactaError } from "../error.ts";
import type { Ledger } from "./ledger.ts";
import { sqlLedger } from "./sql/index.ts";
import { explainSqlite, sqliteStore } from "./sqlite/index.ts";

/** How to open a ledger. */
export interface LedgerOptions {
  /** Gives the instant of each append; the system's clock unless told. */
  readonly clock?: () => Date;
  /** False: throw `PACTA_LEDGER_MISSING` instead of making a new ledger. */
  readonly create?: boolean;
  /** How long to wait for another process that writes, in milliseconds; 10,000 unless told. The process stands still meanwhile. */
  readonly patience?: number;
}

/**
 * Opens a ledger, or makes one: a file's path, or `:memory:`. Throws `PACTA_LEDGER_STORE_UNSUPPORTED` (any URL, for now),
 * `_NOT_A_LEDGER`, `_NEWER`, `_MISSING`, `_UNWRITABLE`, `_LOCKED` or `_BROKEN`.
 */
export async function openLedger(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const [scheme] = /^[a-z][a-z0-9+.-]+:\/\//i.exec(location) ?? [];
  if (scheme !== undefined || location.trim() === "") {
    const what = scheme === undefined ? "the ledger has no name" : `a ledger cannot be kept at ${scheme} yet`;
    throw new PactaError("PACTA_LEDGER_STORE_UNSUPPORTED", what, "Name a file");
  }
  try {
    const store = sqliteStore(location, { create: options.create ?? true, patience: options.patience ?? 10_000 });
    return sqlLedger(store, options.clock ?? (() => new Date()));
  } catch (thrown) {
    const { code, message, remedy, place, cause } = explainSqlite(thrown);
    throw new PactaError(code, message, remedy, { ...place, source: location }, cause ?? thrown);
  }
}
