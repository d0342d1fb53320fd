// Waiting for another writer of the ledger without holding up everybody who asks: SQLite itself would wait in this thread.
import type { Clock } from "../clock.ts";
import { toPactaError } from "../error.ts";

/** Milliseconds that SQLite waits by itself, between two tries, and in all. */
export const PATIENCE = { each: 20, between: 50, whole: 10_000 };

/** Does work that writes, again and again where another is writing. Throws `PACTA_LEDGER_LOCKED` where that goes on for ten seconds. */
export async function patiently<T>(work: () => Promise<T>, clock: Pick<Clock, "now" | "sleep">): Promise<T> {
  const began = clock.now();
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (toPactaError(thrown).code !== "PACTA_LEDGER_LOCKED" || clock.now() - began > PATIENCE.whole) throw thrown;
      await clock.sleep(PATIENCE.between);
    }
  }
}
