// The frame around all views, in a browser: getting about, the keyboard, colours, and who may come in.
import { expect, test } from "vitest";
import { accessible, deskOfFile, fitsWidth } from "./desk.fixture.ts";

const here = deskOfFile();

test("the desk opens at its deals, and its frame fits a narrow screen in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await here.open("/", { colorScheme, viewport: { width: 320, height: 640 } });
    await page.getByRole("heading", { level: 1, name: "Deals" }).waitFor();
    await page.getByText(/entry \d+/).waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test("on a narrow screen the place where one is stands in sight among the places that scroll sideways", async () => {
  const { page } = await here.open("/watches", { viewport: { width: 320, height: 640 } });
  const current = page.getByRole("navigation", { name: "Pages" }).locator("[aria-current=page]");
  const edges = async () => {
    const box = await current.boundingBox();
    return [await current.innerText(), (box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 320];
  };
  await expect.poll(edges).toEqual(["Watches", true, true]);
  await page.keyboard.type("gd");
  await expect.poll(edges).toEqual(["Deals", true, true]);
});

test("keys lead about, `?` lists them, and they mean nothing while somebody writes", async () => {
  const { page } = await here.open("/deals");
  await page.getByRole("heading", { level: 1, name: "Deals" }).waitFor();
  await page.keyboard.type("gw");
  await page.getByRole("heading", { level: 1, name: "Watches" }).waitFor();
  await page.keyboard.type("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.getByRole("row", { name: /Go to deals/ }).waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.keyboard.type("/gd");
  expect(new URL(page.url()).pathname).toBe("/watches");
  expect(await page.getByRole("searchbox").first().inputValue()).toBe("gd");
});

test("what was chosen of colours stays", async () => {
  const { page } = await here.open("/deals", { colorScheme: "light" });
  const ground = async (): Promise<string> => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const light = await ground();
  await page.getByRole("button", { name: /Colours: system/ }).click();
  await page.getByRole("button", { name: /Colours: light/ }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await ground()).toBe(dark);
});

test("the focus goes back to where it was when a dialog closes, and stays where somebody took it while a page comes", async () => {
  const { page } = await here.open("/deals");
  const focused = async (): Promise<string> =>
    page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
  await page.getByRole("button", { name: "Keys", exact: true }).press("Enter");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.waitFor();
  await help.getByRole("button", { name: "Close" }).press("Enter");
  await help.waitFor({ state: "hidden" });
  expect(await focused()).toBe("Keys");
  // A deal takes its time; meanwhile somebody begins to search.
  const answer = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/deals\/[^?]+/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  const deal = page
    .getByRole("main")
    .getByRole("link", { name: /^Attack-class/ })
    .first();
  const name = await deal.innerText();
  await deal.click();
  await page.getByRole("heading", { level: 1, name: "A deal" }).waitFor();
  await page.keyboard.type("/half");
  answer.resolve();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.keyboard.type(" a word");
  expect(await page.getByRole("searchbox").first().inputValue()).toBe("half a word");
});

test("what moves stands still for whoever wants it so, and days are written as people do, with their ISO form", async () => {
  for (const [reducedMotion, name] of [
    ["no-preference", "bone"],
    ["reduce", "none"],
  ] as const) {
    const { page } = await here.open("/healthz", { reducedMotion });
    // Held back, so that what is on its way is seen to be.
    const held = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/documents/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${here.server.url}/documents`);
    await page.locator(".bone").first().waitFor();
    expect(await page.evaluate("getComputedStyle(document.querySelector('.bone')).animationName")).toBe(name);
    held.resolve();
    const day = page.locator("time").filter({ hasText: "14 January 2020" });
    await day.waitFor();
    expect([await day.getAttribute("title"), await day.getAttribute("datetime")]).toEqual(["2020-01-14", "2020-01-14"]);
    await page.context().close();
  }
});
