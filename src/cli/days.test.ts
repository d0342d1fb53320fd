// A day that does not exist is refused, not moved.
import fc from "fast-check";
import { expect, test } from "vitest";
import { countOption, dayOption, daysOf } from "./days.ts";

test("a day of the calendar is taken as it is written", () => {
  expect(dayOption("known", "2012-02-29")).toBe("2012-02-29");
  expect(dayOption("known", undefined)).toBeUndefined();
  expect(daysOf({ "as-of": "2010-12-31" })).toEqual({ asOf: "2010-12-31" });
});

test.each(["2011-02-29", "2012-13-01", "2012-1-1", "20120101", "yesterday", "2012-01-01T00:00", "-2012-01-01"])("%s is no day", (written) => {
  expect(() => dayOption("as-of", written)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_DAY" }));
});

test("every day of four-digit years is one", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayOption("as-of", day)).toBe(day);
    }),
  );
});

test("a count is a whole number from 1 up", () => {
  expect(countOption("threads", "2")).toBe(2);
  for (const written of ["0", "-1", "1.5", "two", "1e3"]) {
    expect(() => countOption("threads", written)).toThrow(expect.objectContaining({ code: "PACTA_USAGE_VALUE" }));
  }
});
