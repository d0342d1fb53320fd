// Properties of a ledger with decisions: what is asked page by page is what stands, each claim once; it verifies, and is made again alike.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PactaError } from "../error.ts";
import { decide, harbour, standingIds } from "./decided.fixture.ts";
import { someDecision } from "./decision/decisions.fixture.ts";
import { partyKey } from "./decision/index.ts";
import { fingerprint, openLedger, verify } from "./index.ts";
import type { ClaimFilter, Ledger } from "./index.ts";
import { CLOCK } from "./report.fixture.ts";

const IDS = ["a", "b"];
const step = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...IDS), fc.nat({ max: 5 })).chain(([id, n]) => someDecision(id, n)) },
  { weight: 3, arbitrary: fc.nat({ max: 30 }).map((decision) => ({ type: "undo" as const, decision })) },
  { weight: 1, arbitrary: fc.constantFrom("r2", "r3") },
);

/** Does what can be done; what cannot must be refused with a code, and changes nothing. */
async function act(ledger: Ledger, steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Promise<void> {
  await ledger.appendReadings(
    IDS.map((id) => harbour(id)),
    "r1",
  );
  for (const one of steps) {
    const done = typeof one === "string" ? ledger.appendReadings([harbour("a")], one) : decide(ledger, one);
    await done.catch((thrown: unknown) => {
      if (!(thrown instanceof PactaError) || thrown.code === "PACTA_INTERNAL" || thrown.code === "PACTA_LEDGER_BROKEN") throw thrown;
    });
  }
}

const FILTERS: readonly ClaimFilter[] = [
  {},
  { act: "agree" },
  { act: "sue" },
  { party: "SWE" },
  { party: "Nordverft" },
  { party: "NOR", act: "sign" },
  { document: "b", act: "negotiate" },
];

/** What stands, of all documents, and fits. */
async function brute(ledger: Ledger, { act, party, document }: ClaimFilter): Promise<readonly string[]> {
  const standings = await Promise.all(IDS.filter((id) => document === undefined || id === document).map((id) => ledger.standing(id)));
  const claims = standings.flatMap((standing) => standing?.claims.map(({ claim }) => claim) ?? []);
  const fitting = claims.filter(
    (claim) =>
      (act === undefined || claim.act === act) && (party === undefined || [...claim.actors, ...claim.targets].some((one) => partyKey(one) === party)),
  );
  return fitting.map(({ id }) => id).sort();
}

test("pages of claims give what stands, each once, by any filter; the ledger verifies and is made again alike", { timeout: 120_000 }, async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
    const ledger = await openLedger(":memory:", { clock: CLOCK });
    await act(ledger, steps);
    for (const filter of FILTERS) {
      const expected = await brute(ledger, filter);
      for (const limit of [1, 2, 100]) expect((await standingIds(ledger, { ...filter, limit })).toSorted()).toEqual(expected);
    }
    const [head, print] = [await verify(ledger), await fingerprint(ledger)];
    await ledger.rebuild();
    expect([await verify(ledger), await fingerprint(ledger)]).toEqual([head, print]);
    await ledger.close();
  });
  await fc.assert(property, { numRuns: process.env["PACTA_FULL"] === "1" ? 100 : 20 });
});
