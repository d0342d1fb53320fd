// A thousand alerts through a receiver that fails half the time.
import { expect, test } from "vitest";
import { throughHalf } from "./halving.fixture.ts";

test("of 1,000 alerts through a receiver that fails half the time none is lost", { timeout: 300_000 }, async () => {
  const { arrived, lost, requests, replayed } = await throughHalf(1000);
  process.stdout.write(`1,000 alerts: ${arrived} arrived, ${lost} lost, ${requests} requests, ${replayed} replayed\n`);
  expect([arrived, lost]).toEqual([1000, 0]);
  expect(requests).toBeGreaterThan(1700);
});
