// Day arithmetic and the normal form, on days that a reader can check against a calendar, and for all days.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, isDay, mondayOf, weekdayOf } from "./calendar.ts";
import { firstDay, isNorm, lastDay, monthSpan, opened } from "./norm.ts";

test("20 January 2015 was a Tuesday, and its week began on the 19th", () => {
  expect(weekdayOf("2015-01-20")).toBe(1);
  expect(mondayOf("2015-01-20")).toBe("2015-01-19");
});

test("months are added to the same day, or to the last one of a shorter month", () => {
  expect(addMonths("2015-01-31", 1)).toBe("2015-02-28");
  expect(addMonths("2016-01-31", 1)).toBe("2016-02-29");
  expect(addMonths("2015-01-20", -12)).toBe("2014-01-20");
});

test("only days of the calendar are days", () => {
  expect(["2016-02-29", "0001-01-01", "9999-12-31"].every(isDay)).toBe(true);
  expect(["2015-02-29", "2015-13-01", "0000-01-01", "2015-1-1", "20150101", ""].some(isDay)).toBe(false);
});

test("adding days and counting them are inverse", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: -300_000, max: 300_000 }), (from, step) => {
      const day = addDays("1000-01-01", from);
      expect(daysBetween(day, addDays(day, step))).toBe(step);
    }),
  );
});

test("a norm is a point, two points in order, or one end open", () => {
  expect(["2007", "2015-04", "2015-01-20", "2007-12/2008-03", "/2026", "2026/", "2007/2007-05"].every(isNorm)).toBe(true);
  expect(["", "/", "2015-00", "2015-02-30", "2008/2007", "2007/2008/2009", "07", "2015-4"].some(isNorm)).toBe(false);
});

test("points have a first and a last day, and spans of months are written as short as they can be", () => {
  expect([firstDay("2016"), firstDay("2016-02"), lastDay("2016-02"), lastDay("2016")]).toEqual([
    "2016-01-01",
    "2016-02-01",
    "2016-02-29",
    "2016-12-31",
  ]);
  expect([monthSpan(2015, 1, 12), monthSpan(2015, 4, 4), monthSpan(2015, 12, 14)]).toEqual(["2015", "2015-04", "2015-12/2016-02"]);
  expect([opened("2014", "since"), opened("2014-03/2015", "until"), opened("2014/", "until")]).toEqual(["2014/", "/2015", "2014/"]);
});
