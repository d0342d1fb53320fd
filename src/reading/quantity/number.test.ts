// Numbers, by example and by writing every kind of number in words and reading it back.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText, HOSTILE } from "./hostile.fixture.ts";
import { findFigures, findNumbers, readNumber } from "./number.ts";
import { missing, specCases } from "./shared.fixture.ts";

const read = (text: string) => findNumbers(text, { start: 0, end: text.length }).map((number) => number.value);

test.for([
  ["1,200 tonnes", [1200]],
  ["2.5 million doses", [2_500_000]],
  ["4.35 million", [4_350_000]],
  ["12,34,567.89", [1_234_567.89]],
  ["three lakh crore", [3_000_000_000_000]],
  ["1.3bn, 10k and 5m", [1_300_000_000, 10_000, 5_000_000]],
  ["twenty-five", [25]],
  ["one hundred and sixty-one", [161]],
  ["two hundred and two thousand", [202_000]],
  ["two point five million", [2_500_000]],
  ["two and a half million", [2_500_000]],
  ["3 million and a half", [3_500_000]],
  ["half a million, a quarter of a billion and three quarters of a million", [500_000, 250_000_000, 750_000]],
  ["a dozen, half a dozen and three dozen", [12, 6, 36]],
  ["2½ million", [2_500_000]],
] as const)("%s is read as its value", ([text, values]) => {
  expect(read(text)).toEqual(values);
});

test("words that are two numbers stay two", () => {
  expect(read("five thousand and two million")).toEqual([5000, 2_000_000]);
  expect(read("twenty two five")).toEqual([22, 5]);
});

test.for(["hundreds of", "several million", "tens of millions", "192.168.1.2", "1.200,5", "a hundredth"])("%s is no number", (text) => {
  expect(read(text)).toEqual([]);
});

test.for([
  ["1e400", "too-large"],
  ["9".repeat(200), "too-large"],
  ["12345678901234567", "too-large"],
  ["999 quadrillion million", "too-large"],
  ["1e5", "malformed"],
  ["1.000.000", "malformed"],
  ["1,5 million", "malformed"],
  ["12,34,5", "malformed"],
  ["3,000,00", "malformed"],
  ["1.2.3 billion", "malformed"],
] as const)("%s is a figure that cannot be read: it is %s", ([text, unread]) => {
  expect(findFigures(`in ${text}.`, { start: 0, end: text.length + 4 })).toEqual([{ start: 3, end: 3 + text.length, unread }]);
  expect(findNumbers(text, { start: 0, end: text.length })).toEqual([]);
  expect(readNumber(text, 0)).toBeUndefined();
});

test("Indian groups are numbers, and so is one followed by the sentence's own stop or comma", () => {
  expect(read("1,00,000 and 12,34,56,789")).toEqual([100_000, 123_456_789]);
  expect(read("It took 5, then 6,000. And 7.")).toEqual([5, 6000, 7]);
});

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** The number in words, British ("one hundred and one") or American. */
function written(value: number, and: string): string {
  if (value < 20) return ONES[value] ?? "";
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 === 0 ? "" : `-${ONES[value % 10]}`}`;
  const [scale, name] = value < 1e3 ? [100, "hundred"] : value < 1e6 ? [1e3, "thousand"] : value < 1e9 ? [1e6, "million"] : [1e9, "billion"];
  const rest = value % scale;
  const joint = rest < 100 ? ` ${and}` : " ";
  return `${written(Math.floor(value / scale), and)} ${name}${rest === 0 ? "" : `${joint}${written(rest, and)}`}`;
}

test("every number written in words reads back as itself, over its whole length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom("and ", ""), (value, and) => {
      const words = written(value, and);
      expect(readNumber(words, 0)).toMatchObject({ value, end: words.length });
    }),
  );
});

test("every whole number with grouped thousands reads back as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(read(value.toLocaleString("en-US"))).toEqual([value]);
    }),
  );
});

test("numbers lie inside the span, in order, apart, and are finite", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const number of findNumbers(text, { start: 0, end: text.length })) {
        expect(number.start).toBeGreaterThanOrEqual(end);
        expect(number.end).toBeGreaterThan(number.start);
        expect(Number.isFinite(number.value)).toBe(true);
        end = number.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.for(HOSTILE)("100 kB of %j take bounded time", ([, text]) => {
  const begun = performance.now();
  findNumbers(text, { start: 0, end: text.length });
  expect(performance.now() - begun).toBeLessThan(5000);
});

interface NumberCase {
  readonly Input: string;
  readonly Results: readonly { readonly Resolution: { readonly value: string } }[];
}

test("measured: share of Recognizers-Text number cases read as it expects", (context) => {
  const why = missing("corpora", "recognizers-text", "Number", "NumberModel.json.gz");
  if (why !== undefined) return context.skip(why);
  const cases = specCases<NumberCase>("Number/NumberModel");
  const shown = (values: readonly number[]) => values.map((value) => value.toPrecision(10)).join(" ");
  const right = cases.filter(({ Input, Results }) => shown(read(Input)) === shown(Results.map((result) => Number(result.Resolution.value))));
  console.log(`numbers: ${right.length} of ${cases.length} (fractions, powers and minus signs are not read)`);
  expect(right.length / cases.length).toBeGreaterThan(0.4);
});
