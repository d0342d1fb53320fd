// The readings of an open ledger, for the commands that fold deals from them.
import type { DealReading } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";

/** Every document with the claims that stand of it and what was not claimed. The parts are loaded only now. */
export async function dealReadings(ledger: Ledger): Promise<readonly DealReading[]> {
  const [{ storedReadings }, { allClaims }] = await Promise.all([import("../deal/index.ts"), import("../ledger/index.ts")]);
  return storedReadings(allClaims(ledger), ledger.entries());
}
