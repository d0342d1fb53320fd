// The days of a timeline.
import fc from "fast-check";
import { expect, test } from "vitest";
import { spanOf, stepped } from "./span.ts";

test("a timeline shows the days asked for, else those from the first to the last telling", () => {
  const deals = [{ first: "2015-01-20", last: "2016-03-01" }, { first: "2007-12-01" }, {}];
  expect(spanOf(deals, {})).toEqual({ from: "2007-12-01", to: "2016-03-01" });
  expect(spanOf(deals, { from: "2010-01-01" })).toEqual({ from: "2010-01-01", to: "2016-03-01" });
  expect(spanOf([{}], {})).toBeUndefined();
  expect(spanOf([{ first: "2015-01-20", last: "2015-01-20" }], {})).toEqual({ from: "2015-01-19", to: "2015-01-21" });
});

test("steps go in, out, back and on, and the day stays a day", () => {
  const span = { from: "2015-01-01", to: "2015-01-31" };
  expect(stepped(span, "in")).toEqual({ from: "2015-01-09", to: "2015-01-23" });
  expect(stepped(span, "out")).toEqual({ from: "2014-12-17", to: "2015-02-15" });
  expect(stepped(stepped(span, "later"), "earlier")).toEqual(span);
  const day = fc
    .date({ min: new Date("1800-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.array(fc.constantFrom("in", "out", "earlier", "later"), { maxLength: 40 }), (a, b, ways) => {
      const [from, to] = [a, b].toSorted() as [string, string];
      fc.pre(from < to);
      const end = ways.reduce(stepped, { from, to });
      expect(end.from < end.to && /^\d{4}-\d\d-\d\d$/.test(end.from) && /^\d{4}-\d\d-\d\d$/.test(end.to)).toBe(true);
    }),
  );
});
