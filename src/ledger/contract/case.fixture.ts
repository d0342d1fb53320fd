// One case of the contract: it gets a new, empty ledger whose clock is `CLOCK`, and asserts.
import type { Ledger } from "../ledger.ts";

/** Rejects where the ledger does not do what it must. */
export type Case = (ledger: Ledger) => Promise<void>;
