// Cutting: never longer than asked for, never a character in two, and nothing changed that fits.
import fc from "fast-check";
import { expect, test } from "vitest";
import { short, wholeEnd } from "./short.ts";

test("a text is cut to its length with a mark, and left alone where it fits", () => {
  expect(["", "abc", "abcd", "ab😀", "a😀b", "😀😀😀"].map((text) => short(text, 3))).toEqual(["", "abc", "ab…", "ab…", "a…", "😀…"]);
  expect([short("a😀b", 4), short("😀😀", 2), short("ab", 1)]).toEqual(["a😀b", "…", "…"]);
  expect([0, 1, 2, 3, 4].map((end) => wholeEnd("a😀b", end))).toEqual([0, 1, 1, 3, 4]);
});

test("whatever stands in a text, what is left of it is its beginning, short enough and no less well-formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const cut = short(text, most);
      expect(cut.length).toBeLessThanOrEqual(Math.max(1, most));
      expect(cut.isWellFormed()).toBe(true);
      expect(text.startsWith(cut === text ? cut : cut.slice(0, -1))).toBe(true);
      // No more goes than has to.
      expect(cut === text || cut.length >= most - 1).toBe(true);
    }),
  );
});

test("half a character that stands alone is left as it is", () => {
  expect([wholeEnd("a\ud800b", 2), short("a\ud800bcd", 3)]).toEqual([2, "a\ud800…"]);
});
