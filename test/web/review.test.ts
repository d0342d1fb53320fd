// Review in a browser: deciding by keys alone, two people at once, and what a correction does to a deal.
import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";
import { reportFiles } from "./reports.fixture.ts";
import { tabTo } from "./tabbing.fixture.ts";

const reports = reportFiles();
const here = deskOfFile(async () => desk(["examples/2022-06-11-harbour-courier.txt", "examples/2021-09-16-tasman-herald.txt", ...reports.files]));

afterAll(() => rmSync(reports.folder, { recursive: true }));

interface Standing {
  readonly claims: readonly {
    readonly claim: {
      readonly id: string;
      readonly act: string;
      readonly rule: string;
      readonly actors: readonly { readonly id?: string; readonly name: string }[];
      readonly place?: string;
      readonly evidence: { readonly quote: string };
    };
    readonly confirmed: boolean;
    readonly origin: string;
  }[];
  readonly rejected: readonly object[];
}

const asked = async <T>(path: string): Promise<T> => (await (await fetch(`${here.server.url}/api/v1/${path}`)).json()) as T;
const standing = async (): Promise<Standing> => asked("documents/ferries/standing");
const claimOf = async (act: string) => (await standing()).claims.find(({ claim }) => claim.act === act);

/** Selects a word of the text as people do. */
async function doubleClick(page: Page, word: string): Promise<void> {
  const place = await page.evaluate(`(() => {
    const run = [...document.querySelectorAll(".text [data-at]")].find((one) => one.textContent.includes(${JSON.stringify(word)}));
    const at = run.firstChild.data.indexOf(${JSON.stringify(word)});
    const range = document.createRange();
    range.setStart(run.firstChild, at);
    range.setEnd(run.firstChild, at + ${word.length});
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  })()`);
  const { x, y } = place as { readonly x: number; readonly y: number };
  await page.mouse.dblclick(x, y);
}

test("the queue stands beside the text, fits a narrow screen, and can be used by everybody in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await here.open("/review", { colorScheme, viewport: { width: 320, height: 640 } });
    await page.getByRole("region", { name: /^Claim/ }).waitFor();
    expect(await page.getByRole("navigation", { name: "What waits" }).getByRole("button").count()).toBeGreaterThan(5);
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    await page.keyboard.type("e");
    await page.getByRole("form", { name: /^Correct claim/ }).waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test("keys alone: confirm under a name, correct a slot by words of the text, add a missed claim, promote, undo", async () => {
  const order = await claimOf("order");
  const { page, errors } = await here.open(`/review?claim=${order?.claim.id ?? ""}`);
  await page.getByRole("heading", { name: /order, possible/ }).waitFor();
  await page.keyboard.type("c");
  await page.getByRole("dialog", { name: "Who decides?" }).waitFor();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await page.getByText(/^confirm .*order/).waitFor();
  await expect.poll(async () => (await claimOf("order"))?.confirmed).toBe(true);
  await page.getByText("Reviewing as Ada").waitFor();

  // The place, which the text does not tell: chosen with the arrows, from the first word on.
  await page.goto(`${here.server.url}/review?claim=${order?.claim.id ?? ""}`);
  await page.getByRole("heading", { name: /order, possible/ }).waitFor();
  await page.keyboard.type("e");
  await page.getByRole("form", { name: /^Correct claim/ }).waitFor();
  await tabTo(page, "Choose words of the text: Where");
  await page.keyboard.press("Enter");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "]", "]", "["]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.value")).toBe("signed a");
  await page.getByText("Changes: where.").waitFor();
  await tabTo(page, "Save what is corrected");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await claimOf("order"))?.claim.place).toBe("signed a");

  // A claim that the reader missed.
  await page.goto(`${here.server.url}/documents/ferries`);
  await page.getByRole("button", { name: /^claim 1/ }).waitFor();
  await page.keyboard.type("n");
  await page.getByRole("form", { name: "Add a missed claim" }).waitFor();
  await tabTo(page, "Evidence");
  await page.keyboard.type("the Swedish prime minister");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("meet");
  await tabTo(page, "Add to: Who");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, "Take out Who 1");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Norway");
  await tabTo(page, "Add the claim");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await claimOf("meet"))?.claim).toMatchObject({ rule: "person:Ada", actors: [{ name: "Norway" }] });

  // What the reader left out, after all; and back again.
  await page.getByText(/^add c_/).waitFor();
  await page.keyboard.type("p");
  await expect.poll(async () => page.evaluate("document.activeElement.textContent")).toBe("Claim it after all");
  await page.keyboard.press("Enter");
  await page.getByRole("form", { name: "Claim it after all" }).waitFor();
  await tabTo(page, "Add the claim");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await standing()).claims.filter(({ origin }) => origin === "promoted").length).toBe(1);
  await page.getByText(/^promote /).waitFor();
  await page.keyboard.type("u");
  await expect.poll(async () => (await standing()).claims.filter(({ origin }) => origin === "promoted").length).toBe(0);
  await page.getByText(/^undo \d+$/).waitFor();
  await page.keyboard.type("u");
  await expect.poll(async () => await claimOf("meet")).toBeUndefined();
  expect(errors).toEqual([]);
});

