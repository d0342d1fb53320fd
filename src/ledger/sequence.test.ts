// Properties: whatever is appended in whatever order, the chain verifies, holds each thing once, and its projections can be made again.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint, openLedger, verify } from "./index.ts";
import { CLOCK, listOf, report } from "./report.fixture.ts";

const read = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  before: fc.constantFrom("", "New. ", "Newer. "),
  day: fc.constantFrom(undefined, "2026-01-01", "2026-01-02"),
});
const batch = fc.record({ reads: fc.array(read, { maxLength: 5 }), reader: fc.constantFrom("r1", "r2") });

function reportOf({ id, before, day }: { id: string; before: string; day: string | undefined }) {
  return report(id, before, day === undefined ? {} : { published: { day, basis: "caller" } });
}

test("any sequence of appends gives a chain that verifies, and appending it again adds nothing", async () => {
  const property = fc.asyncProperty(fc.array(batch, { maxLength: 6 }), async (batches) => {
    const ledger = await openLedger(":memory:", { clock: CLOCK });
    for (const { reads, reader } of batches) await ledger.appendReadings(reads.map(reportOf), reader);
    const head = await ledger.head();
    expect(await verify(ledger)).toEqual(head);
    const print = await fingerprint(ledger);
    for (const { reads, reader } of batches) await ledger.appendReadings(reads.map(reportOf), reader);
    expect(await ledger.head()).toEqual(head);
    await ledger.rebuild();
    expect(await fingerprint(ledger)).toBe(print);
    await ledger.close();
  });
  await fc.assert(property, { numRuns: 40 });
});

test("the versions of a document count up from 1, and every text that was read is among them", async () => {
  const property = fc.asyncProperty(fc.array(read, { maxLength: 12 }), async (reads) => {
    const ledger = await openLedger(":memory:", { clock: CLOCK });
    await ledger.appendReadings(reads.map(reportOf), "r1");
    const versions = Map.groupBy(await listOf(ledger.documents()), ({ id }) => id);
    for (const [id, listed] of versions) {
      expect(listed.map(({ version }) => version)).toEqual(listed.map((_, index) => index + 1));
      const texts = await Promise.all(listed.map(async ({ version }) => (await ledger.document(id, version))?.text));
      const mine = reads.filter((one) => one.id === id).map((one) => reportOf(one).document.text);
      expect(new Set(texts)).toEqual(new Set(mine));
    }
    expect([...versions.keys()].sort()).toEqual([...new Set(reads.map(({ id }) => id))].sort());
    await ledger.close();
  });
  await fc.assert(property, { numRuns: 40 });
});
