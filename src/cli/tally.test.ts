// The summary is what a person has of a long run: it must add up.
import { expect, test } from "vitest";
import type { CoderAccount } from "../coder/index.ts";
import type { Document } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { count, countNote, countPassed, failures, newTally, summaryOf, summaryText } from "./tally.ts";
import type { Run } from "./tally.ts";

const document = (id: string, language = "en"): Document => ({ id, text: "x", blocks: [], language, sources: [], tags: [] });
const abstained = (...reasons: string[]) => reasons.map((reason) => ({ reason, start: 0, end: 1, quote: "x" }));
const run: Run = {
  seconds: 2,
  peakMemory: 400.4,
  sentences: { seen: 10, analysed: 4 },
  interrupted: false,
  ledger: { location: "a.db", seq: 6, hash: "f".repeat(64) },
};

function counted() {
  const tally = newTally();
  const reading = (id: string, ...reasons: string[]) => ({ id, claims: [], abstained: abstained(...reasons) });
  count(tally, {
    kind: "taken",
    document: document("a"),
    reading: reading("a", "no-party", "no-party", "question"),
    appended: "document",
    known: false,
  });
  count(tally, { kind: "taken", document: document("b"), reading: reading("b"), appended: "nothing", known: true });
  count(tally, { kind: "taken", document: document("c", "fr"), reading: reading("c", "not-english"), appended: "document", known: false });
  count(tally, { kind: "taken", document: document("d"), reading: reading("d"), appended: "reading", known: false });
  count(tally, { kind: "failure", error: new PactaError("PACTA_INPUT_EMPTY", "", "") });
  return tally;
}

test("every document is counted once: new, read again, known, foreign or failed", () => {
  const tally = counted();
  expect(tally).toMatchObject({ documents: 4, added: 2, reread: 1, known: 1, foreign: 1, claims: 0 });
  expect(failures(tally)).toBe(1);
  expect(summaryOf(tally, run)).toEqual({
    documents: 4,
    new: 2,
    reread: 1,
    known: 1,
    foreign: 1,
    claims: 0,
    abstained: { "no-party": 2, question: 1 },
    failed: { PACTA_INPUT_EMPTY: 1 },
    passed: {},
    seconds: 2,
    rate: 2,
    peakMemory: 400,
    sentences: { seen: 10, analysed: 4 },
    interrupted: false,
    ledger: { location: "a.db", seq: 6, hash: "f".repeat(64) },
  });
});

test("records of archives that were passed over are counted by what they were, and told where there are any", () => {
  const tally = counted();
  for (const what of ["request", "image/png", "request"]) countPassed(tally, what);
  expect(summaryOf(tally, run)["passed"]).toEqual({ request: 2, "image/png": 1 });
  expect(summaryText(tally, run)).toContain("\npassed over   3: request 2, image/png 1\n");
  expect(summaryText(counted(), run)).not.toContain("passed over");
});

test("what is to be known of documents that were read is counted apart from failures, where there is any", () => {
  const tally = counted();
  countNote(tally, new PactaError("PACTA_FETCH_PAYWALL", "", ""));
  expect(failures(tally)).toBe(1);
  expect(summaryOf(tally, run)["noted"]).toEqual({ PACTA_FETCH_PAYWALL: 1 });
  expect(summaryText(tally, run)).toContain("\nnoted         1: PACTA_FETCH_PAYWALL 1\n");
  expect(summaryText(counted(), run)).not.toContain("noted");
});

test("of kinds without end that are passed over only the first fifty are told apart", () => {
  const tally = newTally();
  for (let i = 0; i < 1000; i += 1) countPassed(tally, `image/${i}`);
  expect([tally.passed.size, tally.passed.get("other")]).toEqual([51, 950]);
});

test("the summary for people says the same, the most frequent reason first", () => {
  expect(summaryText(counted(), run)).toBe(
    [
      "documents     4 in 2.0 s, 2.0 a second, peak memory 400 MiB",
      "new           2, and 1 read again by this version",
      "already known 1",
      "not English   1 (recorded, not read)",
      "claims        0",
      "abstained     3: no-party 2, question 1",
      "failed        1: PACTA_INPUT_EMPTY 1",
      "sentences     4 of 10 let through to the model",
      `ledger        a.db, entry 6, head ${"f".repeat(64)}`,
      "",
    ].join("\n"),
  );
});

test("a dry run says nothing of what is new, since no ledger was asked", () => {
  const { ledger: _, ...dry } = run;
  const text = summaryText(counted(), dry);
  expect(text).toContain("ledger        none (dry run)");
  expect(text).not.toContain("already known");
});

test("a second coder's work and cost are told, and what stopped it", () => {
  const coder: CoderAccount = {
    name: "coder:m@1.00000000",
    documents: { coded: 3, failed: 2, unasked: 4 },
    claims: { told: 9, agreed: 5, added: 2 },
    requests: 6,
    retries: 1,
    tokens: { sent: 4000, answered: 300 },
    estimated: true,
    cost: 0.0125,
    errors: { PACTA_CODER_BUSY: 2 },
    stopped: "PACTA_CODER_BUDGET",
  };
  expect(
    summaryText(newTally(), { ...run, coder })
      .split("\n")
      .slice(7, 10),
  ).toEqual([
    "second coder  coder:m@1.00000000: 3 documents coded, 2 failed (2: PACTA_CODER_BUSY 2), 4 not asked: PACTA_CODER_BUDGET",
    "its claims    9 given, 5 of the reader's too, 2 added",
    "its cost      about 4000 tokens sent, 300 answered, 0.0125 by the prices given; 6 requests, 1 of them again",
  ]);
  expect(summaryOf(newTally(), { ...run, coder })).toMatchObject({ coder });
  expect(summaryText(newTally(), run)).not.toContain("coder");
});
