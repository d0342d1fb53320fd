// The limits of a minute hold for every minute, and a pause for everyone. The clock moves on only by the waits.
import { expect, test } from "vitest";
import { quickClock } from "./annotated.fixture.ts";
import { createPace } from "./pace.ts";
import type { PaceLimits } from "./pace.ts";

const never = new AbortController().signal;

/** The seconds from the first at which requests of so many tokens go out. */
async function goesOut(limits: PaceLimits, tokens: readonly number[]): Promise<number[]> {
  const clock = quickClock();
  const pace = createPace(limits, clock);
  const began = clock.now();
  const times = tokens.map(async (some) => {
    await pace.turn(some, never);
    return (clock.now() - began) / 1000;
  });
  return Promise.all(times);
}

test("no more requests go out in any minute than may", async () => {
  expect(await goesOut({ parallel: 9, requestsPerMinute: 2 }, [1, 1, 1, 1, 1])).toEqual([0, 0, 60, 60, 120]);
});

test("no more tokens go out in any minute than may, and what is too large for any minute goes alone", async () => {
  expect(await goesOut({ parallel: 9, tokensPerMinute: 100 }, [60, 40, 50, 500, 10])).toEqual([0, 0, 60, 120, 180]);
});

test("without limits nothing waits", async () => {
  expect(await goesOut({ parallel: 1 }, [1e6, 1e6, 1e6])).toEqual([0, 0, 0]);
});

test("what a request came to counts, once that is known", async () => {
  const clock = quickClock();
  const pace = createPace({ parallel: 1, tokensPerMinute: 100 }, clock);
  const turn = await pace.turn(90, never);
  turn?.came(20);
  await pace.turn(80, never);
  expect(clock.slept).toEqual([]);
});

test("a pause holds for all", async () => {
  const clock = quickClock();
  const pace = createPace({ parallel: 9 }, clock);
  pace.pause(7000);
  pace.pause(3000);
  await Promise.all([pace.turn(1, never), pace.turn(1, never)]);
  expect(clock.slept).toEqual([7000]);
});

test("no more work is under way than may, and a place is free again after an error", async () => {
  const pace = createPace({ parallel: 2 }, quickClock());
  let [now, most] = [0, 0];
  const work = async (n: number): Promise<number> => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    if (n === 0) throw new Error("broke");
    return n;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => pace.hold(() => work(n), never)));
  expect([most, done.map(({ status }) => status)]).toEqual([2, ["rejected", "fulfilled", "fulfilled", "fulfilled", "fulfilled"]]);
});

test("once stopped, nothing goes out any more", async () => {
  const stop = new AbortController();
  const clock = quickClock();
  const pace = createPace({ parallel: 1, requestsPerMinute: 1 }, { ...clock, sleep: async () => stop.abort() });
  expect(await pace.turn(1, stop.signal)).toBeDefined();
  expect(await pace.turn(1, stop.signal)).toBeUndefined();
  expect(await pace.hold(async () => 1, stop.signal)).toBeUndefined();
});
