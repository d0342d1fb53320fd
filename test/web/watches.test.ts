// Watches, in a browser: from a deal to an alert that comes while the desk is open, by webhook and as a notification.
import { execFileSync } from "node:child_process";
import { createECDH, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Page } from "playwright-core";
import { ROOT } from "../../tools/checkout.ts";
import { accessible, desk, fitsWidth, noBrowser } from "./desk.fixture.ts";
import type { DeskInBrowser } from "./desk.fixture.ts";

const why = noBrowser();
let here: DeskInBrowser;
let receiver: Server;
const posted: string[] = [];

/** The day so many days ago. */
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const SIGNED = "Norway signed a contract with Poland for twelve patrol boats worth 300 million euros, the defence ministry in Oslo said.";
const CANCELLED = "Norway has cancelled the contract with Poland for twelve patrol boats, the defence ministry in Oslo said.";

beforeAll(async () => {
  if (why !== undefined) return;
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (some: string) => (body += some));
    request.on("end", () => {
      posted.push(body);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  here = await desk([], host());
  await read(SIGNED, ago(3));
});
afterAll(async () => {
  if (why !== undefined) return;
  receiver.close();
  await here.close();
});

const host = (): string => `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

async function asked<T>(path: string, body?: object): Promise<T> {
  const how = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return (await (await fetch(`${here.server.api}/${path}`, how)).json()) as T;
}

/** Has a report read, and waits for the end of its job. */
async function read(text: string, date: string): Promise<void> {
  const { id } = await asked<{ readonly id: string }>("jobs", { given: [{ record: { text, date } }] });
  await vi.waitUntil(async () => (await asked<{ readonly state: string }>(`jobs/${id}`)).state === "done", { timeout: 90_000, interval: 200 });
  const behind = async () => (await asked<{ readonly book: { readonly behind: number } }>("status")).book.behind;
  await vi.waitUntil(async () => (await behind()) === 0, { timeout: 60_000, interval: 200 });
}

const dealId = async (): Promise<string> => (await asked<{ readonly deals: readonly { readonly id: string }[] }>("deals")).deals[0]?.id ?? "";

async function opened(path: string): Promise<Page> {
  const { page } = await here.open(path);
  page.setDefaultTimeout(60_000);
  return page;
}

test("from a deal to a watch, a webhook that is tested, and an alert that comes while another page is open", async ({ skip }) => {
  skip(why !== undefined, why);
  const page = await opened(`/watches?deal=${await dealId()}`);
  await page
    .getByRole("form", { name: "New watch" })
    .getByRole("link", { name: /patrol boats/ })
    .waitFor();
  await page.getByLabel("Name").fill("The boats");
  await page.getByRole("button", { name: "Watch this" }).click();
  await page.getByRole("heading", { level: 1, name: "The boats" }).waitFor();

  await page.getByText("Add a webhook").click();
  await page.getByLabel("Address that is posted to").fill(`http://${host()}/hook`);
  await page.getByRole("button", { name: "Add webhook" }).click();
  const secret = page.getByRole("dialog", { name: "The webhook’s secret" });
  await secret.getByText(/^whsec_/).waitFor();
  await secret.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await page.getByText("The test arrived").waitFor();
  await page.getByRole("row", { name: /Webhook .* \(test\) .*arrived HTTP 204/ }).waitFor();
  expect(posted.at(-1)).toContain("Test");

  const other = await page.context().newPage();
  await other.goto(`${here.server.url}/parties`);
  await other.getByRole("heading", { level: 1, name: "Parties" }).waitFor();
  // What was there before is nothing new.
  await expect.poll(() => other.evaluate("localStorage.getItem('pacta-alerts-seen')")).not.toBeNull();
  await page.goto(`${here.server.url}/add`);
  await page.getByLabel("Text of the report").fill(CANCELLED);
  await page.getByLabel("Day of publication").fill(ago(0));
  await page.getByRole("button", { name: "Read this text" }).click();
  await other.getByText(/The boats: patrol boats .*: signed → cancelled/).waitFor({ timeout: 90_000 });
  const link = other.getByRole("link", { name: "Watches 1 new alert" });
  await link.click();
  const alert = other.getByRole("article").filter({ hasText: "new" });
  await alert
    .getByRole("blockquote")
    .filter({ hasText: CANCELLED.slice(0, 40) })
    .waitFor();
  await alert.getByRole("link", { name: /^patrol boats/ }).waitFor();
  await other.getByRole("link", { name: "Watches", exact: true }).waitFor();
  await expect.poll(() => posted.filter((body) => body.includes("cancelled the contract")).length, { timeout: 30_000 }).toBe(1);

  for (const colorScheme of ["light", "dark"] as const) {
    await other.emulateMedia({ colorScheme });
    await other.setViewportSize({ width: 320, height: 640 });
    await other.goto(`${here.server.url}/watches?query=${encodeURIComponent("party=NOR&kind=transfer")}&show=deliveries`);
    await other
      .getByRole("form", { name: "New watch" })
      .getByRole("link", { name: /patrol boats/ })
      .waitFor();
    await other
      .getByRole("row", { name: /Webhook/ })
      .first()
      .waitFor();
    await accessible(other);
    expect(await fitsWidth(other)).toBe(true);
    await other.getByRole("link", { name: "The boats" }).first().click();
    await other.getByRole("heading", { level: 1, name: "The boats" }).waitFor();
    await other
      .getByRole("row", { name: /Webhook/ })
      .first()
      .waitFor();
    await accessible(other);
    expect(await fitsWidth(other)).toBe(true);
  }
  await page.context().close();
});

