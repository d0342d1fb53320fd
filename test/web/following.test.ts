// How the desk keeps up with its server, in a browser: what it asks anew while a ledger grows, without a network, and while the server is away.
import { afterAll, expect, test, vi } from "vitest";
import { serve } from "../../src/server/index.ts";
import type { Forms } from "../../src/web/asking/index.ts";
import { deskOfFile } from "./desk.fixture.ts";

let again: Awaited<ReturnType<typeof serve>> | undefined;

const here = deskOfFile();
afterAll(async () => again?.stop());

const DEAL = "deal-attack-class-australia";

async function asked<T>(path: string, body?: object): Promise<T> {
  const how = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return (await (await fetch(`${here.server.api}/${path}`, how)).json()) as T;
}

/** Has a report read, and gives the entry at which the book is then. */
async function read(text: string, date: string): Promise<number> {
  const { id } = await asked<Forms["Job"]>("jobs", { given: [{ record: { text, date } }] });
  await vi.waitUntil(async () => (await asked<Forms["Job"]>(`jobs/${id}`)).state === "done", { timeout: 90_000, interval: 200 });
  await vi.waitUntil(async () => (await asked<Forms["Status"]>("status")).book.behind === 0, { timeout: 60_000, interval: 200 });
  return (await asked<Forms["Status"]>("status")).book.seq;
}

test("an open deal is asked for alone while reports about others come, and whole when it has changed itself", async () => {
  const { page, errors } = await here.open(`/deals/${DEAL}`);
  page.setDefaultTimeout(60_000);
  await page.locator(".picture-row").nth(10).waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const questions: string[] = [];
  page.on("request", (request) => questions.push(request.url().slice(here.server.api.length)));
  const others = await read("Norway signed a contract with Poland for twelve patrol boats, the defence ministry in Oslo said.", "2024-03-01");
  await page.getByText(`entry ${others}`).waitFor();
  const whole = () => questions.filter((question) => question === `/deals/${DEAL}`).length;
  await expect.poll(whole).toBeGreaterThan(0);
  const hanging = () => questions.filter((question) => /[?&]known=|^\/parties\/|\/copies$/.test(question));
  // What hangs on the deal would be asked for in the same moment.
  await page.waitForTimeout(1000);
  expect(hanging()).toEqual([]);
  expect(whole()).toBeLessThanOrEqual(2);

  const rows = await page.locator(".picture-row").count();
  const own = await read("Australia paid France 555 million euros in 2022 for the cancelled Attack-class submarines, Canberra said.", "2024-05-06");
  await page.getByText(`entry ${own}`).waitFor();
  await expect.poll(async () => page.locator(".picture-row").count(), { timeout: 20_000 }).toBe(rows + 1);
  expect(hanging().length).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test("a desk on a machine without a network goes on", async () => {
  const { page, errors } = await here.open("/deals");
  await page.getByRole("heading", { level: 1, name: "Deals" }).waitFor();
  // As the browser tells it: whatever else is gone, this machine itself is there.
  await page.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => false }); window.dispatchEvent(new Event('offline'))");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Parties" }).click();
  await page.getByRole("link", { name: "Australia", exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test("the foot says within five seconds that the server is away, and that it is back, and what failed is there again", async () => {
  const { page, errors } = await here.open("/parties/AUS");
  const france = page.getByRole("region", { name: "With whom" }).getByRole("link", { name: "France", exact: true });
  await france.waitFor();
  const port = Number(new URL(here.server.url).port);
  await here.server.stop();
  const foot = page.getByRole("contentinfo");
  const away = foot.getByText("The server does not answer: what is shown may be old.");
  await away.waitFor({ timeout: 5000 });
  await page.getByRole("status").filter({ hasText: "The server does not answer" }).waitFor();
  await france.click();
  await page.getByRole("heading", { level: 1, name: "FRA" }).waitFor();
  await page.getByText("PACTA_WEB_UNREACHED").waitFor({ timeout: 20_000 });
  again = await serve({ ledger: here.ledger, version: "0.0.0", level: "silent", rate: 100_000, port });
  await away.waitFor({ state: "hidden", timeout: 5000 });
  await page.getByRole("status").filter({ hasText: "The server answers again" }).waitFor();
  await page.getByRole("heading", { level: 1, name: "France" }).waitFor();
  // The browser's own log tells of nothing but questions that nobody answered.
  expect(errors.filter((error) => !error.includes("ERR_"))).toEqual([]);
});
