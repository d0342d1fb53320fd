// A suggestion that is far from what was typed is worse than none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test("letters put in, taken out, exchanged or swapped count one each", () => {
  expect(editDistance("read", "read")).toBe(0);
  expect(editDistance("raed", "read")).toBe(1);
  expect(editDistance("red", "read")).toBe(1);
  expect(editDistance("lead", "read")).toBe(1);
  expect(editDistance("", "deal")).toBe(4);
});

test("the distance is the same from either side, and none to oneself", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});

test("a slip finds the word that was meant; another word finds none", () => {
  const commands = ["read", "deals", "deal", "verify", "version"];
  expect(nearest("raed", commands)).toBe("read");
  expect(nearest("veri", commands)).toBe("verify");
  expect(nearest("sanction", commands)).toBeUndefined();
  expect(nearest("", commands)).toBeUndefined();
});
