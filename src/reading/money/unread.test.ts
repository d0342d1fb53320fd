// Words of money that give no sum: each is kept with its reason, and nothing is guessed.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../quantity/hostile.fixture.ts";
import { recogniseMoney, unreadMoney } from "./money.ts";

const mentions = (text: string) => recogniseMoney(text, { start: 0, end: text.length });
const unread = (text: string) => unreadMoney(text, { start: 0, end: text.length });

test.for([
  ["a claim of $1e400", "$1e400", "too-large"],
  [`a claim of $${"7".repeat(200)}`, `$${"7".repeat(200)}`, "too-large"],
  ["900 quadrillion million yen", "900 quadrillion million yen", "too-large"],
  ["$12,345,678,901,234,567 in all", "$12,345,678,901,234,567", "too-large"],
  ["it paid $1e5", "$1e5", "malformed"],
  ["1.000.000 euros", "1.000.000 euros", "malformed"],
  ["€1,5 million", "€1,5 million", "malformed"],
  ["12,34,5 dollars", "12,34,5 dollars", "malformed"],
  ["$1.2.3 billion", "$1.2.3 billion", "malformed"],
  ["$NaN", "$NaN", "malformed"],
  ["Infinity euros", "Infinity euros", "malformed"],
  ["a loss of -$5 million", "-$5 million", "negative"],
  ["a loss of $-5", "$-5", "negative"],
  ["some 500 dinars", "500 dinars", "ambiguous"],
  ["for €1.250", "€1.250", "ambiguous"],
  ["tens of millions of dollars", "tens of millions of dollars", "no-figure"],
  ["several hundred million yen", "several hundred million yen", "no-figure"],
  ["a multibillion-dollar deal", "multibillion-dollar", "no-figure"],
  ["a billion-dollar deal", "a billion-dollar", "no-figure"],
] as const)("%s gives no sum: %s is %s", ([text, words, reason]) => {
  expect(mentions(text)).toEqual([]);
  expect(unread(text).map(({ start, end, reason: why }) => [text.slice(start, end), why])).toEqual([[words, reason]]);
});

test("words that have nothing to do with money are not reported as unread", () => {
  const none = [
    "half a",
    "tens of millions of people",
    "192.168.1.2",
    "-5 degrees",
    "1e400",
    "several thousand tonnes",
    "500 kilograms (1,102 pounds) of it",
  ];
  expect(none.filter((text) => unread(text).length + mentions(text).length > 0)).toEqual([]);
});

test("the currency of unread words is given where it is plain", () => {
  expect(unread("€1,5 million").map(({ currency }) => currency)).toEqual(["EUR"]);
  expect(unread("500 dinars").map(({ currency }) => currency)).toEqual([undefined]);
});

/** Texts in which broken figures of money are likely. */
const broken = fc
  .array(
    fc.oneof(
      fc.constantFrom("$", "€", "-", ",", ".", "1", "00", "000", "e", "9".repeat(18), " euros", " million", "NaN", " of ", "tens of millions"),
      fc.nat(99_999).map(String),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(""));

test("unread words lie inside the text, in order, apart from each other and from the sums, whatever the text", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, broken), (text) => {
      const spans = [...mentions(text), ...unread(text)].toSorted((a, b) => a.start - b.start);
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("offsets are the text's where only a part of it is looked at", () => {
  const text = "It took 500 dinars. It took €1,5 million. It took $NaN.";
  expect(unreadMoney(text, { start: 20, end: 42 }).map(({ start, end }) => text.slice(start, end))).toEqual(["€1,5 million"]);
});
