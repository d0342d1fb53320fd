// The contract: what every store of a ledger must do. A store's test calls this with a way to open a new, empty ledger.
import { describe, expect, test } from "vitest";
import { ASKING } from "./contract/asking.fixture.ts";
import { COPYING } from "./contract/copying.fixture.ts";
import { DECIDING } from "./contract/deciding.fixture.ts";
import { KEEPING } from "./contract/keeping.fixture.ts";
import { MOVING } from "./contract/moving.fixture.ts";
import { PROVING } from "./contract/proving.fixture.ts";
import { REDACTING } from "./contract/redacting.fixture.ts";
import { REFUSING } from "./contract/refusing.fixture.ts";
import { UNDECIDABLE } from "./contract/undecidable.fixture.ts";
import type { Ledger } from "./ledger.ts";

/** Runs the suite on one store. `fresh` opens a new ledger that nothing was written to, with the clock `CLOCK`. */
export function ledgerContract(store: string, fresh: () => Promise<Ledger>): void {
  const cases = Object.entries({
    ...KEEPING,
    ...REFUSING,
    ...ASKING,
    ...PROVING,
    ...MOVING,
    ...DECIDING,
    ...UNDECIDABLE,
    ...REDACTING,
    ...COPYING,
  });
  describe(`a ledger in ${store}`, () => {
    test.for(cases)("%s", async ([, run]) => {
      expect.hasAssertions();
      const ledger = await fresh();
      try {
        await run(ledger);
      } finally {
        await ledger.close();
      }
    });
  });
}
