// Which claims are gold: those that people reviewed, as they left them, and what they rejected beside them.
import { afterEach, beforeEach, expect, test } from "vitest";
import { decide, harbour, harbourRef, promotion, talks } from "../ledger/decided.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { goldOf } from "./gold.ts";

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger(":memory:");
  await ledger.appendReadings(
    ["b", "a", "c"].map((id) => harbour(id)),
    "r1",
  );
});
afterEach(async () => ledger.close());

const lines = (complete = false) => Array.fromAsync(goldOf(ledger, { complete }));

test("confirmed, corrected and added claims are gold, rejected ones stand beside, and what nobody looked at is counted", async () => {
  await decide(ledger, { type: "confirm", claim: harbourRef("b", 0) });
  await decide(ledger, { type: "reject", claim: harbourRef("b", 2) });
  await decide(ledger, { type: "correct", claim: harbourRef("a", 1), slot: "mode", value: "actual" });
  await decide(ledger, promotion("a"));
  const [a, b, more] = await lines();
  expect(more).toBeUndefined();
  expect(a).toMatchObject({ id: "a", date: "2026-01-01", heading: null, stratum: "reviewed", rejected: [], unreviewed: 2 });
  expect(a).toMatchObject({
    claims: [
      { act: "agree", mode: "actual", actors: [{ id: "SWE" }] },
      { act: "negotiate", actors: [{ id: "NOR" }] },
    ],
  });
  expect(b).toEqual({
    id: "b",
    date: "2026-01-01",
    heading: null,
    text: harbour("b").document.text,
    sources: harbour("b").document.sources,
    stratum: "reviewed",
    claims: [
      {
        act: "sign",
        mode: "actual",
        negated: false,
        actors: [{ id: "NOR", name: "Norway" }],
        object: "ferry contract",
        evidence: harbour("b").reading.claims[0]?.evidence,
      },
    ],
    rejected: [{ act: "agree", mode: "planned", negated: false, actors: [{ id: "DNK", name: "Denmark" }], evidence: expect.anything() }],
    unreviewed: 1,
  });
});

test("what was undone is no review, and a document without any gives no line", async () => {
  const seq = await decide(ledger, { type: "confirm", claim: harbourRef("a", 0) });
  await decide(ledger, { type: "undo", decision: seq });
  await decide(ledger, { type: "pin", claim: harbourRef("b", 0), slot: "money" });
  expect(await lines()).toEqual([]);
});

test("complete documents are those of which every claim that stands was reviewed", async () => {
  for (const n of [0, 1]) await decide(ledger, { type: "confirm", claim: harbourRef("a", n) });
  await decide(ledger, { type: "confirm", claim: harbourRef("b", 0) });
  await decide(ledger, { type: "reject", claim: harbourRef("a", 2) });
  expect((await lines(true)).map((line) => [line.id, "why" in line ? line.why : line.unreviewed])).toEqual([
    ["a", 0],
    ["b", "incomplete"],
  ]);
});

test("documents without a day or without words, and rows of spreadsheets, are left out and named", async () => {
  const { id, text, blocks, sources, tags } = harbour("u").document;
  const undated = { id, text, blocks, sources, tags };
  await ledger.appendReadings(
    [
      { document: undated, reading: harbour("u").reading },
      { document: { ...harbour("s").document, kind: "spreadsheet" }, reading: harbour("s").reading },
    ],
    "r1",
  );
  for (const id of ["a", "s", "u"]) await decide(ledger, { type: "add-claim", document: id, version: 1, claim: talks(id) });
  await decide(ledger, { type: "redact", document: "a", reason: "asked" });
  expect(await lines()).toEqual([
    { id: "a", why: "redacted" },
    { id: "s", why: "spreadsheet" },
    { id: "u", why: "undated" },
  ]);
});
