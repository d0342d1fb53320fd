// A form gives back what it was given; what a person changed is one correction a slot; what is not filled is absent.
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { added, changedSlots, corrections, madeClaim } from "./decision.ts";
import { draftOf, emptyDraft, NEW, problemsOf, valuesOf } from "./draft.ts";

const text = "Norway will pay Sweden 40 million euros for two ferries, the minister said in Oslo in 2024.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const claim: Forms["Claim"] = {
  id: "c_1",
  act: "pay",
  mode: "planned",
  negated: false,
  actors: [{ id: "NOR", name: "Norway" }],
  targets: [{ id: "SWE", name: "Sweden", via: "Kockums" }],
  object: "two ferries",
  items: [{ name: "ferries", quantity: 2 }],
  money: [{ amount: 4e7, currency: "EUR", kind: "payment", bound: "exact" }],
  time: { norm: "2024", basis: "stated" },
  terms: [],
  sources: [{ name: "the minister", cue: "said" }],
  evidence: { ...at("Norway will pay Sweden 40 million euros"), quote: "Norway will pay Sweden 40 million euros" },
  tellings: [],
  spans: { "actors.0": at("Norway"), "money.0": at("40 million euros") },
  rule: "pay/pay",
  confidence: 0.8,
};
const ref = { document: "d", version: 1, act: "pay" as const, ...claim.evidence };
const standing: Forms["StandingClaim"] = { claim, origin: "read", corrected: [], confirmed: false, decisions: [], ref, basis: 7 };
const draft = draftOf(claim);

test("a form that nobody touched changes nothing and has nothing wrong", () => {
  expect(changedSlots(claim, draft)).toEqual([]);
  expect(problemsOf(draft)).toEqual({});
  const { id: _, rule: __, confidence: ___, ...told } = claim;
  expect(madeClaim(draft, { name: "Ada" })).toEqual({ ...told, id: "", rule: "person:Ada", confidence: 1 });
});

test("each changed slot is one correction; what was seen goes with the first, why with all", () => {
  const changed = {
    ...draft,
    negated: true,
    object: { text: " " },
    targets: [...draft.targets, { ...NEW.party, words: { text: "Finland", span: at("Oslo") } }],
    money: [{ ...draft.money[0], words: { text: "" }, amount: "45,000,000", currency: " eur ", kind: "payment" as const, bound: "exact" as const }],
  };
  expect(corrections(standing, changed, 7, " it says so ")).toEqual([
    { decision: { type: "correct", claim: ref, slot: "negated", value: true }, basis: 7, why: "it says so" },
    { decision: { type: "correct", claim: ref, slot: "targets", value: [...claim.targets, { name: "Finland" }] }, why: "it says so" },
    { decision: { type: "correct", claim: ref, slot: "object", value: null }, why: "it says so" },
    {
      decision: { type: "correct", claim: ref, slot: "money", value: [{ amount: 4.5e7, currency: "EUR", kind: "payment", bound: "exact" }] },
      why: "it says so",
    },
  ]);
});

test("an empty form says what it lacks, slot by slot", () => {
  const empty = emptyDraft({ text: "" });
  expect(Object.keys(problemsOf(empty))).toEqual(["act", "evidence"]);
  const wrong = {
    ...draft,
    actors: [NEW.party],
    items: [{ ...NEW.item, words: { text: "ferries" }, quantity: "two" }],
    money: [{ ...NEW.sum, amount: "much" }],
    terms: [{ text: "" }],
  };
  expect(Object.keys(problemsOf(wrong)).toSorted()).toEqual(["actors", "items", "money", "terms"]);
});

test("figures that could mean two numbers, and words of a time that mean no day, are said and not dropped", () => {
  const typed = (amount: string, quantity: string) => ({
    ...draft,
    money: [{ ...NEW.sum, amount, currency: "EUR" }],
    items: [{ ...NEW.item, words: { text: "ferries" }, quantity }],
  });
  expect(problemsOf(typed("2,5", "1e9"))).toEqual({
    items: "A quantity is a number in figures.",
    money: expect.stringContaining("“2,5” could mean two"),
  });
  expect(problemsOf(typed("2.5", "1,000"))).toEqual({});
  expect(valuesOf(typed("2.5", "1,000"))).toMatchObject({ money: [{ amount: 2.5 }], items: [{ quantity: 1000 }] });
  const time = { words: { text: "in the spring", span: at("in 2024") }, norm: " ", basis: "stated" as const };
  expect(Object.keys(problemsOf({ ...draft, time }))).toEqual(["time"]);
  expect(Object.keys(problemsOf({ ...draft, time: { ...time, norm: "2021-22" } }))).toEqual(["time"]);
});

test("evidence is quoted as it stands in the text, without blanks that were typed around it", () => {
  const evidence = { text: "  Norway will pay ", span: at("Norway will pay") };
  expect(valuesOf({ ...draft, evidence }).evidence).toEqual({ ...at("Norway will pay"), quote: "Norway will pay" });
});

test("a missed claim holds no slot that was not filled, and an abstention is named as its reading has it", () => {
  const evidence = { text: "Norway will pay", span: at("Norway will pay") };
  const made = emptyDraft(evidence, { act: "pay", mode: "planned" });
  const [wanted] = added({ document: "d", version: 2 }, made, { name: "Ada" }, "", {
    reason: "outvoted",
    act: "pay",
    mode: "planned",
    ...evidence.span,
    quote: evidence.text,
  });
  expect(wanted).toMatchObject({ decision: { type: "promote", version: 2, abstention: { reason: "outvoted", act: "pay", ...evidence.span } } });
  expect(Object.keys(valuesOf(made))).toContain("object");
  expect(Object.keys(madeClaim(made, { name: "Ada" }))).not.toContain("object");
  expect(added({ document: "d", version: 2 }, made, { name: "Ada" }, "")).toEqual([
    { decision: { type: "add-claim", document: "d", version: 2, claim: madeClaim(made, { name: "Ada" }) } },
  ]);
});
