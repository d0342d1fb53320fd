// Opening the settings of a ledger: they lie beside it, whatever store it is in.
import { serverAddress } from "../ledger/index.ts";
import type { Settings } from "./settings.ts";
import { explained, sqlSettings } from "./sql.ts";

/** How to open settings: `clock` gives the instants of tokens, `patience` is how long to wait for another process, in milliseconds (10,000). */
export interface SettingsOptions {
  readonly clock?: () => Date;
  readonly patience?: number;
}

/** The file of the settings of a ledger in a file: `deals.db` has `deals.settings.db`. */
export function settingsFile(ledger: string): string {
  return ledger === ":memory:" ? ledger : `${ledger.replace(/\.db$/, "")}.settings.db`;
}

/**
 * Opens the settings of the ledger that is named so, new where there are none; the ledger need not be there. Throws `PACTA_SETTINGS_OTHER`, `_NEWER`
 * and `_STORE`, and for an address that is none as `openLedger` does.
 */
export async function openSettings(ledger: string, { clock = () => new Date(), patience = 10_000 }: SettingsOptions = {}): Promise<Settings> {
  const address = await serverAddress(ledger);
  const location = address === undefined ? settingsFile(ledger) : address.location;
  try {
    const store =
      address === undefined
        ? (await import("./sqlite.ts")).openFile(location, patience)
        : await (await import("./postgres.ts")).openSchema(address, patience);
    return sqlSettings(store, location, clock);
  } catch (thrown) {
    throw explained(thrown, location);
  }
}
