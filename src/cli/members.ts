// The readings of an open ledger, for programs that fold deals from them.
import type { DealKnowledge, DealReading } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";

/**
 * Every document with the claims that stand of it, what was not claimed, and what people decided about its deals and parties. `knowledge` is the
 * package's own unless told. The parts are loaded only now.
 */
export async function dealReadings(ledger: Ledger, knowledge?: DealKnowledge): Promise<readonly DealReading[]> {
  const { loadDealKnowledge, readingsIn } = await import("../deal/index.ts");
  return readingsIn(ledger, knowledge ?? loadDealKnowledge());
}
