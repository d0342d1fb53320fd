// Every place of a text is shown exactly once, whatever covers it.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf, sheetsOf } from "./part.ts";
import { segmentsOf } from "./segment.ts";

const text = "Headline\n\nNorway signed. Sweden agreed to buy two ferries.";

test("a text falls into its blocks and what stands between them", () => {
  const blocks = [
    { start: 0, end: 8, kind: "headline" as const },
    { start: 25, end: text.length, kind: "paragraph" as const },
  ];
  expect(partsOf({ text, blocks }).map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ["Headline", "headline"],
    ["Norway signed.", "other"],
    ["Sweden agreed to buy two ferries.", "paragraph"],
  ]);
});

test("a block of enormous length is cut at line ends, blanks, or between characters, and nothing of it is lost", () => {
  for (const long of ["word ".repeat(5000), "line\n".repeat(5000), "😀".repeat(9000), "x".repeat(20_000)]) {
    const parts = partsOf({ text: long, blocks: [{ start: 0, end: long.length, kind: "paragraph" }] });
    expect(parts.map(({ start, end }) => long.slice(start, end)).join("")).toBe(long);
    for (const { start, end } of parts) {
      expect(end - start).toBeLessThanOrEqual(6000);
      expect(long.slice(start, end).isWellFormed()).toBe(true);
    }
  }
});

test("sheets hold all parts in order, none too many", () => {
  const parts = Array.from({ length: 25 }, (_, n) => ({ start: n * 10, end: n * 10 + 10, kind: "paragraph" as const }));
  expect(sheetsOf(parts, { parts: 10, units: 1000 }).map((sheet) => sheet.length)).toEqual([10, 10, 5]);
  expect(sheetsOf(parts, { parts: 10, units: 50 }).map((sheet) => sheet.length)).toEqual([5, 5, 5, 5, 5]);
  expect(sheetsOf([], { parts: 10, units: 50 })).toEqual([]);
});

test("claims that lie within each other, overlap or are the same are all told of each word, the longest first", () => {
  const covers = [
    { key: "inner", start: 4, end: 8 },
    { key: "outer", start: 2, end: 10 },
    { key: "across", start: 8, end: 14 },
    { key: "twin", start: 4, end: 8 },
  ];
  expect(segmentsOf({ start: 0, end: 12 }, covers)).toEqual([
    { start: 0, end: 2, covers: [], begins: [] },
    { start: 2, end: 4, covers: ["outer"], begins: ["outer"] },
    { start: 4, end: 8, covers: ["outer", "inner", "twin"], begins: ["inner", "twin"] },
    { start: 8, end: 10, covers: ["outer", "across"], begins: ["across"] },
    { start: 10, end: 12, covers: ["across"], begins: [] },
  ]);
});

test("segments are the part, whole and in order, and each covered place knows its covers", () => {
  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length }));
  const property = fc.property(span, fc.array(span, { maxLength: 12 }), (part, spans) => {
    const covers = spans.map((one, n) => ({ ...one, key: String(n) }));
    const segments = segmentsOf(part, covers);
    expect(segments.map(({ start }) => start)).toEqual([part.start, ...segments.slice(0, -1).map(({ end }) => end)]);
    expect(segments.at(-1)?.end).toBe(part.end);
    for (const { start, end, covers: told } of segments)
      for (const { key, ...cover } of covers) expect(told.includes(key)).toBe(cover.start <= start && cover.end >= end);
  });
  fc.assert(property);
});
