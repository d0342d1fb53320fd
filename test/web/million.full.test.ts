// The desk over a ledger of a million claims: $PACTA_GROWN names one that was grown before (`npm run bench -- ledger` grows such), which is only asked.
// Without it this says so.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { accessible, desk, deskOfFile, noBrowser } from "./desk.fixture.ts";

const grown = process.env["PACTA_GROWN"];
const why = grown === undefined ? "PACTA_GROWN names no ledger of a million claims" : noBrowser();
const here = deskOfFile(async () => desk([], "", grown === undefined ? {} : { at: grown }), { why });

/** Milliseconds until what is waited for is there. */
async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  process.stdout.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
}

const row = (page: Page) => page.getByRole("row").nth(5);

test("whoever works over a million claims finds, filters, opens a life and its evidence, and reviews", async () => {
  const { page, errors } = await here.open("/healthz", { viewport: { width: 1280, height: 900 } });
  const go = (path: string, seen: () => Promise<unknown>) => async (): Promise<void> => {
    await page.goto(here.server.url + path);
    await seen();
  };
  await timed(
    "deals",
    go("/deals", async () => row(page).waitFor()),
  );
  await accessible(page);
  await timed(
    "deals of a party, the last told of first",
    go("/deals?party=RUS&sort=last", async () => row(page).waitFor()),
  );
  await timed(
    "deals that hold a word",
    go("/deals?search=gas", async () => row(page).waitFor()),
  );
  await timed(
    "deals as known on a day",
    go("/deals?party=RUS&known=2015-06-30", async () => row(page).waitFor()),
  );
  await timed(
    "a party with its network",
    go("/parties/RUS", async () => page.locator("canvas").first().waitFor()),
  );
  await timed(
    "a search",
    go("/search?q=missile", async () => page.getByRole("region", { name: "Deals" }).getByRole("link").first().waitFor()),
  );
  await timed(
    "the largest deal",
    go("/deals", async () => {
      await page.getByRole("row").nth(1).getByRole("link").first().click();
      await page.getByRole("heading", { name: "Its life on both axes" }).waitFor();
    }),
  );
  await timed("its picture", async () => page.getByRole("main").locator("svg").first().waitFor());
  await timed(
    "what waits for review",
    go("/review", async () => page.getByRole("button", { name: /Confirm/ }).waitFor()),
  );
  expect(errors).toEqual([]);
});
