// The schedule's promises, for every pace, number of errors and chance.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dueAfter, intervalOf, USUAL, waitAfter } from "./schedule.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const interval = fc.integer({ min: MINUTE, max: 30 * DAY });
const errors = fc.integer({ min: 1, max: 5000 });

test("a feed is asked every half hour, or as seldom as anybody asks for, the feed and its server up to a day", () => {
  expect(intervalOf({})).toBe(USUAL);
  expect(intervalOf({ every: 10 * MINUTE, pause: HOUR, maxAge: 5 * MINUTE })).toBe(HOUR);
  expect(intervalOf({ every: 10 * MINUTE, maxAge: 15 * MINUTE })).toBe(15 * MINUTE);
  expect(intervalOf({ pause: 365 * DAY })).toBe(DAY);
  expect(intervalOf({ every: 3 * DAY, maxAge: 1e300 })).toBe(3 * DAY);
});

test("after errors the wait doubles up to a day", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((count) => waitAfter(count, USUAL) / HOUR)).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24]);
  expect(waitAfter(9, 2 * DAY)).toBe(2 * DAY);
});

test("the wait never shrinks with another error, is never shorter than the interval and never longer than a day or that", () => {
  fc.assert(
    fc.property(errors, interval, (count, every) => {
      const wait = waitAfter(count, every);
      expect(wait).toBeGreaterThanOrEqual(every);
      expect(wait).toBeLessThanOrEqual(Math.max(DAY, every));
      expect(waitAfter(count + 1, every)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

test("the next poll is never before the wait or what the server asked for, and never much later", () => {
  fc.assert(
    fc.property(errors, interval, chance, fc.nat({ max: 7 * DAY }), fc.nat({ max: 2e12 }), (count, every, by, asked, now) => {
      const wait = waitAfter(count, every);
      const due = dueAfter(now, wait, by, asked);
      const least = Math.max(wait, asked);
      expect(due).toBeGreaterThanOrEqual(now + least);
      expect(due).toBeLessThanOrEqual(Math.ceil(now + least * 1.15));
    }),
  );
  expect(dueAfter(0, MINUTE, 0, 365 * DAY)).toBe(7 * DAY);
  expect(dueAfter(0, HOUR, 0.999)).toBeGreaterThan(dueAfter(0, HOUR, 0.001));
});
