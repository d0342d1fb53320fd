// The bench in a browser: what was typed or is looked at stays, whatever comes in meanwhile, and nobody undoes or confirms what they did not mean.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../../tools/checkout.ts";
import { accessible, desk, deskOfFile } from "./desk.fixture.ts";
import { FERRIES, reportFiles } from "./reports.fixture.ts";

const reports = reportFiles();
const here = deskOfFile(async () => desk(["examples/2022-06-11-harbour-courier.txt", "examples/2021-09-16-tasman-herald.txt", ...reports.files]));

afterAll(() => rmSync(reports.folder, { recursive: true }));

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

/** Somebody whose name this browser knows. */
const known = (): BrowserContextOptions => ({
  storageState: { cookies: [], origins: [{ origin: here.server.url, localStorage: [{ name: "pacta-person", value: "Ada" }] }] },
});

/** How many decisions the ledger holds. */
const decided = async () => (await asked<{ readonly decisions: readonly object[] }>("decisions?limit=200")).decisions.length;

/** Presses keys one right after the other, before the page can be drawn in between. */
const pressAtOnce = async (page: Page, keys: readonly string[]): Promise<void> =>
  page.evaluate(`for (const key of ${JSON.stringify(keys)}) window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }))`);

/** The desk asks every three seconds whether the ledger has grown. */
const SOON = { timeout: 20_000 };

/** Where what stands of the ferries is asked for. */
const STANDING = /\/documents\/ferries\/standing/;

test("a question that fails in the background, and a key that is held or meant for the queue, take nothing away from an open form", async () => {
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
});

test("the first of the queue stays in sight when another comes before it, and one confirms no more than one looked at", async () => {
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
});

test("u undoes what one decided oneself, never what others did; what is refused is said", async () => {
  const sign = await claimOf("sign");
  const { page } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`);
  await decideByApi("sign");
  await page.locator(".mark", { hasText: "confirmed" }).waitFor();
  const before = await decided();
  await page.getByRole("heading", { name: /sign$/ }).focus();
  await page.keyboard.type("u");
  await page.getByText(/^Nothing was decided here since/).waitFor();
  expect(await decided()).toBe(before);
  // Two decisions after each other by one person are no conflict, however late the server tells what stands: the second knows of the first.
  await page.route(STANDING, async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
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
});

test("a new version of the document changes nothing below an open form", async () => {
  const sign = await claimOf("sign");
  const { page } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`);
  await page.getByRole("heading", { name: /sign$/ }).waitFor();
  await page.keyboard.type("e");
  const form = page.getByRole("form", { name: /^Correct claim/ });
  await form.getByRole("textbox", { name: "Where", exact: true }).fill("Oslo");
  const third = join(reports.folder, "third.jsonl");
  writeFileSync(third, `${JSON.stringify({ id: "ferries", date: "2024-03-01", text: FERRIES[1].replace("three ferries", "four ferries") })}\n`);
  const arrived = page.waitForResponse((response) => response.url().includes("/documents/ferries?version=3"), SOON);
  execFileSync(process.execPath, [join(ROOT, "bin", "pacta.cjs"), "read", third, "--ledger", here.ledger], { cwd: ROOT, stdio: "ignore" });
  await (await arrived).finished();
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
  expect(await form.getByRole("textbox", { name: "Where", exact: true }).inputValue()).toBe("Oslo");
  expect(await page.locator(".text").innerText()).toContain("three");
  await form.getByRole("button", { name: "Cancel" }).click();
  await page.locator(".text", { hasText: "four" }).waitFor();
});

test("a held key decides once; keys that come faster than the page lead on, and decide about nothing that they led away from", async () => {
  const { page } = await here.open("/review", known());
  await page.getByRole("region", { name: /^Claim/ }).waitFor();
  const waiting = async () =>
    page
      .locator("[data-waiting]")
      .evaluateAll((all: readonly { readonly dataset: Record<string, string> }[]) => all.map(({ dataset }) => dataset["waiting"]));
  const before = await decided();
  const order = await waiting();
  await pressAtOnce(page, ["j", "j", "c"]);
  await expect.poll(() => new URL(page.url()).searchParams.get("claim")).toBe(order[2]);
  await page.locator(`[data-waiting="${order[2] ?? ""}"][aria-current=true]`).waitFor();
  await page.getByRole("button", { name: /^Confirm/ }).waitFor();
  for (let n = 0; n < 8; n += 1) {
    await page.keyboard.down("c");
    await page.waitForTimeout(100);
  }
  await page.keyboard.up("c");
  await page.getByText(/^confirm /).waitFor();
  expect(await decided()).toBe(before + 1);
  // Who comes back to the queue begins with what is first by then.
  await page.goto(`${here.server.url}/review`);
  const first = page.locator("[data-waiting]").first();
  await page.locator(`[data-waiting="${order[0] ?? ""}"][aria-current=true]`).waitFor();
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect.poll(async () => first.getAttribute("data-waiting")).not.toBe(order[0]);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Review" }).click();
  await expect.poll(async () => first.getAttribute("aria-current")).toBe("true");
});

