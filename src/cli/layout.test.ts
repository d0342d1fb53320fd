// Tables and paragraphs lose no words but those that are cut with an ellipsis.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cut, tableOf, wrap } from "./layout.ts";

test("the last column takes what is left of the width, and at least 20 characters", () => {
  const rows = [
    ["a", "first words of a longer name"],
    ["bbb", "second"],
  ];
  expect(tableOf(rows, 27)).toBe("a    first words of a long…\nbbb  second\n");
  expect(tableOf(rows, Number.POSITIVE_INFINITY)).toBe("a    first words of a longer name\nbbb  second\n");
  expect(tableOf([], 80)).toBe("");
});

test("wrapped lines keep every word, and are too wide only for a single word", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 40 }), (list, width) => {
      const lines = wrap(list.join(" "), width).split("\n");
      expect(lines.join(" ")).toBe(list.join(" "));
      expect(lines.every((line) => line.length <= width || !line.includes(" "))).toBe(true);
    }),
  );
});

test("what fits is not cut", () => {
  expect(cut("whole", 5)).toBe("whole");
  expect(cut("too long", 5)).toBe("too…");
});
