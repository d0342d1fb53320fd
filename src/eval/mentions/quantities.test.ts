// The measure of quantities: units in one form, whatever way gold writes them.
import { expect, test } from "vitest";
import { countsItem, unitOf } from "./quantities.ts";

test("a unit is compared in the recogniser's form, and as written where it is none of its units", () => {
  expect(["doses", "barrels a year", "cubic metres per annum", "plant", undefined].map(unitOf)).toEqual([
    "dose",
    "barrel/year",
    "cubic metre/year",
    "plant",
    "",
  ]);
});

test("a unit that gold has in the item's name counts as given", () => {
  const found = { quantity: 5, unit: "battery" };
  expect(countsItem(found, { name: "S-300 batteries", quantity: 5 })).toBe(true);
  expect(countsItem(found, { name: "S-300 batteries", quantity: 4 })).toBe(false);
  expect(countsItem(found, { name: "S-300", quantity: 5 })).toBe(false);
  expect(countsItem(found, { name: "S-300", quantity: 5, unit: "batteries" })).toBe(true);
});