test("a watch is paused, goes on, is named anew, and ends when that is confirmed", async ({ skip }) => {
  skip(why !== undefined, why);
  const { id } = await asked<{ readonly id: string }>("watches", { name: "Norway", about: { party: "NOR" } });
  const page = await opened("/deals?party=NOR&kind=transfer");
  await page.getByRole("link", { name: "Watch these" }).click();
  expect(await page.getByLabel("With the party").inputValue()).toBe("NOR");
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Pause: Norway" }).click();
  await page.getByRole("row", { name: /Norway .*paused/ }).waitFor();
  await page
    .getByRole("row", { name: /Norway/ })
    .getByRole("link", { name: "Norway", exact: true })
    .click();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByLabel("Name").fill("All of Norway");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("heading", { level: 1, name: "All of Norway" }).waitFor();
  await page.getByRole("button", { name: "End the watch" }).click();
  const question = page.getByRole("dialog", { name: "End “All of Norway”?" });
  await accessible(page);
  await question.getByRole("button", { name: "End it" }).click();
  await page.getByRole("heading", { level: 1, name: "Watches" }).waitFor();
  expect((await fetch(`${here.server.api}/watches/${id}`)).status).toBe(404);
  await page.context().close();
});

test("a delivery that was given up is shown with its reason, and delivered again", async ({ skip }) => {
  skip(why !== undefined, why);
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const port = (closed.address() as AddressInfo).port;
  closed.close();
  // Nothing of this machine may be reached at another port: that is final, and given up at once.
  const channels = [{ kind: "webhook", url: `http://127.0.0.1:${port}/` }];
  const { id } = await asked<{ readonly id: string }>("watches", { name: "Nowhere", about: { party: "SWE" }, channels });
  await read("Sweden signed a contract with Estonia on Tuesday for six coastal radars, the defence ministry in Stockholm said.", ago(0));
  const page = await opened(`/watches/${id}`);
  await page.getByText("1 delivery was given up").waitFor();
  await page.getByText("PACTA_FETCH_PRIVATE").first().waitFor();
  await page.getByRole("button", { name: "Deliver all again" }).click();
  await page.getByText("1 delivery is due again").waitFor();
  const tried = async () => (await asked<{ readonly tries: readonly object[] }>(`deliveries?watch=${id}`)).tries.length;
  await expect.poll(tried, { timeout: 30_000 }).toBe(2);
  await page.context().close();
});

