// Names stay within the picture.
import { expect, test } from "vitest";
import { middleWithin } from "./label.ts";

test("a name stands under its party, and is moved inwards where it would be cut off", () => {
  expect([middleWithin(100, 60, 200), middleWithin(10, 60, 200), middleWithin(190, 60, 200)]).toEqual([100, 30, 170]);
});

test("the name of a party out of sight goes with it, and one that is wider than the picture is not moved", () => {
  expect([middleWithin(-20, 60, 200), middleWithin(230, 60, 200), middleWithin(40, 300, 200)]).toEqual([-20, 230, 40]);
});
