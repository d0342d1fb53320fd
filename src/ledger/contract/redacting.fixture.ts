// The contract, sixth part: the words of a document go on request. Hashes, slots and the reason stay, and the chain still verifies.
import { expect } from "vitest";
import { appendRedacted, decide, harbour, harbourRef, promotion, standingIds } from "../decided.fixture.ts";
import { fingerprint } from "../fingerprint.ts";
import { listOf } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

const LENGTH = harbour("a").document.text.length;
const id = (document: string, n: number) => `${document}-${LENGTH}-${n}`;

/** Cases about redacting. */
export const REDACTING: Readonly<Record<string, Case>> = {
  "verifies without the words, makes the same projections again, and tells who asked": async (ledger) => {
    await appendRedacted(ledger);
    const [head, print] = [await verify(ledger), await fingerprint(ledger)];
    expect(head.seq).toBe(8);
    expect(await ledger.rebuild()).toEqual(head);
    expect([await verify(ledger), await fingerprint(ledger)]).toEqual([head, print]);
    const entries = await listOf(ledger.entries());
    expect(entries.map((entry) => entry.redacted === true)).toEqual([true, true, false, false, true, true, true, false]);
    expect(entries[7]).toMatchObject({
      body: { by: "Ada", decision: { type: "redact", document: "a", reason: "The harbour master asked for it." } },
    });
    expect(JSON.stringify(entries.slice(0, 2))).not.toContain("lighthouse");
  },

  "gives claims with their slots, with empty quotes, and as people left them": async (ledger) => {
    await appendRedacted(ledger);
    expect(await standingIds(ledger)).toEqual([id("a", 0), id("a", 2), ...[0, 1, 2].map((n) => id("b", n)), "a-talks"]);
    const signed = await ledger.claim(id("a", 0));
    expect(signed).toMatchObject({
      redacted: true,
      claim: { object: "ferry contract", actors: [{ id: "NOR" }], evidence: { start: 0, end: 30, quote: "" } },
      review: { decisions: [7] },
    });
    expect(await ledger.claim("a-talks")).toMatchObject({
      redacted: true,
      reader: "person:Ada",
      claim: { act: "negotiate", evidence: { quote: "" } },
    });
    expect((await ledger.claims({ document: "a", readings: "all" })).claims.map((claim) => claim.redacted)).toEqual([true, true, true]);
    expect(await ledger.claim(id("b", 0))).toMatchObject({ claim: { evidence: { quote: "Norway signed a ferry contract" } } });
    expect(await ledger.document("a")).toMatchObject({ text: "", redacted: true, published: { day: "2026-01-01" } });
    expect(await ledger.reading("a")).toMatchObject({ redacted: true, abstained: [{ reason: "no-party", quote: "" }] });
    expect(await ledger.standing("a")).toMatchObject({ redacted: true, orphaned: [], rejected: [{ claim: { id: id("a", 1) } }] });
    expect((await listOf(ledger.decisions())).map(({ found }) => found)).toEqual([[], [id("a", 0), id("b", 0)], ["a-talks"], [id("a", 1)]]);
  },

  "takes nothing of the document any more but the undoing of what was decided": async (ledger) => {
    await appendRedacted(ledger);
    const again = [harbour("a"), harbour("c"), harbour("a", "New. ")];
    expect((await ledger.appendReadings(again, "r2")).map(({ appended }) => appended.reading)).toEqual([false, true, false]);
    expect((await ledger.head()).seq).toBe(10);
    const reading = { document: "a", version: 1, reader: "r3", claims: [], abstained: [] };
    await expect(ledger.append([{ kind: "reading", body: reading }])).rejects.toMatchObject({
      code: "PACTA_LEDGER_REDACTED",
      place: { source: "a" },
    });
    for (const decision of [promotion("a"), { type: "redact" as const, document: "a", reason: "once more" }]) {
      await expect(decide(ledger, decision)).rejects.toMatchObject({ code: "PACTA_LEDGER_REDACTED" });
    }
    await expect(decide(ledger, { type: "undo", decision: 8 })).rejects.toMatchObject({ code: "PACTA_LEDGER_DECISION_UNDO" });
    await decide(ledger, { type: "undo", decision: 5 });
    expect(await standingIds(ledger, { document: "a" })).toEqual([0, 1, 2].map((n) => id("a", n)).concat("a-talks"));
    expect((await verify(ledger)).seq).toBe(11);
  },

  "keeps what was decided about an older version, by act and parties alone": async (ledger) => {
    await ledger.appendReadings([harbour("a")], "r1");
    await decide(ledger, { type: "reject", claim: harbourRef("a", 2) });
    await ledger.appendReadings([harbour("a", "Corrected. ")], "r1");
    await decide(ledger, { type: "redact", document: "a", reason: "asked" });
    const standing = await ledger.standing("a");
    expect(standing?.rejected.map(({ claim }) => claim.actors[0]?.id)).toEqual(["DNK"]);
    expect(standing?.version).toBe(2);
  },

  "redacts every version, and other documents not": async (ledger) => {
    await ledger.appendReadings([harbour("a"), harbour("b"), harbour("a", "Corrected. ")], "r1");
    await decide(ledger, { type: "redact", document: "a", reason: "asked" });
    expect([(await ledger.document("a", 1))?.text, (await ledger.document("a", 2))?.text]).toEqual(["", ""]);
    expect((await ledger.document("b"))?.text).toBe(harbour("b").document.text);
    expect((await verify(ledger)).seq).toBe(7);
  },
};
