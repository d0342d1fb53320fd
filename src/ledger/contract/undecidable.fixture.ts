// The contract, on deciding what cannot be decided: what a decision is about must be there, as it is told.
import { expect } from "vitest";
import { decide, harbour, harbourRef, promotion, talks } from "../decided.fixture.ts";
import type { Decision } from "../decision/index.ts";
import type { Ledger } from "../ledger.ts";
import { quoteIn } from "../report.fixture.ts";
import type { Case } from "./case.fixture.ts";

const ref = harbourRef("a", 0);
const add = (changes: object, more: object = {}) =>
  ({ type: "add-claim", document: "a", version: 1, claim: talks("a", changes), ...more }) as Decision;
const CASES: Readonly<Record<string, readonly [code: string, Decision]>> = {
  "a document that is not there": ["PACTA_LEDGER_DECISION_DOCUMENT", { type: "confirm", claim: harbourRef("nowhere", 0) }],
  "a version that is not there": ["PACTA_LEDGER_DECISION_DOCUMENT", { type: "confirm", claim: { ...ref, version: 2 } }],
  "the words of a document that is not there": ["PACTA_LEDGER_DECISION_DOCUMENT", { type: "redact", document: "nowhere", reason: "asked" }],
  "a claim of another act": ["PACTA_LEDGER_DECISION_CLAIM", { type: "reject", claim: { ...ref, act: "sue" } }],
  "a claim at another place": [
    "PACTA_LEDGER_DECISION_CLAIM",
    { type: "reject", claim: { ...ref, id: "x", ...quoteIn(harbour("a").document.text, "lighthouse") } },
  ],
  "a quote that is not the text's words": ["PACTA_QUOTE_MISMATCH", { type: "reject", claim: { ...ref, quote: "Norway signed a fairy contract" } }],
  "evidence that is not the text's words": [
    "PACTA_QUOTE_MISMATCH",
    { type: "correct", claim: ref, slot: "evidence", value: { start: 0, end: 6, quote: "Sweden" } },
  ],
  "a value that the slot does not take": [
    "PACTA_LEDGER_ENTRY_INVALID",
    { type: "correct", claim: ref, slot: "mode", value: "sure" } as unknown as Decision,
  ],
  "a claim under another person's name": ["PACTA_LEDGER_ENTRY_INVALID", add({ rule: "person:Bo" })],
  "a person's claim that is not sure": ["PACTA_LEDGER_ENTRY_INVALID", add({ confidence: 0.9 })],
  "a claim with the id of another": ["PACTA_LEDGER_ENTRY_INVALID", add({ id: ref.id })],
  "a claim whose words are elsewhere": ["PACTA_QUOTE_MISMATCH", add({ evidence: { start: 0, end: 6, quote: "Talks!" } })],
  "an abstention that is not there": [
    "PACTA_LEDGER_DECISION_ABSTENTION",
    { ...promotion("a"), abstention: { reason: "no-act", start: 0, end: 6 } } as Decision,
  ],
  "what is no decision": ["PACTA_LEDGER_DECISION_UNDO", { type: "undo", decision: 2 }],
  "a claim twice": ["PACTA_LEDGER_ENTRY_INVALID", { type: "join", claims: [ref, ref] }],
  "one name that means nothing": ["PACTA_LEDGER_ENTRY_INVALID", { type: "same-party", names: ["Nordverft"] }],
};

const named = Object.entries(CASES).map(([what, [code, decision]]): [string, Case] => [
  `refuses to decide about ${what}`,
  (ledger) => refuses(ledger, code, decision),
]);

async function refuses(ledger: Ledger, code: string, decision: Decision): Promise<void> {
  await ledger.appendReadings([harbour("a")], "r1");
  const head = await ledger.head();
  await expect(decide(ledger, decision)).rejects.toMatchObject({ code });
  expect(await ledger.head()).toEqual(head);
}

/** Cases about decisions that are refused. */
export const UNDECIDABLE: Readonly<Record<string, Case>> = Object.fromEntries(named);
