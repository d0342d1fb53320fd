// Days on the two axes: steps go from event to event, and nothing lies outside of its picture.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf, chosenStops, dayNumber, isDay, isoDay, knownStops, stepFrom, ticksOf, validStops } from "./moment.ts";
import { rowOf } from "./row.fixture.ts";

const LIFE = [
  rowOf({ when: { earliest: "2007-01-01", latest: "2007-12-31" }, published: "2015-01-20" }),
  rowOf({ when: { latest: "2010-10-07" }, published: "2010-10-08" }),
  rowOf({ when: {} }),
];

test("stops are the days by which something must have happened, and those on which it was published", () => {
  expect(validStops(LIFE)).toEqual(["2007-12-31", "2010-10-07"]);
  expect(knownStops(LIFE)).toEqual(["2010-10-08", "2015-01-20"]);
});

test("steps go to the next event, and behind the last one to all of time", () => {
  const stops = ["2007-12-31", "2010-10-07"];
  expect(stepFrom(stops, undefined, -1)).toBe("2010-10-07");
  expect(stepFrom(stops, "2010-10-07", -1)).toBe("2007-12-31");
  expect(stepFrom(stops, "2007-12-31", -1)).toBe("2007-12-31");
  expect(stepFrom(stops, "2009-05-05", 1)).toBe("2010-10-07");
  expect(stepFrom(stops, "2001-01-01", -1)).toBe("2001-01-01");
  expect(stepFrom(stops, "2010-10-07", 1)).toBeUndefined();
  expect(stepFrom(stops, undefined, 1)).toBeUndefined();
  expect(stepFrom([], undefined, -1)).toBeUndefined();
});

test("an axis has room for every bound, and none where no day is told", () => {
  expect(axisOf([rowOf({ when: {} })])).toBeUndefined();
  const axis = axisOf(LIFE);
  expect(axis?.first).toBeLessThan(dayNumber("2007-01-01"));
  expect(axis?.last).toBeGreaterThan(dayNumber("2015-01-20"));
});

test("days and their numbers are each other's, and no other text is a day", () => {
  fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => dayNumber(isoDay(day)) === day && isDay(isoDay(day))));
  expect(["2015-02-30", "2015", "", "20 January 2015", "2015-1-2"].filter(isDay)).toEqual([]);
});

test("ticks are no more than were asked for and lie on the axis", () => {
  const day = fc.integer({ min: -30_000, max: 30_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 2, max: 12 }), (first, length, most) => {
      const axis = { first, last: first + length };
      const ticks = ticksOf(axis, most);
      return ticks.length <= most + 2 && ticks.every(({ day: at }) => at >= axis.first && at <= axis.last);
    }),
  );
  const texts = (first: string, last: string): readonly string[] =>
    ticksOf({ first: dayNumber(first), last: dayNumber(last) }, 6).map(({ text }) => text);
  expect(texts("2014-11-02", "2016-02-01")).toEqual(["2015", "Apr 2015", "Jul 2015", "Oct 2015", "2016"]);
  expect(texts("2007-03-01", "2016-02-01")).toEqual(["2008", "2010", "2012", "2014", "2016"]);
});

test("of many stops the telling ones are kept, the last among them, and no more than there is room for", () => {
  const stops = Array.from({ length: 100 }, (_, n) => isoDay(n * 30));
  const kept = new Set([stops[3] ?? "", stops[50] ?? ""]);
  const chosen = chosenStops(stops, kept, 10);
  expect(chosen).toHaveLength(10);
  expect(chosen).toEqual(expect.arrayContaining([...kept, stops[99]]));
  expect([...chosen].sort()).toEqual(chosen);
  expect(chosenStops(stops, kept, 200)).toBe(stops);
});
