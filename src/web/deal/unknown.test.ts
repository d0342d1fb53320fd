// A dossier says what it leaves out and what nobody tells.
import { expect, test } from "vitest";
import { conflictsIn, dealOf, rowOf } from "./row.fixture.ts";
import { unknownsOf } from "./unknown.ts";

const DAYS = { asOf: "2016-01-01", known: "2016-01-01" };

test("claims that the days leave out are counted by why they are", () => {
  const [kept, later, undated, future, never] = [
    rowOf({ id: "kept", when: { latest: "2015-01-01" }, published: "2015-01-01" }),
    rowOf({ id: "later", when: { latest: "2015-02-01" }, published: "2017-01-01" }),
    rowOf({ id: "undated", when: { latest: "2015-02-01" } }),
    rowOf({ id: "future", when: { earliest: "2018-01-01", latest: "2018-12-31" }, published: "2015-01-01" }),
    rowOf({ id: "never", when: {}, published: "2015-01-01" }),
  ];
  const said = unknownsOf(dealOf([kept]), dealOf([kept, later, undated, future, never]), DAYS);
  expect(said.slice(0, 4)).toEqual([
    "1 claim of reports without a day left out: when they were known cannot be shown.",
    "1 claim of reports published after 1 January 2016 left out.",
    "1 claim left out, which by 1 January 2016 need not have been so.",
    "1 claim left out, of which no day is told.",
  ]);
});

test("open bounds, conflicts and presumed steps are said", () => {
  const life = [rowOf({ presumed: true, moved: true, state: "signed" })];
  const deal = dealOf(life, { kind: "agreement", since: { latest: "2015-01-01" }, conflicts: conflictsIn("money.value.USD") });
  expect(unknownsOf(deal, deal, DAYS)).toEqual([
    "On which day it came to be signed is not told, only by which day.",
    "Reports contradict each other: Price or value, in USD. Which of them is right is not decided here.",
    "1 step is presumed by later ones, and told by nobody.",
    "No sum is told.",
    "How long it holds is not told.",
  ]);
});
