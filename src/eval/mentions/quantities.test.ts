// The measure of quantities: units in one form, whatever way gold writes them.
import { expect, test } from "vitest";
import { unitOf } from "./quantities.ts";

test("a unit is compared in the recogniser's form, and as written where it is none of its units", () => {
  expect(["doses", "barrels a year", "cubic metres per annum", "plant", undefined].map(unitOf)).toEqual([
    "dose",
    "barrel/year",
    "cubic metre/year",
    "plant",
    "",
  ]);
});
