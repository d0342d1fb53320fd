// Lengths as ISO 8601 writes them, and where they lead.
import { expect, test } from "vitest";
import { dayAfter, isoLength } from "./iso-length.ts";
import { recogniseTimes } from "./recognise.ts";

const lengths = (text: string) => recogniseTimes(text, { start: 0, end: text.length }, "2015-01-20").map(({ length }) => length);

test.for([
  ["a 25-year lease", ["P25Y"]],
  ["for another six months", ["P6M"]],
  ["a 72-hour truce", ["PT72H"]],
  ["a five day truce", ["P5D"]],
  ["a long year of talks", ["P1Y"]],
  ["for a decade", ["P10Y"]],
  ["for a fortnight", ["P2W"]],
  ["for several years", [undefined]],
  ["until 2042", [undefined]],
] as const)("%s has the lengths %j", ([text, wanted]) => {
  expect(lengths(text)).toEqual(wanted);
});

test("a length of half a year more is one of months, and of half a month none", () => {
  expect(isoLength({ count: 1.5, unit: "year" })).toBe("P18M");
  expect(isoLength({ count: 1.5, unit: "month" })).toBeUndefined();
  expect(isoLength({ count: 1000, unit: "year" })).toBeUndefined();
  expect(isoLength(undefined)).toBeUndefined();
});

test.for([
  ["2010-04-21", "P25Y", "2035-04-21"],
  ["2016-02-29", "P1Y", "2017-02-28"],
  ["2015-08-31", "P6M", "2016-02-29"],
  ["2014-08-05", "PT72H", "2014-08-08"],
  ["2014-08-05", "PT1H", "2014-08-06"],
  ["2014-08-05", "P2W", "2014-08-19"],
  ["9900-01-01", "P200Y", undefined],
  ["2014-08-05", "two weeks", undefined],
] as const)("%s and %s give %s", ([day, length, wanted]) => {
  expect(dayAfter(day, length)).toBe(wanted);
});