test("of two at the same claim one is told what the other did, and loses nothing that was typed", async () => {
  const order = await claimOf("order");
  const path = `/documents/ferries?claim=${order?.claim.id ?? ""}`;
  const [ada, bo] = [(await here.open(path)).page, (await here.open(path)).page];
  for (const [page, name] of [
    [ada, "Ada"],
    [bo, "Bo"],
  ] as const) {
    await page.getByRole("heading", { name: /order, possible/ }).waitFor();
    await page.getByRole("button", { name: "Give a name" }).click();
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.keyboard.press("Enter");
    await page.getByText(`Reviewing as ${name}`).waitFor();
  }
  await bo.keyboard.type("r");
  await bo.getByRole("textbox", { name: "Why is it wrong?" }).fill("only a thought");
  await ada.keyboard.type("c");
  await ada.getByText(/^confirm .*order/).waitFor();
  await bo.keyboard.press("Enter");
  const note = bo.getByRole("alert");
  await note.getByText("Nothing of yours was written.").waitFor();
  await note.getByText(/^Ada.*confirm/).waitFor();
  await accessible(bo);
  expect((await standing()).rejected).toHaveLength(0);
  await bo.getByRole("button", { name: "Look again" }).click();
  await note.waitFor({ state: "hidden" });
  await bo
    .getByRole("region", { name: "How it stands now" })
    .getByText(/^The claim says what it said when you began/)
    .waitFor();
  expect(await bo.getByRole("textbox", { name: "Why is it wrong?" }).inputValue()).toBe("only a thought");
  await bo.getByRole("button", { name: "Reject it" }).click();
  await expect.poll(async () => (await standing()).rejected).toHaveLength(1);
  const { decisions } = await asked<{ readonly decisions: readonly { readonly by: string; readonly why?: string }[] }>("decisions");
  expect(decisions.slice(0, 2)).toMatchObject([{ by: "Bo", why: "only a thought" }, { by: "Ada" }]);
});

test("deals are joined from a claim of one of them, and the joining is undone", async () => {
  const deals = async () => (await asked<{ readonly deals: readonly object[] }>("deals?document=ferries")).deals.length;
  const before = await deals();
  const sign = await claimOf("sign");
  const { page, errors } = await here.open(`/documents/ferries?claim=${sign?.claim.id ?? ""}`);
  await page
    .getByRole("link", { name: /^ferries/ })
    .first()
    .waitFor();
  await page.keyboard.type("d");
  const dialog = page.getByRole("dialog", { name: "Of which deal is this claim?" });
  await dialog.getByRole("searchbox").fill("submarines");
  await dialog.getByRole("button", { name: /^They are one: this and Attack-class/ }).waitFor();
  await accessible(page);
  await dialog.getByRole("button", { name: /^They are one: this and Attack-class/ }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByText(/^join /).waitFor();
  const ofShips = async () => (await asked<{ readonly deals: readonly object[] }>("deals?document=ferries&search=Attack-class")).deals.length;
  await expect.poll(ofShips).toBe(1);
  await page.keyboard.type("u");
  await expect.poll(ofShips).toBe(0);
  expect(await deals()).toBe(before);
  // A deal that went into another is asked for once more before the list tells of that, and the browser notes that it is gone.
  expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
});

test("a claim is parted from another of its deal", async () => {
  const { page } = await here.open("/documents");
  await page.getByRole("link", { name: /^Australia scraps French submarines/ }).click();
  await page.getByRole("button", { name: /^claim 1: cancel/ }).click();
  await page
    .getByRole("link", { name: /^Attack-class/ })
    .last()
    .waitFor();
  await page.keyboard.type("d");
  const dialog = page.getByRole("dialog", { name: "Of which deal is this claim?" });
  await dialog.getByRole("textbox", { name: "Why" }).fill("another undertaking");
  await dialog
    .getByRole("button", { name: /^Not the same deal/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByText(/^split /).waitFor();
  const { decisions } = await asked<{ readonly decisions: readonly object[] }>("decisions?limit=1");
  expect(decisions).toMatchObject([{ by: "Ada", why: "another undertaking", decision: { type: "split" } }]);
});

test("a correction moves the deal: from the text, by the pointer, to another state", async () => {
  const state = async () =>
    (await asked<{ readonly deals: readonly { readonly state: string }[] }>("deals?search=ferries")).deals.map((deal) => deal.state);
  expect(await state()).toEqual(["signed"]);
  const { page } = await here.open("/documents/ferries");
  await page.getByRole("button", { name: /^claim 1: sign/ }).click();
  await page.getByRole("button", { name: /^Correct/ }).click();
  await page.getByRole("combobox", { name: "Act", exact: true }).selectOption("deliver");
  // Words are selected in the text for the field that waits.
  await page.getByRole("textbox", { name: "Why", exact: true }).focus();
  await doubleClick(page, "Norway");
  await expect.poll(async () => page.getByRole("textbox", { name: "Why", exact: true }).inputValue()).toBe("Norway");
  await page.getByRole("button", { name: "Save what is corrected" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.keyboard.press("Enter");
  await expect.poll(state).toEqual(["delivering"]);
  await page.getByRole("heading", { name: /deliver$/ }).waitFor();
  await page.getByText("· corrected").first().waitFor();
  await page
    .getByRole("region", { name: /^Claim/ })
    .getByRole("link", { name: /^ferries/ })
    .click();
  await page.getByRole("heading", { level: 1, name: /^ferries/ }).waitFor();
  await page.locator(".mark", { hasText: "delivering" }).first().waitFor();
});
