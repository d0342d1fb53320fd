// The memory that a process says it takes.
import { expect, test } from "vitest";
import { memoryTaken } from "./memory.ts";

test("the memory taken is no more than what is resident, and grows by what is held", () => {
  const before = memoryTaken();
  expect(before).toBeGreaterThan(20e6);
  const held = Buffer.alloc(64e6, 1);
  const after = memoryTaken();
  expect(after - before).toBeGreaterThan(held.length / 2);
  expect(after).toBeLessThanOrEqual(process.memoryUsage.rss() + 8e6);
});
