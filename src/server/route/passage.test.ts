// Where in a text the words of a search stand.
import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsAll, passageIn, wordsOf } from "./passage.ts";

test("words are the same whatever their case and marks", () => {
  expect(wordsOf("El Niño, S-300: 12")).toEqual(["el", "nino", "s", "300", "12"]);
  expect([holdsAll("The S-300 for Algérie", wordsOf("algerie s-300")), holdsAll("The S-300", wordsOf("s-30"))]).toEqual([true, false]);
});

test("a passage has the most of the words that stand together, and begins and ends with whole ones", () => {
  const far = "nothing here speaks of it. ".repeat(30);
  const text = `A ferry came. ${far}Norway sold a ferry to Poland in spring. ${far}`;
  const found = passageIn(text, wordsOf("ferry norway poland"));
  expect(found?.quote).toContain("Norway sold a ferry to Poland in spring.");
  expect(found?.quote).toMatch(/^\S+ .* \S+$/);
  expect(` ${text} `).toContain(` ${found?.quote} `);
  expect(passageIn(text, wordsOf("submarine"))).toBeUndefined();
  expect(passageIn(text, [])).toBeUndefined();
});

test("whatever the text, a passage is a piece of it that has a word of the search, and is no longer than it may be", () => {
  const word = fc.constantFrom("ferry", "Norway", "x", "ﬁ", "é", "\u202e", "-", "\n", " ", "a".repeat(400));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.boolean(), (parts, hasBlanks) => {
      const text = parts.join(hasBlanks ? " " : "");
      const found = passageIn(text, ["ferry", "norway"]);
      const has = (piece: string): boolean => wordsOf(piece).some((one) => one === "ferry" || one === "norway");
      expect(found === undefined).toBe(!has(text));
      if (found === undefined) return;
      expect(text.slice(found.start, found.end)).toBe(found.quote);
      expect(has(found.quote)).toBe(true);
      expect(found.quote.length).toBeLessThanOrEqual(240);
    }),
  );
});