test("what an old report changes comes as a digest, which leads to the deals", async ({ skip }) => {
  skip(why !== undefined, why);
  const { id } = await asked<{ readonly id: string }>("watches", { name: "Finland", about: { party: "FIN" } });
  await read("Norway and Finland signed a treaty on fishing in the Barents Sea on Tuesday, the ministry in Oslo said.", "2020-03-04");
  execFileSync(process.execPath, [join(ROOT, "bin", "pacta.cjs"), "watch", "run", "--once", "--ledger", here.ledger], { stdio: "ignore" });
  const page = await opened(`/watches/${id}`);
  const digest = page.getByRole("article").filter({ hasText: "1 deal changed by older reports" });
  await digest.getByRole("link", { name: /Barents Sea/ }).waitFor();
  expect(await digest.textContent()).toContain("signed");
  await page.context().close();
});

test("where somebody lets the browser show no notifications, the page says what to do", async ({ skip }) => {
  skip(why !== undefined, why);
  const { id } = await asked<{ readonly id: string }>("watches", { name: "Quiet", about: { party: "NOR" } });
  const page = await opened(`/watches/${id}`);
  await page.getByRole("button", { name: "Notify me in this browser" }).click();
  await page.getByText(/Allow them .*beside the address/).waitFor();
  expect((await asked<{ readonly channels: readonly object[] }>(`watches/${id}`)).channels).toEqual([]);
  await page.context().close();
});

/** A browser's subscription as a push service would give it: there is none to be reached from here. */
function subscription() {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const keys = { p256dh: ecdh.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") };
  return { endpoint: "https://push.example/one", keys };
}

test("this browser is subscribed on a click with the server's key, shows what is pushed, and opens its deal", async ({ skip }) => {
  skip(why !== undefined, why);
  const deal = await dealId();
  const { id } = await asked<{ readonly id: string }>("watches", { name: "In the browser", about: { deal } });
  const { page } = await here.open("/parties", { permissions: ["notifications"] });
  page.setDefaultTimeout(60_000);
  // At the border to the push service alone: all else is the browser's own.
  await page.addInitScript(`{
    const given = ${JSON.stringify(subscription())};
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async (options) => {
      window.subscribedWith = [options.userVisibleOnly, btoa(String.fromCharCode(...options.applicationServerKey))];
      return { ...given, options, toJSON: () => given };
    };
  }`);
  await page.goto(`${here.server.url}/watches/${id}`);
  await page.getByRole("button", { name: "Notify me in this browser" }).click();
  await page.getByText("Notifications of this browser").waitFor();
  const { key } = await asked<{ readonly key: string }>("push-key");
  expect(await page.evaluate("window.subscribedWith")).toEqual([true, Buffer.from(key, "base64url").toString("base64")]);

  const script = await fetch(`${here.server.url}/sw.js`);
  expect([script.headers.get("content-type"), script.headers.get("cache-control")]).toEqual(["text/javascript; charset=utf-8", "no-cache"]);

  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [one] }) => {
      if (one !== undefined) resolve(one.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const told = { id: "alert-1", kind: "change", watch: id, title: "Boats: signed → cancelled", text: "“Norway has cancelled”", deal };
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: here.server.url,
    registrationId: await registered,
    data: JSON.stringify(told),
  });
  const [worker] = page.context().serviceWorkers();
  if (worker === undefined) throw new Error("no worker runs");
  const shown = () => worker.evaluate("self.registration.getNotifications().then((all) => all.map(({ title, body }) => [title, body]))");
  await expect.poll(shown).toEqual([["Boats: signed → cancelled", "“Norway has cancelled”"]]);
  await worker.evaluate(`self.registration.getNotifications().then(([notification]) => {
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  })`);
  await page.waitForURL(`**/deals/${deal}`);
  await page.context().close();
});
