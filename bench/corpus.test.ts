// A sample that others cannot draw again would make figures that nobody can check.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sample } from "./corpus.ts";

const THINGS = Array.from({ length: 50 }, (_, i) => i);

test("the same seed draws the same things in the same order, another seed others", () => {
  expect(sample(THINGS, 10, 7)).toEqual(sample(THINGS, 10, 7));
  expect(sample(THINGS, 10, 7)).not.toEqual(sample(THINGS, 10, 8));
});

test("things are drawn without return, all of them where more are asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), fc.integer(), (count, seed) => {
      const drawn = sample(THINGS, count, seed);
      expect(drawn).toHaveLength(Math.min(count, 50));
      expect(new Set(drawn).size).toBe(drawn.length);
    }),
  );
});

test("every thing is drawn about as often", () => {
  const times = THINGS.map(() => 0);
  for (let seed = 1; seed <= 2000; seed += 1) for (const thing of sample(THINGS, 10, seed)) times[thing] = (times[thing] ?? 0) + 1;
  expect(Math.min(...times)).toBeGreaterThan(300);
  expect(Math.max(...times)).toBeLessThan(500);
});
