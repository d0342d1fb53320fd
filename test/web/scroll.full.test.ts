// A hundred thousand deals: the list is scrolled through from end to end, and what the page's main thread had to do is told.
import { expect, test } from "vitest";
import { desk, deskOfFile } from "./desk.fixture.ts";
import { fillWith } from "./many.fixture.ts";
import { scrollThrough } from "./scrolling.fixture.ts";

const DEALS = 100_000;

/** Growing the ledger takes minutes, and so does dragging to its end page by page. */
const PATIENCE = 30 * 60_000;

const here = deskOfFile(async () => desk([], "", { fill: async (ledger) => fillWith(ledger, DEALS), hasBars: true }), { patience: PATIENCE });

test(
  "a hundred thousand deals scroll without a task of more than 50 ms",
  async () => {
    const { page, errors } = await here.open("/deals", { viewport: { width: 1280, height: 800 } });
    await page.getByRole("row").nth(20).waitFor();
    const scrolled = await scrollThrough(here.browser, page);
    process.stdout.write(`${JSON.stringify(scrolled)}\n`);
    // A few of so many sales are taken for one and the same.
    expect(scrolled.deals).toBeGreaterThan(0.99 * DEALS);
    // By the thread's own clock: on a busy machine others take the time in between.
    expect(scrolled).toMatchObject({ costly: 0 });
    expect(scrolled.rows).toBeLessThan(60);
    expect(errors).toEqual([]);
  },
  PATIENCE,
);
