// A long list scrolls smoothly: however many deals there are, only those in sight are on the page, and no task of its main thread takes long.
import { expect, test } from "vitest";
import { desk, deskOfFile } from "./desk.fixture.ts";
import { fillWith } from "./many.fixture.ts";
import { scrollThrough } from "./scrolling.fixture.ts";

const DEALS = 2000;

const here = deskOfFile(async () => desk([], "", { fill: async (ledger) => fillWith(ledger, DEALS), hasBars: true }));

test("two thousand deals are scrolled through by wheel and by dragging, with some fifty rows on the page", async () => {
  const { page, errors } = await here.open("/deals", { viewport: { width: 1280, height: 800 } });
  await page.getByRole("row").nth(20).waitFor();
  const scrolled = await scrollThrough(here.browser, page);
  expect(scrolled.deals).toBe(DEALS);
  // By the thread's own clock: on a busy machine others take the time in between.
  expect(scrolled).toMatchObject({ costly: 0 });
  expect(scrolled.costliest).toBeGreaterThan(0);
  expect(scrolled.rows).toBeLessThan(60);
  expect(scrolled.rows).toBeGreaterThan(10);
  expect(errors).toEqual([]);
});
