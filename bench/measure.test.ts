// A rate that nobody can check by hand is not believed; these can be.
import { expect, test } from "vitest";
import { measure, rate, timing } from "./measure.ts";

test("the median is the middle run, however the runs are ordered", () => {
  expect(timing([30, 10, 20])).toEqual({ median: 20, least: 10, most: 30, runs: 3 });
});

test("the first run warms up and is not counted", async () => {
  const clock = [0, 5, 100, 107];
  let calls = 0;
  const work = async (): Promise<void> => void (calls += 1);
  expect(await measure(work, 2, () => clock.shift() ?? 0)).toEqual({ median: 7, least: 5, most: 7, runs: 2 });
  expect(calls).toBe(3);
});

test("a rate is units a second, slowest to fastest", () => {
  expect(rate(50, { median: 500, least: 250, most: 1000, runs: 3 })).toBe("100.0/s (50.0–200.0, 3 runs)");
});
