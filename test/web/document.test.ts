// Documents in a browser: a text with its claims, versions compared, texts that want to run, and very long ones.
import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";
import { HOSTILE, LONG, reportFiles } from "./reports.fixture.ts";

const reports = reportFiles();
const here = deskOfFile(async () => desk(["examples/2022-06-11-harbour-courier.txt", ...reports.files]));

afterAll(() => rmSync(reports.folder, { recursive: true }));

const SETTLEMENT = "Australia to pay Naval Group 555 million euros for dropped submarines";

test("documents are listed by what they are called, and lead to their texts with claims marked", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await here.open("/documents", { colorScheme, viewport: { width: 320, height: 640 } });
    await page.getByRole("link", { name: SETTLEMENT }).waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole("link", { name: SETTLEMENT }).click();
    await page.getByRole("heading", { level: 1, name: SETTLEMENT }).waitFor();
    await page.getByRole("button", { name: /^claim 2: settle, Australia, Naval Group/ }).click();
    await page.getByRole("heading", { name: "2 settle" }).waitFor();
    expect(await page.locator(".told[data-shown=true]").allInnerTexts()).not.toEqual([]);
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test("a link leads to a claim, whose slots stand in the text; keys go from claim to claim and show what was not claimed", async () => {
  const { page } = await here.open("/documents");
  await page.getByRole("link", { name: SETTLEMENT }).click();
  await page.getByRole("heading", { level: 1, name: SETTLEMENT }).waitFor();
  // The text may be there a moment before its claims are.
  await page.locator(".told").first().waitFor();
  await page.keyboard.type("jj");
  await page.getByRole("heading", { name: "2 settle" }).waitFor();
  expect(new URL(page.url()).searchParams.get("claim")).toMatch(/^c_/);
  await page.reload();
  const card = page.getByRole("region", { name: "Claim 2" });
  await card.getByRole("button", { name: "Anthony Albanese" }).focus();
  expect(await page.locator('[data-over="slot-strong"]').innerText()).toBe("Anthony Albanese");
  expect(await page.locator('[data-over="slot"]').allInnerTexts()).toEqual(expect.arrayContaining(["Australia", "Naval Group"]));
  await card.getByRole("link", { name: /^Attack-class submarine/ }).waitFor();
  await page.keyboard.type("a");
  await page.getByText("It names nobody who acts or is acted on.").waitFor();
  await page.locator(".told", { hasText: "France called its ambassador" }).last().hover();
  expect(await page.locator(".told[data-shown=true]").first().innerText()).toContain("France");
  await page.keyboard.type("k");
  await page.getByRole("heading", { name: "1 pay" }).waitFor();
});

test("a link to a claim goes to it on a narrow screen, above its card, and leaves the page where it is when the claim is in sight", async () => {
  const { page } = await here.open("/documents", { viewport: { width: 320, height: 700 } });
  await page.getByRole("link", { name: SETTLEMENT }).click();
  await page.getByRole("button", { name: /^claim 6: cancel/ }).click();
  await page.getByRole("heading", { name: "6 cancel" }).waitFor();
  await page.evaluate("scrollTo(0, 0)");
  const link = page.url();
  const flag = page.getByRole("button", { name: /^claim 6: cancel/ });
  await page.goto("about:blank");
  await page.goto(link);
  await expect.poll(async () => (await flag.boundingBox())?.y ?? 700).toBeLessThan(350);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name: "6 cancel" }).waitFor();
  expect((await flag.boundingBox())?.y).toBeGreaterThan(450);
  expect(await page.evaluate("scrollY")).toBe(0);
});

test("documents are cards where columns would break words", async () => {
  const { page } = await here.open("/documents", { viewport: { width: 768, height: 640 } });
  const title = page.getByRole("link", { name: SETTLEMENT });
  await title.waitFor();
  expect(await fitsWidth(page)).toBe(true);
  expect((await title.boundingBox())?.height).toBeLessThan(40);
});

test("two versions are compared by words and by claims", async () => {
  const { page, errors } = await here.open("/documents/ferries");
  await page.getByRole("link", { name: "compare with 1" }).click();
  await page.getByRole("heading", { name: "Words of version 1 and version 2" }).waitFor();
  const text = page.getByRole("region", { name: "Words that changed" });
  expect((await text.locator(".compared del").allInnerTexts()).map((words) => words.trim())).toEqual(["two", "40"]);
  expect((await text.locator(".compared ins").allInnerTexts()).map((words) => words.trim())).toEqual(["three", "60"]);
  const order = page.getByRole("row", { name: /order, possible/ });
  expect(await order.getByRole("link", { name: "yes" }).count()).toBe(2);
  expect(await page.getByRole("row", { name: /^sign Norway, Sweden/ }).count()).toBe(2);
  await accessible(page);
  await order.getByRole("link", { name: "yes" }).first().click();
  await page.getByText("This is not the version that stands.").waitFor();
  await page.getByRole("heading", { name: /order, possible/ }).waitFor();
  expect(errors).toEqual([]);
});

test("what a report says is shown, and never runs", async () => {
  const { page, errors } = await here.open(`/documents/${encodeURIComponent(HOSTILE.id)}`);
  await page.getByRole("heading", { level: 1, name: HOSTILE.heading }).waitFor();
  const shown = await page.locator(".text").evaluate((text: { readonly textContent: string }) => text.textContent);
  for (const words of ["<script>window.pwned=3</script>", "<b onmouseover=window.pwned=4>", '"><svg onload=window.pwned=5> said.'])
    expect(shown).toContain(words);
  expect(await page.getByRole("link", { name: /wire\.example/ }).getAttribute("rel")).toBe("noreferrer noopener");
  await page.getByRole("button", { name: /^claim 1/ }).click();
  await page.keyboard.type("a");
  await page.getByRole("button", { name: /^Not claimed/, pressed: true }).waitFor();
  await page.goto(`${here.server.url}/documents`);
  await page.getByRole("link", { name: HOSTILE.heading }).waitFor();
  expect(await page.evaluate("window.pwned")).toBeUndefined();
  expect(await page.locator("main script, main img, main svg[onload], main b").count()).toBe(0);
  expect(errors).toEqual([]);
});

test("a text of a megabyte is drawn where one looks, and whole in the end", async () => {
  const { page } = await here.open("/documents/long");
  await page.getByText("Die Regierung in Oslo").first().waitFor();
  expect(LONG.length).toBeGreaterThan(1_000_000);
  const drawn = await page.locator(".part").count();
  expect(drawn).toBeLessThan(1500);
  const quick = await page.evaluate(`(async () => {
    const start = performance.now();
    window.scrollTo(0, 20_000);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - start;
  })()`);
  expect(quick).toBeLessThan(2000);
  for (let n = 0; n < 8 && (await page.getByText("Das war das Ende.").count()) === 0; n += 1) {
    await page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");
    await page.waitForTimeout(300);
  }
  expect(await page.getByText("Das war das Ende.").count()).toBe(1);
});
