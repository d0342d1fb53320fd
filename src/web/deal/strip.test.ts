// What is drawn of a deal is what the server said of it, day by day.
import { expect, test } from "vitest";
import { dayNumber } from "./moment.ts";
import { dealOf, rowOf } from "./row.fixture.ts";
import { stripOf } from "./strip.ts";

const END = dayNumber("2016-01-01");
const sum = { amount: 8e8, currency: "USD", kind: "value", bound: "exact" } as const;
const LIFE = [
  rowOf({ id: "a", when: { earliest: "2007-01-01", latest: "2007-12-31" }, state: "signed", moved: true, money: [sum] }),
  rowOf({ id: "b", when: { latest: "2009-01-01" }, state: "signed", money: [sum], repeats: "a" }),
  rowOf({ id: "c", when: { latest: "2010-10-07" }, act: "cancel", state: "cancelled", moved: true }),
  rowOf({ id: "d", when: { latest: "2015-01-20" }, act: "demand", state: "cancelled", dispute: "demanded", moved: true }),
  rowOf({ id: "e", when: {}, act: "settle", state: "cancelled", dispute: "settled", moved: true }),
];

test("a state lasts from the day on which it must have begun to that of the next", () => {
  const { states } = stripOf(dealOf(LIFE), undefined, END);
  expect(states.map(({ value, from, to }) => [value, from, to])).toEqual([
    ["signed", dayNumber("2007-12-31"), dayNumber("2010-10-07")],
    ["cancelled", dayNumber("2010-10-07"), END],
  ]);
  expect(states[0]?.began).toEqual({ earliest: "2007-01-01", latest: "2007-12-31" });
});

test("what has no latest day is on no day of the picture, and nothing is drawn beyond the day of knowing", () => {
  const { disputes, states } = stripOf(dealOf(LIFE), "2015-06-01", END);
  expect(disputes.map(({ value, to }) => [value, to])).toEqual([["demanded", dayNumber("2015-06-01")]]);
  expect(states.at(-1)?.to).toBe(dayNumber("2015-06-01"));
});

test("what changed twice on one day is drawn as it was at its end, and a sum that is told again once", () => {
  const day = { latest: "2010-10-07" };
  const { states, sums } = stripOf(
    dealOf([...LIFE.slice(0, 2), rowOf({ id: "x", when: day, state: "suspended" }), ...LIFE.slice(2)]),
    undefined,
    END,
  );
  expect(states.map(({ value }) => value)).toEqual(["signed", "cancelled"]);
  expect(sums.map(({ claim }) => claim)).toEqual(["a"]);
});
