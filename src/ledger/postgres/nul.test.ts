// NUL goes in and comes out, and nothing else is taken for it.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withNul, withoutNul } from "./nul.ts";

test("a text without NUL is stored as it is", () => {
  expect(withoutNul("Norway signed a ferry contract.")).toBe("Norway signed a ferry contract.");
  expect(withoutNul("a\0b␀")).toBe("a␀0b␀1");
});

test("every text comes back, holds no NUL in between, and is no other text's", () => {
  const text = fc.string({ unit: fc.constantFrom("\0", "␀", "0", "1", "a") });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(withNul(withoutNul(one))).toBe(one);
      expect(withoutNul(one)).not.toContain("\0");
      expect(withoutNul(one) === withoutNul(other)).toBe(one === other);
    }),
  );
});
