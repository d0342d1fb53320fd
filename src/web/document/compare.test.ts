// Comparing versions: nothing of either text is lost, and claims are told apart by what they say.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { claimsInBoth, wordChanges } from "./compare.ts";

test("changed words are told as such", () => {
  const { changes } = wordChanges("Norway signed on Monday.", "Norway has signed on Tuesday.");
  expect(changes.filter(({ is }) => is === "added").map(({ words }) => words.trim())).toEqual(["has", "Tuesday"]);
  expect(changes.filter(({ is }) => is === "removed").map(({ words }) => words.trim())).toEqual(["Monday"]);
});

test("both texts can be had back from what changed", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", ".", "é"), maxLength: 80 });
  const property = fc.property(text, text, (before, after) => {
    const { changes } = wordChanges(before, after);
    const without = (other: string) => changes.flatMap(({ is, words }) => (is === other ? [] : [words])).join("");
    expect(without("added")).toBe(before);
    expect(without("removed")).toBe(after);
  });
  fc.assert(property);
});

test("texts of a megabyte that have nothing in common are compared within seconds", { timeout: 30_000 }, () => {
  const long = (word: string) => Array.from({ length: 100_000 }, (_, n) => `${word}${n}`).join(" ");
  const start = performance.now();
  const { changes } = wordChanges(long("a"), long("b"));
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(changes.some(({ is }) => is === "removed")).toBe(true);
});

test("a claim stands in both versions where both tell it in the same words", () => {
  const claim = (id: string, quote: string, name: string) =>
    ({
      id,
      act: "sign",
      mode: "actual",
      negated: false,
      actors: [{ name }],
      targets: [],
      evidence: { start: 0, end: 1, quote },
    }) as unknown as Forms["Claim"];
  const rows = claimsInBoth(
    [claim("1", "Norway signed", "Norway"), claim("2", "gone", "Norway")],
    [claim("3", "Norway signed", "Norway"), claim("4", "new", "Norway")],
  );
  expect(rows.map(({ before, after }) => [before?.id, after?.id])).toEqual([
    ["1", "3"],
    [undefined, "4"],
    ["2", undefined],
  ]);
});
