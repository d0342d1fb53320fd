// Quantities: what counts things, with its unit, and what only looks like it.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PactaError } from "../../error.ts";
import { anyText, HOSTILE } from "./hostile.fixture.ts";
import { recogniseQuantities } from "./quantity.ts";
import { parseTable } from "./table.ts";
import { z } from "zod";

const read = (text: string) =>
  recogniseQuantities(text, { start: 0, end: text.length }).map(({ start, end, quantity, unit, bound }) => [
    text.slice(start, end),
    quantity,
    unit,
    bound,
  ]);

test.for([
  ["five battalions of S-300", [["five battalions", 5, "battalion", "exact"]]],
  ["five S-300 battalions", [["five", 5, "battalion", "exact"]]],
  ["36 Rafale jets", [["36", 36, undefined, "exact"]]],
  ["10 bcm a year", [["10 bcm a year", 10, "bcm/year", "exact"]]],
  ["4.5 million barrels", [["4.5 million barrels", 4_500_000, "barrel", "exact"]]],
  ["200,000 barrels per day", [["200,000 barrels per day", 200_000, "barrel/day", "exact"]]],
  ["3 billion cubic metres annually", [["3 billion cubic metres annually", 3_000_000_000, "cubic metre/year", "exact"]]],
  ["1,000 MW", [["1,000 MW", 1000, "megawatt", "exact"]]],
  ["a squadron of jets", [["a squadron", 1, "squadron", "exact"]]],
  ["a dozen", [["a dozen", 12, undefined, "exact"]]],
  ["half a dozen frigates", [["half a dozen", 6, undefined, "exact"]]],
  ["an estimated 12,000 shells", [["12,000", 12_000, undefined, "about"]]],
  ["55 bcm/y of gas", [["55 bcm/y", 55, "bcm/year", "exact"]]],
  ["10 bcm of natural gas a year", [["10 bcm", 10, "bcm/year", "exact"]]],
  ["two tonnes of wheat and a year of rice", [["two tonnes", 2, "tonne", "exact"]]],
  ["500 barrels a year ago", [["500 barrels", 500, "barrel", "exact"]]],
  ["500,000 bpd", [["500,000 bpd", 500_000, "barrel/day", "exact"]]],
  ["1.2 mtpa of LNG", [["1.2 mtpa", 1.2, "megatonne/year", "exact"]]],
  ["15GW of wind power", [["15GW", 15, "gigawatt", "exact"]]],
  ["1m barrels", [["1m barrels", 1_000_000, "barrel", "exact"]]],
  ["2 1/2 million tonnes", [["2 1/2 million tonnes", 2_500_000, "tonne", "exact"]]],
  ["150 000 tonnes", [["150 000 tonnes", 150_000, "tonne", "exact"]]],
  ["155mm shells", [["155mm", 155, "millimetre", "exact"]]],
  ["six (6) patrol boats", [["six", 6, undefined, "exact"]]],
  ["at least 40 tonnes", [["40 tonnes", 40, "tonne", "min"]]],
  ["up to 100 million doses", [["100 million doses", 100_000_000, "dose", "max"]]],
  ["some 500 pounds of ore", [["500 pounds", 500, "pound", "about"]]],
  [
    "10 to 12 frigates",
    [
      ["10", 10, undefined, "min"],
      ["12", 12, undefined, "max"],
    ],
  ],
  [
    "five or six submarines",
    [
      ["five", 5, undefined, "min"],
      ["six", 6, undefined, "max"],
    ],
  ],
] as const)("%s", ([text, quantities]) => {
  expect(read(text)).toEqual(quantities);
});

test("figures that are something else are no quantity", () => {
  const others = [
    "hundreds of tanks",
    "17-year-old",
    "two years",
    "20 percent",
    "10%",
    "the 330–231 vote",
    "the S-300",
    "T-90",
    "one of the largest",
    "Resolution 1929",
    "21st",
    "in 2007",
    "10:30",
    "$40",
    "20 January",
    "400 BC",
    "12,34,5 tanks",
    "2,5 million tonnes",
    "1e400 tonnes",
    "1.500 tonnes",
    "Type 055",
    "a 120m mast",
    "1.8m tall",
    "75-300mm lens",
  ];
  expect(others.filter((text) => read(text).length > 0)).toEqual([]);
});

test("what the caller has taken for money or a time is left out", () => {
  const text = "for 40 or 50 tanks";
  expect(recogniseQuantities(text, { start: 0, end: text.length }, { taken: [{ start: 4, end: 6 }] }).map(({ quantity }) => quantity)).toEqual([50]);
});

test("a rate that reads as a length of time leaves the quantity whole", () => {
  const text = "500,000 barrels a year";
  expect(recogniseQuantities(text, { start: 0, end: text.length }, { taken: [{ start: 16, end: 22 }] }).map(({ unit }) => unit)).toEqual([
    "barrel/year",
  ]);
});

test("a quantity that is written out is read back, with the span of its words", () => {
  const units = ["tonne", "barrel", "battalion", "dose", "megawatt", "kilometre"] as const;
  const rates = [
    ["", ""],
    [" a year", "/year"],
    [" per day", "/day"],
  ] as const;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), fc.constantFrom(...units), fc.constantFrom(...rates), (count, unit, [words, rate]) => {
      const written = `${count.toLocaleString("en-US")} ${unit}s${words}`;
      expect(read(`It took ${written}.`)).toEqual([[written, count, `${unit}${rate}`, "exact"]]);
    }),
  );
});

test("the span bounds what is read, and offsets are the text's", () => {
  const text = "Two ships. Three jets. Four tanks.";
  expect(recogniseQuantities(text, { start: 11, end: 22 }).map(({ start, end }) => text.slice(start, end))).toEqual(["Three"]);
});

test("quantities lie inside the span and have finite numbers, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end, quantity } of recogniseQuantities(text, { start: 0, end: text.length })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(quantity)).toBe(true);
      }
    }),
  );
});

test.for(HOSTILE)("100 kB of %j take bounded time", ([, text]) => {
  const begun = performance.now();
  recogniseQuantities(text, { start: 0, end: text.length });
  expect(performance.now() - begun).toBeLessThan(12_000);
});

test("a table row that is wrong is reported with its file and line", () => {
  const row = z.strictObject({ unit: z.string().min(1), size: z.coerce.number() });
  expect(parseTable("# note\nunit\tsize\nton\t5\n", "a.tsv", row)).toEqual([{ unit: "ton", size: 5 }]);
  for (const content of ["unit\tsize\n\nton\n", "unit\tsize\n# note\nton\tmany\n"]) {
    expect(() => parseTable(content, "a.tsv", row)).toThrow(
      expect.objectContaining({ code: "PACTA_TABLE_ROW", place: { source: "a.tsv", line: 3 } }) as PactaError,
    );
  }
});
