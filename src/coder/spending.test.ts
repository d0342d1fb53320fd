// A budget is kept by what may be under way, not only by what came back. Sums here can be done in the head.
import { expect, test } from "vitest";
import { createSpending } from "./spending.ts";

const prices = { sent: 2, answered: 10 };

test("what is held back for one request is not there for another, until it is settled", () => {
  const spending = createSpending({ kind: "tokens", most: 250 }, undefined);
  const first = spending.hold({ sent: 100, answered: 100 });
  expect(spending.hold({ sent: 50, answered: 50 })).toBeUndefined();
  first?.settle({ sent: 90, answered: 10 }, false);
  expect(spending.hold({ sent: 50, answered: 50 })).toBeDefined();
  expect(spending.spent()).toEqual({ tokens: { sent: 90, answered: 10 }, estimated: false });
});

test("a sum of money is a budget by the prices", () => {
  const spending = createSpending({ kind: "money", most: 1, prices }, prices);
  // 200,000 × 2 + 50,000 × 10 a million are .4 + .5.
  spending.hold({ sent: 0, answered: 0 })?.settle({ sent: 200_000, answered: 50_000 }, false);
  expect(spending.spent().cost).toBe(0.9);
  expect(spending.hold({ sent: 0, answered: 10_001 })).toBeUndefined();
  expect(spending.hold({ sent: 0, answered: 10_000 })).toBeDefined();
});

test("one guess makes the whole a guess", () => {
  const spending = createSpending(undefined, prices);
  spending.hold({ sent: 1, answered: 1 })?.settle({ sent: 1, answered: 1 }, true);
  spending.hold({ sent: 1, answered: 1 })?.settle({ sent: 1, answered: 1 }, false);
  expect(spending.spent()).toEqual({ tokens: { sent: 2, answered: 2 }, estimated: true, cost: 0.000024 });
});

test("whoever waits for what is held back hears when it comes free", async () => {
  const spending = createSpending(undefined, undefined);
  expect(spending.nextSettled()).toBeUndefined();
  const held = spending.hold({ sent: 1, answered: 1 });
  const waiting = spending.nextSettled();
  held?.settle({ sent: 1, answered: 1 }, false);
  await expect(waiting).resolves.toBeUndefined();
  expect(spending.nextSettled()).toBeUndefined();
});
