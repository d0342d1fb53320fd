// Opening the ledger that a command line names, and closing it again whatever happens. SQLite is loaded only now.
import type { Ledger } from "../ledger/index.ts";
import type { Settings } from "../settings/index.ts";

/** The ledger's place: the flag, else `$PACTA_LEDGER`, else `pacta.db`. */
export function ledgerLocation(flag: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  const named = env["PACTA_LEDGER"];
  return flag ?? (named === undefined || named === "" ? "pacta.db" : named);
}

/** Runs work on an open ledger. Only reading documents makes a new one. Throws as `openLedger` does. */
export async function withLedger<T>(location: string, create: boolean, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { openLedger } = await import("../ledger/index.ts");
  const ledger = await openLedger(location, { create });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** Runs work on the settings of the ledger that a command line names. Throws as `openSettings` does. */
export async function withSettings<T>(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  work: (settings: Settings) => Promise<T>,
): Promise<T> {
  const { openSettings } = await import("../settings/index.ts");
  const settings = await openSettings(ledgerLocation(named, env));
  try {
    return await work(settings);
  } finally {
    await settings.close();
  }
}
