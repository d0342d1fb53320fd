// Some alerts through a receiver that fails half the time; half.full.test.ts takes a thousand.
import { expect, test } from "vitest";
import { throughHalf } from "./halving.fixture.ts";

test("of alerts through a receiver that fails half the time none is lost", { timeout: 60_000 }, async () => {
  const { arrived, lost, requests, replayed } = await throughHalf(100);
  expect([arrived, lost]).toEqual([100, 0]);
  // The receiver did fail, some until they were given up.
  expect(requests).toBeGreaterThan(150);
  expect(replayed).toBeGreaterThan(0);
});
