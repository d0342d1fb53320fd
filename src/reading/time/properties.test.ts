// What holds of times for every text, however hostile.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText, HOSTILE } from "../quantity/hostile.fixture.ts";
import { addDays } from "./calendar.ts";
import { isNorm } from "./norm.ts";
import { recogniseTimes } from "./recognise.ts";

const anyDay = fc.integer({ min: 0, max: 700_000 }).map((days) => addDays("0800-01-01", days));

test("mentions lie inside the span, in order and apart, with valid norms, a basis that fits, and a reason where there is no norm", () => {
  fc.assert(
    fc.property(anyText, anyDay, fc.option(fc.boolean(), { nil: undefined }), (text, anchor, future) => {
      let end = 0;
      for (const mention of recogniseTimes(text, { start: 0, end: text.length }, anchor, future === undefined ? {} : { future })) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.norm === undefined || isNorm(mention.norm)).toBe(true);
        expect(mention.norm === undefined).toBe(mention.basis === "none");
        expect(mention.norm === undefined).toBe(mention.reason !== undefined);
        end = mention.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test("without an anchor no norm is anchored", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(recogniseTimes(text, { start: 0, end: text.length }).every((mention) => mention.basis !== "anchored")).toBe(true);
    }),
  );
});

test("what stands around a span changes nothing in it", () => {
  fc.assert(
    fc.property(anyText, anyDay, (text, anchor) => {
      const alone = recogniseTimes(text, { start: 0, end: text.length }, anchor);
      const inside = recogniseTimes(`In 2007, ${text} of 2008`, { start: 9, end: 9 + text.length }, anchor);
      expect(inside.map((mention) => ({ ...mention, start: mention.start - 9, end: mention.end - 9 }))).toEqual(alone);
    }),
  );
});

/** Pieces that only times have. */
const HOSTILE_TIMES = [
  "years, ",
  "two weeks and ",
  "the first week of ",
  "nineteen ",
  "2015/",
  "3/4/",
  "last Easter ",
  "weekend of ",
  "24:61 ",
  "the year 9",
  "1",
].map((piece) => [piece, piece.repeat(Math.ceil(100_000 / piece.length))] as const);

test.for([...HOSTILE, ...HOSTILE_TIMES])("100 kB of %j take bounded time", ([, text]) => {
  const begun = performance.now();
  recogniseTimes(text, { start: 0, end: text.length }, "2015-01-20");
  expect(performance.now() - begun).toBeLessThan(8000);
});
