// A place is quoted from its opening mark to its closing one, or to the end of the line.
import fc from "fast-check";
import { expect, test } from "vitest";
import { quotedPlaces } from "./quoted.ts";

/** The letters of a text that are quoted. */
function quoted(text: string): string {
  const isQuoted = quotedPlaces(text);
  return text
    .split("")
    .filter((letter, at) => /[a-z]/.test(letter) && isQuoted(at))
    .join("");
}

test.each([
  ['a "bc" d', "bc"],
  ["a “b” c “d” e", "bd"],
  ['"ab', "ab"],
  ['a "b\nc" d', "bd"],
  ["a ”b “c", "c"],
  ["abc", ""],
])("%j", (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

test("text without marks has no quoted place, whatever it says", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, at) => {
      expect(quotedPlaces(text.replaceAll(/["“”]/g, "x"))(at)).toBe(false);
    }),
  );
});
