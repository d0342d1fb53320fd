// A long list scrolls smoothly: however many deals there are, only those in sight are on the page, and no task of its main thread takes long.
import { expect, test } from "vitest";
import { desk, deskOfFile } from "./desk.fixture.ts";
import { fillWith } from "./many.fixture.ts";
import { scrollThrough } from "./scrolling.fixture.ts";

const DEALS = 2000;
/** Who buys, each as often as the others, and sales that a report tells; see many.fixture.ts. */
const [BUYERS, REPORT] = [8, 20];

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

test("lists tell how many there are, also of those that fit, or that there are more", async () => {
  const { page, errors } = await here.open("/deals", { viewport: { width: 1280, height: 800 } });
  await page.getByText("The first 100 of 2,000 deals; more come as you scroll.").waitFor();
  expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe("2001");
  await page.goto(`${here.server.url}/deals?party=NOR`);
  await page.getByText(`The first 100 of ${DEALS / BUYERS} deals`).waitFor();
  await page.goto(`${here.server.url}/documents`);
  await page.getByText(`${DEALS / REPORT} documents, each version a line`).waitFor();
  await page.goto(`${here.server.url}/parties`);
  await page.getByText("More than 100", { exact: true }).waitFor();
  await page.getByRole("searchbox", { name: /Begins with/ }).fill("NOR");
  await page.getByText(/^\d+ in all$/).waitFor();
  expect(errors).toEqual([]);
});
