// When Easter falls, checked against the almanac: the earliest and the latest that it can be, and years between.
import { expect, test } from "vitest";
import { easterOf } from "./feasts.ts";

test.for([
  [1818, "1818-03-22"],
  [1943, "1943-04-25"],
  [2000, "2000-04-23"],
  [2015, "2015-04-05"],
  [2019, "2019-04-21"],
  [2024, "2024-03-31"],
] as const)("Easter of %i is %s", ([year, day]) => {
  expect(easterOf(year)).toBe(day);
});
