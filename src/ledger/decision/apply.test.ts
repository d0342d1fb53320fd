// What decisions come to, case by case.
import { expect, test } from "vitest";
import { decidedAs, HARBOUR, harbour, harbourRef, promotion, talks } from "../decided.fixture.ts";
import { quoteIn } from "../report.fixture.ts";
import { apply } from "./apply.ts";
import type { Base } from "./apply.ts";
import { placeOf, carry } from "./place.ts";
import { refOf } from "./ref.ts";
import type { Decision } from "./schema.ts";
import { standingOf } from "./standing.ts";

function baseOf(before = "", version = 1): Base {
  const { document, reading } = harbour("a", before);
  return { document: "a", version, claims: reading.claims, text: document.text };
}

const stands = (base: Base, decisions: readonly Decision[]) => standingOf(apply(base, decidedAs(decisions)));

test("a corrected slot loses the places of its old words, and no other slot does", () => {
  const [claim] = harbour("a").reading.claims;
  const spans = { object: { start: 16, end: 30 }, "actors.0": { start: 0, end: 6 }, "actors.1": { start: 0, end: 6 } };
  const base = { ...baseOf(), claims: claim === undefined ? [] : [{ ...claim, spans }] };
  const correct: Decision = { type: "correct", claim: harbourRef("a", 0), slot: "actors", value: [] };
  expect(stands(base, [correct]).claims[0]?.claim.spans).toEqual({ object: { start: 16, end: 30 } });
});

test("a claim that was added and taken back is not replaced by another under decisions about it", () => {
  const added = talks("a", { act: "agree", evidence: quoteIn(HARBOUR, "agreed to mend a pier") });
  const ref = { ...harbourRef("a", 1), id: added.id };
  const decisions: readonly Decision[] = [
    { type: "add-claim", document: "a", version: 1, claim: added },
    { type: "reject", claim: ref },
    { type: "undo", decision: 1 },
  ];
  expect(stands(baseOf(), decisions)).toMatchObject({ claims: { length: 3 }, rejected: [], orphaned: [] });
});

test("where a later reading tells what a person added, the person's claim stands for both", () => {
  const add: Decision = { type: "add-claim", document: "a", version: 1, claim: talks("a") };
  const read = { ...talks("a"), id: "read", rule: "negotiate/talks", confidence: 0.7 };
  const later = { ...baseOf(), claims: [...baseOf().claims, read] };
  expect(
    stands(later, [add])
      .claims.map(({ claim }) => claim.id)
      .slice(3),
  ).toEqual(["a-talks"]);
  expect(
    stands(later, [add, { type: "undo", decision: 1 }])
      .claims.map(({ claim }) => claim.id)
      .slice(3),
  ).toEqual(["read"]);
  const reject: Decision = { type: "reject", claim: refOf("a", 1, talks("a")) };
  expect(stands(later, [add, reject]).claims).toHaveLength(3);
  const other = { ...later, claims: [{ ...read, negated: true }] };
  expect(stands(other, [add]).claims.map(({ claim }) => claim.id)).toEqual(["read", "a-talks"]);
});

test("evidence that a person corrected is looked for in another version, and orphaned where it is not", () => {
  const correct: Decision = { type: "correct", claim: harbourRef("a", 0), slot: "evidence", value: quoteIn(HARBOUR, "signed a ferry contract") };
  expect(stands(baseOf("New. ", 2), [correct]).claims[0]?.claim.evidence).toEqual(quoteIn(`New. ${HARBOUR}`, "signed a ferry contract"));
  const { text = "", ...rest } = baseOf();
  const without = stands({ ...rest, version: 2, text: text.replace("ferry", "fairy") }, [correct]);
  expect(without.orphaned).toMatchObject([{ seq: 1 }]);
  expect(without.claims[0]).toMatchObject({ corrected: [], decisions: [] });
});

test("a decision about two documents is orphaned in the one that lacks its claim, and not in the other", () => {
  const join: Decision = { type: "join", claims: [harbourRef("a", 0), harbourRef("b", 0)] };
  expect(stands(baseOf(), [join]).orphaned).toEqual([]);
  expect(stands({ ...baseOf(), claims: [] }, [join]).orphaned).toHaveLength(1);
});

test("what was undone is no orphan", () => {
  const empty = { ...baseOf(), claims: [] };
  const reject: Decision = { type: "reject", claim: harbourRef("a", 0) };
  expect(stands(empty, [reject]).orphaned).toHaveLength(1);
  expect(stands(empty, [reject, { type: "undo", decision: 1 }]).orphaned).toEqual([]);
});

test("a promoted abstention is told as such", () => {
  expect(stands(baseOf(), [promotion("a")]).claims.at(-1)).toMatchObject({
    origin: "promoted",
    claim: { id: "a-promoted" },
    decisions: [1],
    basis: 1,
  });
});

test("words are found exactly, nearest to their old place, or nowhere", () => {
  const text = "a tug, a tug, a tug";
  expect(placeOf({ start: 8, end: 13, quote: "a tug" }, text)).toEqual({ start: 7, end: 12, quote: "a tug" });
  expect(placeOf({ start: 99, end: 104, quote: "a tug" }, text)?.start).toBe(14);
  expect(placeOf({ start: 0, end: 5, quote: "A tug" }, text)).toBeUndefined();
  expect(placeOf({ start: 0, end: 0, quote: "" }, text)).toBeUndefined();
});

test("a person's claim takes the places along that lie in its words, and leaves others behind", () => {
  const text = "Norway met Denmark. Oslo was cold. They talked of peace.";
  const claim = talks("a", {
    evidence: quoteIn(text, "They talked of peace"),
    tellings: [quoteIn(text, "Norway met Denmark"), quoteIn(text, "cold")],
    spans: { object: quoteSpan(text, "peace"), "actors.0": quoteSpan(text, "Norway"), place: quoteSpan(text, "Oslo") },
  });
  const later = "New. Norway met Denmark. It rained in Oslo. They talked of peace.";
  expect(carry(claim, later)).toMatchObject({
    evidence: quoteIn(later, "They talked of peace"),
    tellings: [quoteIn(later, "Norway met Denmark")],
    spans: { object: quoteSpan(later, "peace"), "actors.0": quoteSpan(later, "Norway") },
  });
  expect(Object.keys(carry(claim, later)?.spans ?? {})).toEqual(["object", "actors.0"]);
  expect(carry(claim, "They talked of war.")).toBeUndefined();
});

function quoteSpan(text: string, words: string): { start: number; end: number } {
  const { start, end } = quoteIn(text, words);
  return { start, end };
}
