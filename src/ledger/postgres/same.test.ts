// A ledger on a server is the one in a file: the same appends give the same chain and the same projections, whatever they are.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../fingerprint.ts";
import { openLedger } from "../open.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/same.test.ts");

const id = fc.oneof(fc.constantFrom("a", "b", "a\0", "a␀0"), fc.string({ unit: "binary", minLength: 1, maxLength: 8 }));
const batch = fc.record({
  reads: fc.array(fc.record({ id, before: fc.constantFrom("", "New. ", "\0 – 🚢 ") }), { maxLength: 6 }),
  reader: fc.constantFrom("r1", "r2"),
});

describe.runIf(hasPostgres)("on a server", () => {
  test("any sequence of appends gives the chain, claims and fingerprint that it gives in memory", { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
      const ledgers = [await openLedger(":memory:", { clock: CLOCK }), await openLedger(await freshAddress(), { clock: CLOCK })];
      const told = [];
      for (const ledger of ledgers) {
        for (const { reads, reader } of batches)
          await ledger.appendReadings(
            reads.map((one) => report(one.id, one.before)),
            reader,
          );
        told.push([await verify(ledger), await fingerprint(ledger), await listOf(ledger.entries()), await ledger.claims({ party: "NOR" })]);
        await ledger.close();
      }
      expect(told[1]).toEqual(told[0]);
    });
    await fc.assert(property, { numRuns: 12 });
  });
});
