// A host is asked one thing at a time; hosts do not wait for each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";
import { quickClock } from "./web.fixture.ts";

test("whatever is asked of a host goes one after the other, in order, with the pause kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }), fc.integer({ min: 0, max: 5000 }), async (hosts, pause) => {
      const clock = quickClock();
      const turns = createTurns(clock);
      const atWork = new Map<string, number>();
      const ended = new Map<string, number>();
      const order: number[] = [];
      await Promise.all(
        hosts.map((host, i) =>
          turns.take(host, pause, async () => {
            expect(atWork.get(host) ?? 0).toBe(0);
            expect(clock.now()).toBeGreaterThanOrEqual((ended.get(host) ?? -Infinity) + pause);
            atWork.set(host, 1);
            await Promise.resolve();
            atWork.set(host, 0);
            ended.set(host, clock.now());
            order.push(i);
          }),
        ),
      );
      for (const host of ["a", "b", "c"]) {
        const mine = order.filter((i) => hosts[i] === host);
        expect(mine).toEqual([...mine].sort((a, b) => a - b));
      }
      expect(order.length).toBe(hosts.length);
    }),
  );
});

test("work that fails leaves the turn to the next", async () => {
  const turns = createTurns(quickClock());
  const first = turns.take("a", 0, () => Promise.reject(new Error("broken")));
  const second = turns.take("a", 0, async () => "done");
  await expect(first).rejects.toThrow("broken");
  expect(await second).toBe("done");
});

test("a host that asked for rest is left alone for it, others are not", async () => {
  const clock = quickClock();
  const turns = createTurns(clock);
  turns.rest("a", 9000);
  await turns.take("b", 0, async () => undefined);
  expect(clock.slept).toEqual([]);
  await turns.take("a", 0, async () => undefined);
  expect(clock.slept).toEqual([9000]);
});

test("once stopped, nobody waits", async () => {
  const clock = quickClock();
  const turns = createTurns(clock, AbortSignal.abort());
  turns.rest("a", 9000);
  await turns.take("a", 0, async () => undefined);
  expect(clock.slept).toEqual([]);
});
