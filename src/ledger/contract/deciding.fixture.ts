// The contract, fifth part: people decide about claims. What they decided stands over readings, lasts over new ones, and can be undone.
import { expect } from "vitest";
import { decide, harbour, harbourRef, promotion, standingIds, talks } from "../decided.fixture.ts";
import { refOf } from "../decision/index.ts";
import type { Decision } from "../decision/index.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Ledger } from "../ledger.ts";
import { listOf, quoteIn } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

const LENGTH = harbour("a").document.text.length;
const id = (document: string, n: number) => `${document}-${LENGTH}-${n}`;
const ALL = [0, 1, 2].map((n) => id("a", n));

async function read(ledger: Ledger, ...ids: readonly string[]): Promise<void> {
  await ledger.appendReadings(
    (ids.length === 0 ? ["a"] : ids).map((each) => harbour(each)),
    "r1",
  );
}

/** Cases about deciding. */
export const DECIDING: Readonly<Record<string, Case>> = {
  "leaves out what was rejected, and gives it raw": async (ledger) => {
    await read(ledger);
    const seq = await decide(ledger, { type: "reject", claim: harbourRef("a", 1) }, { why: "The pier was mended long ago." });
    expect(await standingIds(ledger)).toEqual([id("a", 0), id("a", 2)]);
    expect(await standingIds(ledger, { readings: "all" })).toEqual(ALL);
    expect(await ledger.claim(id("a", 1))).toBeUndefined();
    expect((await ledger.claim(id("a", 1), { readings: "all" }))?.claim.actors[0]?.id).toBe("SWE");
    const standing = await ledger.standing("a");
    expect(standing?.rejected).toMatchObject([{ claim: { id: id("a", 1) }, decisions: [seq], basis: seq, confirmed: false }]);
    expect(standing?.claims.map(({ decisions }) => decisions)).toEqual([[], []]);
    expect(await listOf(ledger.decisions())).toEqual([
      {
        seq,
        at: "2026-01-02T03:04:05.678Z",
        by: "Ada",
        why: "The pier was mended long ago.",
        decision: { type: "reject", claim: harbourRef("a", 1) },
        undone: false,
        found: [id("a", 1)],
      },
    ]);
  },

  "lets the later of two decisions on the same thing win": async (ledger) => {
    await read(ledger);
    await decide(ledger, { type: "reject", claim: harbourRef("a", 0) });
    await decide(ledger, { type: "confirm", claim: harbourRef("a", 0) });
    await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "object", value: "ship contract" });
    await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "object", value: null });
    expect(await ledger.claim(id("a", 0))).toMatchObject({
      seq: 2,
      reader: "r1",
      claim: expect.not.objectContaining({ object: expect.anything() }),
      review: { origin: "read", confirmed: true, corrected: ["object"], decisions: [3, 4, 5, 6] },
    });
  },

  "finds a corrected claim by what it says now, each once and in order, on pages of any size": async (ledger) => {
    await read(ledger, "a", "b");
    const SWEDEN = { id: "SWE", name: "Sweden" };
    await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "actors", value: [SWEDEN, { name: "Nordverft" }] });
    await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "act", value: "agree" });
    await decide(ledger, { type: "correct", claim: harbourRef("b", 1), slot: "actors", value: [{ id: "FIN", name: "Finland" }] });
    await decide(ledger, { type: "add-claim", document: "b", version: 1, claim: talks("b", { actors: [SWEDEN] }) });
    for (const limit of [1, 2, 100]) {
      expect(await standingIds(ledger, { limit })).toEqual([...ALL, ...[0, 1, 2].map((n) => id("b", n)), "b-talks"]);
      expect(await standingIds(ledger, { limit, party: "SWE" })).toEqual([id("a", 1), id("a", 0), "b-talks"]);
      expect(await standingIds(ledger, { limit, party: "NOR" })).toEqual([id("b", 0)]);
      expect(await standingIds(ledger, { limit, act: "agree" })).toEqual([id("a", 1), id("a", 2), id("b", 1), id("b", 2), id("a", 0)]);
      expect(await standingIds(ledger, { limit, act: "agree", party: "SWE" })).toEqual([id("a", 1), id("a", 0)]);
      expect(await standingIds(ledger, { limit, party: "FIN", document: "b" })).toEqual([id("b", 1)]);
      expect(await standingIds(ledger, { limit, act: "sign", document: "a" })).toEqual([]);
    }
  },

  "adds a claim and promotes an abstention, each under its person's name": async (ledger) => {
    await read(ledger);
    const added = talks("a", { mode: "possible" });
    await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: added });
    await decide(ledger, promotion("a"));
    expect(await standingIds(ledger, { party: "NOR" })).toEqual([id("a", 0), "a-talks", "a-promoted"]);
    expect(await ledger.claim("a-talks")).toEqual({
      claim: added,
      seq: 3,
      document: "a",
      version: 1,
      day: "2026-01-01",
      reader: "person:Ada",
      review: { origin: "added", corrected: [], confirmed: false, decisions: [3] },
    });
    expect((await ledger.standing("a"))?.claims.map(({ origin }) => origin)).toEqual(["read", "read", "read", "added", "promoted"]);
    const ref = (await ledger.standing("a"))?.claims[3]?.ref ?? harbourRef("a", 0);
    await decide(ledger, { type: "reject", claim: ref });
    expect(await standingIds(ledger, { party: "NOR" })).toEqual([id("a", 0), "a-promoted"]);
  },

  "keeps decisions over a newer reading, by act and place, and tells claims of one sentence apart": async (ledger) => {
    await read(ledger);
    await decide(ledger, { type: "reject", claim: harbourRef("a", 2) });
    await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
    const { document, reading } = harbour("a");
    const [, swedish, danish] = reading.claims;
    const again = [danish, swedish].flatMap((claim, n) =>
      claim === undefined ? [] : [{ ...claim, id: `again-${n}`, evidence: quoteIn(document.text, "Denmark each agreed to mend a pier") }],
    );
    await ledger.appendReading(document, { ...reading, claims: again }, "r2");
    expect(await standingIds(ledger)).toEqual(["a-talks", "again-1"]);
    expect((await ledger.standing("a"))?.orphaned).toEqual([]);
    await ledger.appendReading(document, { ...reading, claims: [] }, "r3");
    const standing = await ledger.standing("a");
    expect(standing?.claims.map(({ claim }) => claim.id)).toEqual(["a-talks"]);
    expect(standing?.orphaned).toMatchObject([{ seq: 3, decision: { type: "reject" } }]);
    expect((await listOf(ledger.decisions())).map(({ seq, found }) => [seq, found])).toEqual([
      [4, ["a-talks"]],
      [3, [null]],
    ]);
  },

  "carries decisions to another version by their words, and orphans what has none there": async (ledger) => {
    await read(ledger);
    await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "object", value: "ship contract" });
    await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
    await decide(ledger, { type: "reject", claim: harbourRef("a", 1) });
    await ledger.appendReadings([harbour("a", "Corrected. ")], "r1");
    const text = `Corrected. ${harbour("a").document.text}`;
    const [first, danish, added] = (await ledger.standing("a"))?.claims ?? [];
    expect([first?.claim.object, first?.corrected, danish?.claim.actors[0]?.id]).toEqual(["ship contract", ["object"], "DNK"]);
    expect(added?.claim.evidence).toEqual(quoteIn(text, "Talks on the lighthouse went on"));
    expect((await ledger.claim("a-talks"))?.version).toBe(2);
    const other = harbour("a");
    const cut = other.document.text.slice(0, other.document.text.indexOf(" Talks"));
    const kept = other.reading.claims.map((claim) => ({ ...claim, id: `cut-${claim.id}` }));
    await ledger.appendReadings(
      [{ document: { ...other.document, text: cut, blocks: [] }, reading: { ...other.reading, claims: kept, abstained: [] } }],
      "r1",
    );
    expect((await ledger.standing("a"))?.version).toBe(3);
    expect((await ledger.standing("a"))?.orphaned.map(({ seq }) => seq)).toEqual([4]);
    expect(await standingIds(ledger)).toEqual([`cut-${id("a", 0)}`, `cut-${id("a", 2)}`]);
    expect((await verify(ledger)).seq).toBe(9);
  },

  "undoes, undoes the undoing, and refuses to undo twice": async (ledger) => {
    await read(ledger);
    const before = await ledger.standing("a");
    const reject = await decide(ledger, { type: "reject", claim: harbourRef("a", 0) });
    const undo = await decide(ledger, { type: "undo", decision: reject });
    const after = await ledger.standing("a");
    expect(after?.claims.map((claim) => ({ ...claim, basis: 0 }))).toEqual(before?.claims);
    expect(after?.claims[0]?.basis).toBe(undo);
    await expect(decide(ledger, { type: "undo", decision: reject })).rejects.toMatchObject({ code: "PACTA_LEDGER_DECISION_UNDO" });
    await decide(ledger, { type: "undo", decision: undo });
    expect(await standingIds(ledger)).toEqual(ALL.slice(1));
    expect((await listOf(ledger.decisions())).map(({ seq, undone }) => [seq, undone])).toEqual([
      [5, false],
      [4, true],
      [3, false],
    ]);
    const all = await listOf(ledger.decisions());
    expect(await ledger.decisionPage({ limit: 2 })).toEqual({ decisions: all.slice(0, 2), next: "4" });
    expect(await ledger.decisionPage({ limit: 2, after: "4" })).toEqual({ decisions: all.slice(2) });
    await expect(ledger.decisionPage({ after: "x" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
  },

  "records decisions about deals and parties, with the claims that they mean today": async (ledger) => {
    await read(ledger, "a", "b");
    const pair = [harbourRef("a", 0), harbourRef("b", 0)] as [ReturnType<typeof harbourRef>, ReturnType<typeof harbourRef>];
    const made: readonly Decision[] = [
      { type: "join", claims: pair },
      { type: "split", claims: pair },
      { type: "same-party", names: ["Nordverft", "North Yard"] },
      { type: "same-party", names: ["Nordverft"], id: "NVT" },
      { type: "pin", claim: harbourRef("b", 0), slot: "money.value.USD" },
    ];
    for (const decision of made) await decide(ledger, decision);
    expect((await listOf(ledger.decisions())).toReversed().map(({ decision, found }) => [decision, found])).toEqual([
      [made[0], [id("a", 0), id("b", 0)]],
      [made[1], [id("a", 0), id("b", 0)]],
      [made[2], []],
      [made[3], []],
      [made[4], [id("b", 0)]],
    ]);
    const undo = await decide(ledger, { type: "undo", decision: 7 });
    expect((await listOf(ledger.decisions(["same-party", "pin"]))).map(({ seq, undone }) => [seq, undone])).toEqual([
      [9, false],
      [8, false],
      [7, true],
    ]);
    expect((await listOf(ledger.decisions(["undo"]))).map(({ seq }) => seq)).toEqual([undo]);
    expect((await ledger.claim(id("b", 0)))?.review?.decisions).toEqual([5, 6, 9]);
  },

  "refuses the second of two who decide at once, and takes it with what stands by then": async (ledger) => {
    await read(ledger);
    const claim = harbourRef("a", 0);
    const first = await decide(ledger, { type: "confirm", claim }, { basis: 0 });
    await expect(decide(ledger, { type: "reject", claim }, { basis: 0 })).rejects.toMatchObject({
      code: "PACTA_LEDGER_DECISION_CONFLICT",
      place: { line: first },
    });
    await decide(ledger, { type: "reject", claim: harbourRef("a", 1) }, { basis: 0 });
    const undo = await decide(ledger, { type: "undo", decision: first }, { basis: first });
    await expect(decide(ledger, { type: "reject", claim }, { basis: first })).rejects.toMatchObject({ place: { line: undo } });
    expect(await decide(ledger, { type: "reject", claim }, { basis: undo })).toBe(6);
    await expect(decide(ledger, { type: "same-party", names: ["a", "b"] }, { basis: 1 })).rejects.toMatchObject({
      code: "PACTA_LEDGER_ENTRY_INVALID",
    });
  },

  "makes its projections again to the same bytes, and verifies, with decisions": async (ledger) => {
    await read(ledger, "a", "b");
    await decide(ledger, promotion("a"));
    const seq = await decide(ledger, { type: "join", claims: [harbourRef("a", 0), harbourRef("b", 0)] });
    await decide(ledger, { type: "undo", decision: seq });
    await decide(ledger, { type: "correct", claim: harbourRef("b", 0), slot: "targets", value: [{ id: "FIN", name: "Finland" }] });
    await ledger.appendReadings([harbour("a", "Again. ")], "r1");
    const [head, print, ids] = [await verify(ledger), await fingerprint(ledger), await standingIds(ledger)];
    expect(await ledger.rebuild()).toEqual(head);
    expect([await fingerprint(ledger), await standingIds(ledger)]).toEqual([print, ids]);
    expect(await verify(ledger)).toEqual(head);
  },

  "refuses a reading with the id of a claim that a person added elsewhere": async (ledger) => {
    await read(ledger);
    await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
    const [claim] = harbour("b").reading.claims;
    const reading = { ...harbour("b").reading, claims: claim === undefined ? [] : [{ ...claim, id: "a-talks" }] };
    await expect(ledger.appendReading(harbour("b").document, reading, "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_CLAIM_TAKEN" });
  },
  "takes documents, readings and decisions about them in one append": async (ledger) => {
    await read(ledger);
    const body = (n: number) => ({
      by: "Ada",
      decision: { type: "reject" as const, claim: refOf("a", 1, harbour("a").reading.claims[n] ?? talks("a")) },
    });
    const reading = { document: "a", version: 1, reader: "r2", claims: [...harbour("a").reading.claims], abstained: [] };
    await ledger.append([
      { kind: "decision", body: body(0) },
      { kind: "reading", body: reading },
      { kind: "decision", body: body(1) },
    ]);
    expect(await standingIds(ledger)).toEqual([id("a", 2)]);
    expect((await verify(ledger)).seq).toBe(5);
  },
};
