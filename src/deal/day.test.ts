// Bounds of days from the normal forms of times, where an invented day would be a lie.
import { expect, test } from "vitest";
import { boundsOf, compareBounds, daysBetween, meetBounds, shiftDay } from "./day.ts";

test("a year, a month, a day and an interval give their first and last days", () => {
  expect(boundsOf("2007")).toEqual({ earliest: "2007-01-01", latest: "2007-12-31" });
  expect(boundsOf("2016-02")).toEqual({ earliest: "2016-02-01", latest: "2016-02-29" });
  expect(boundsOf("2015-01-20")).toEqual({ earliest: "2015-01-20", latest: "2015-01-20" });
  expect(boundsOf("2007-12/2008-03")).toEqual({ earliest: "2007-12-01", latest: "2008-03-31" });
});

test("an open end stays open and an unknown form gives no bounds", () => {
  expect(boundsOf("/2026")).toEqual({ latest: "2026-12-31" });
  expect(boundsOf("2026/")).toEqual({ earliest: "2026-01-01" });
  expect(boundsOf("2015-W04")).toEqual({});
  expect(boundsOf("2015-13")).toEqual({});
});

test("days are counted over leap days and year ends", () => {
  expect(daysBetween("2016-02-28", "2016-03-01")).toBe(2);
  expect(daysBetween("2016-01-01", "2015-12-31")).toBe(-1);
  expect(shiftDay("2015-12-31", 1)).toBe("2016-01-01");
});

test("bounds that can be about one event are narrowed, others are not", () => {
  expect(meetBounds({ earliest: "2010-01-01", latest: "2010-12-31" }, { latest: "2010-10-07" })).toEqual({
    earliest: "2010-01-01",
    latest: "2010-10-07",
  });
  expect(meetBounds({ earliest: "2011-01-01" }, { latest: "2010-10-07" })).toBeUndefined();
});

test("an open end comes last", () => {
  expect([{}, { latest: "2010-01-01" }, { latest: "2009-01-01" }].sort(compareBounds)).toEqual([
    { latest: "2009-01-01" },
    { latest: "2010-01-01" },
    {},
  ]);
});