test("what the server failed at is tried again at a key, and what somebody else changed is told slot by slot", async () => {
  const order = await claimOf("order");
  const { page } = await here.open(`/documents/ferries?claim=${order?.claim.id ?? ""}`, known());
  await page.getByRole("heading", { name: /order, possible$/ }).waitFor();
  const before = await decided();
  await page.route("**/api/v1/decisions", async (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }), { times: 1 });
  await page.keyboard.type("c");
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await page.getByText(/^confirm .*order/).waitFor();
  expect(await decided()).toBe(before + 1);
  await page.keyboard.type("r");
  await page.getByRole("textbox", { name: "Why is it wrong?" }).fill("no boats");
  await decide({ type: "correct", claim: (await claimOf("order"))?.ref ?? {}, slot: "place", value: "next year" });
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Look again" }).click();
  await page.getByRole("region", { name: "How it stands now" }).getByText("Where: now “next year”, before “nothing”").waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("words chosen by keys are heard and come from where the field's own words are; a form that was closed waits for none", async () => {
  const sign = await claimOf("sign");
  const { page } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`, known());
  await page.getByRole("heading", { name: /sign$/ }).waitFor();
  await page.keyboard.type("e");
  const choose = async (slot: string): Promise<void> => {
    await page.getByRole("button", { name: `Choose words of the text: ${slot}`, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("application", { name: `Words for ${slot}:` }).waitFor();
  };
  const heard = page.getByRole("status", { name: "Words chosen" });
  await choose("Where");
  for (const key of ["ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(async () => heard.innerText()).not.toBe("");
  const far = await heard.innerText();
  // Another field begins with words of its own.
  await choose("Why");
  await expect.poll(async () => heard.innerText()).toBe("");
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => heard.innerText()).toBe("signed");
  expect(far).not.toBe("signed");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.keyboard.type("e");
  await page.getByRole("application", { name: /^Words for a field:/ }).waitFor();
});

test("where a part cannot be asked for, that is said beside the rest, and asked again", async () => {
  const failing = /\/documents\/ferries\/(?:copies|readings)|\/api\/v1\/claims\?/;
  const { page } = await here.open("/documents");
  await page.route(failing, async (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }));
  await page.goto(`${here.server.url}/documents/ferries?version=1`);
  const lacking = page.getByText(/^could not be loaded/);
  await expect.poll(async () => lacking.count()).toBe(2);
  const note = page.getByRole("main").getByRole("alert");
  await note.waitFor();
  await accessible(page);
  await page.unroute(failing);
  await lacking.first().getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => lacking.count()).toBe(1);
  await note.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: /^claim 1: sign/ }).waitFor();
});

test("the dialog about deals says what failed, decides nothing once it is closed, and gives the focus back", async () => {
  const sign = await claimOf("sign");
  const { page } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`, known());
  const button = page.getByRole("button", { name: /^Deals/ });
  await button.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Of which deal is this claim?" });
  const searching = /\/api\/v1\/deals\?search=submarines/;
  await page.route(searching, async (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }));
  await dialog.getByRole("searchbox").fill("submarines");
  await dialog.getByRole("alert").waitFor();
  await page.unroute(searching);
  await dialog.getByRole("button", { name: "Try again" }).click();
  const before = await decided();
  const answer = Promise.withResolvers<void>();
  await page.route(/\/documents\/[^/]+\/standing/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await dialog.getByRole("button", { name: /^They are one: this and Attack-class/ }).click();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await page.evaluate("document.activeElement.textContent")).toBe(await button.textContent());
  const told = page.waitForResponse(/\/standing/);
  answer.resolve();
  await (await told).finished();
  await page.evaluate("new Promise((done) => setTimeout(done, 500))");
  expect(await decided()).toBe(before);
});
