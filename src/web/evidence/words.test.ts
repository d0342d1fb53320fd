// Choosing words: what is chosen are the text's own words, whole.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { choiceOf, moved, placeOfWords, spanOf, trimmedSpan, wordsOf } from "./words.ts";

const text = "Australia will pay A$3.4 billion for the Attack-class boats (in 2022).";
const words = wordsOf(text);
const said = (choice: { anchor: number; head: number }): string => {
  const span = spanOf(words, choice);
  return span === undefined ? "" : text.slice(span.start, span.end);
};

test("sums and compounds are words, signs stand alone", () => {
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(
    "Australia|will|pay|A$3.4|billion|for|the|Attack-class|boats|(|in|2022|)|.".split("|"),
  );
});

test("a choice moves by words, grows and shrinks at its end, and stays within the text", () => {
  const sum = choiceOf(words, { start: 19, end: 24 });
  expect(said(sum)).toBe("A$3.4");
  expect(said(moved(words, sum, 1, true))).toBe("A$3.4 billion");
  expect(said(moved(words, moved(words, sum, 1, true), -1, true))).toBe("A$3.4");
  expect(said(moved(words, sum, -1, true))).toBe("pay A$3.4");
  expect(said(moved(words, sum, 1, false))).toBe("billion");
  expect(said(moved(words, sum, -99, false))).toBe("Australia");
  expect(said(moved(words, sum, 99, false))).toBe(".");
  expect(spanOf([], { anchor: 0, head: 0 })).toBeUndefined();
});

test("typed words are found at the nearest place, or not at all", () => {
  expect(placeOfWords("ban, the ban and the ban", "ban", 10)).toEqual({ start: 9, end: 12 });
  expect(placeOfWords("ban, the ban", "Ban", 0)).toBeUndefined();
  expect(placeOfWords("ban", "", 0)).toBeUndefined();
});

test("a stretch loses the blanks at its ends and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(" ", "\n", "a", "b") }), (some) => {
      const span = trimmedSpan(some, { start: 0, end: some.length });
      expect(span === undefined ? "" : some.slice(span.start, span.end)).toBe(some.trim());
    }),
  );
});
