// The bench in a browser: what was typed or is looked at stays, whatever comes in meanwhile, and nobody undoes or confirms what they did not mean.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessible, desk, noBrowser } from "./desk.fixture.ts";
import type { DeskInBrowser } from "./desk.fixture.ts";
import { reportFiles } from "./reports.fixture.ts";

const why = noBrowser();
const reports = reportFiles();
let here: DeskInBrowser;

beforeAll(async () => {
  if (why === undefined) here = await desk(["examples/2022-06-11-harbour-courier.txt", "examples/2021-09-16-tasman-herald.txt", ...reports.files]);
});
afterAll(async () => {
  rmSync(reports.folder, { recursive: true });
  if (why === undefined) await here.close();
});

interface Standing {
  readonly claims: readonly { readonly claim: { readonly id: string; readonly act: string }; readonly ref: object }[];
}

const asked = async <T>(path: string): Promise<T> => (await (await fetch(`${here.server.url}/api/v1/${path}`)).json()) as T;
const claimOf = async (act: string) => (await asked<Standing>("documents/ferries/standing")).claims.find(({ claim }) => claim.act === act);

/** Decides as somebody else does, elsewhere. */
async function decide(decision: object): Promise<void> {
  const response = await fetch(`${here.server.url}/api/v1/decisions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ by: "Cy", decisions: [{ decision }] }),
  });
  expect([response.status, response.ok ? "" : await response.text()]).toEqual([expect.any(Number), ""]);
}

async function decideByApi(act: string): Promise<void> {
  await decide({ type: "confirm", claim: (await claimOf(act))?.ref ?? {} });
}

/** The desk asks every three seconds whether the ledger has grown. */
const SOON = { timeout: 20_000 };

/** Where what stands of the ferries is asked for. */
const STANDING = /\/documents\/ferries\/standing/;

test("a question that fails in the background, and a key that is held or meant for the queue, take nothing away from an open form", async ({
  skip,
}) => {
  skip(why !== undefined, why);
  const sign = await claimOf("sign");
  const { page } = await here.open(`/review?claim=${sign?.claim.id ?? ""}`);
  await page.getByRole("heading", { name: /sign$/ }).waitFor();
  await page.keyboard.type("r");
  const reason = page.getByRole("textbox", { name: "Why is it wrong?" });
  await reason.fill("half a thought");
  const title = await page.getByRole("heading", { name: /^Reject claim/ }).innerText();
  // The heading is no place to write: letters there are keys.
  await page.getByRole("heading", { name: /^Reject claim/ }).focus();
  await page.keyboard.type("jks");
  expect(await page.getByRole("heading", { name: /^Reject claim/ }).innerText()).toBe(title);
  expect(await reason.inputValue()).toBe("half a thought");
  // The server fails while it is asked anew, as it is when somebody else decides.
  let failures = 0;
  await page.route(STANDING, async (route) => {
    failures += 1;
    await route.fulfill({ status: 500, contentType: "application/json", body: "{}" });
  });
  const other = (await asked<{ readonly items: readonly { readonly claim: { readonly claim: { readonly id: string } } }[] }>("review")).items;
  await decideByApi("order");
  await expect.poll(() => failures, SOON).toBeGreaterThan(0);
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
  expect(await reason.inputValue()).toBe("half a thought");
  await page.unroute(STANDING);
  // Who goes to another claim is asked first.
  expect(other.length).toBeGreaterThan(1);
  await page.locator("[data-waiting]:not([aria-current=true])").first().click();
  const question = page.getByRole("dialog", { name: "Leave what you typed?" });
  await accessible(page);
  await question.getByRole("button", { name: "Back to the form" }).click();
  expect(await reason.inputValue()).toBe("half a thought");
  await page.locator("[data-waiting]:not([aria-current=true])").first().click();
  await question.getByRole("button", { name: "Leave it" }).click();
  await page.getByRole("region", { name: /^Claim/ }).waitFor();
  expect(await reason.count()).toBe(0);
  await page.context().close();
});

test("the first of the queue stays in sight when another comes before it, and one confirms no more than one looked at", async ({ skip }) => {
  skip(why !== undefined, why);
  const { page } = await here.open("/review");
  await page.getByRole("region", { name: /^Claim/ }).waitFor();
  const quote = await page.locator(".claim-card blockquote").innerText();
  const { items } = await asked<{ readonly items: readonly { readonly claim: { readonly claim: { readonly id: string } } }[] }>("review?limit=50");
  await page.route(/\/api\/v1\/review/, async (route) => {
    const response = await route.fetch();
    const told = (await response.json()) as { readonly items: readonly object[] };
    await route.fulfill({ response, json: { ...told, items: told.items.toReversed() } });
  });
  await decideByApi("order");
  await expect.poll(async () => page.locator("[data-waiting]").first().getAttribute("data-waiting"), SOON).not.toBe(items[0]?.claim.claim.id);
  expect(await page.locator(".claim-card blockquote").innerText()).toBe(quote);
  await page.context().close();
});

test("u undoes what one decided oneself, never what others did; what is refused is said", async ({ skip }) => {
  skip(why !== undefined, why);
  const sign = await claimOf("sign");
  const { page } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`);
  await decideByApi("sign");
  await page.locator(".mark", { hasText: "confirmed" }).waitFor();
  const count = async () => (await asked<{ readonly decisions: readonly object[] }>("decisions?limit=200")).decisions.length;
  const before = await count();
  await page.getByRole("heading", { name: /sign$/ }).focus();
  await page.keyboard.type("u");
  await page.getByText(/^Nothing was decided here since/).waitFor();
  expect(await count()).toBe(before);
  // Two decisions after each other by one person are no conflict: the second knows of the first.
  await page.keyboard.type("c");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByText(/^confirm .*sign/).waitFor();
  await page.keyboard.type("r");
  await page.getByRole("textbox", { name: "Why is it wrong?" }).fill("no");
  await page.keyboard.press("Enter");
  await page.locator(".mark", { hasText: "rejected" }).waitFor();
  // Somebody undoes it first.
  const { decisions } = await asked<{ readonly decisions: readonly { readonly seq: number }[] }>("decisions?limit=1");
  await decide({ type: "undo", decision: decisions[0]?.seq ?? 0 });
  await page.keyboard.type("u");
  await page.getByText(/was not undone/).waitFor();
  await page.getByRole("button", { name: "Leave it as it is" }).click();
  await page.keyboard.type("u");
  await page.getByText(/^undo \d+$/).waitFor();
  await page.context().close();
});
