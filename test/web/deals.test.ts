// The list of deals, in a browser: filters in the address, the order, keys, the timeline, saved views, and what changed since the last visit.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ROOT } from "../../tools/checkout.ts";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";

const here = deskOfFile();

const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const searched = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

/** What a field offers. */
const OFFERED = "[...document.querySelectorAll('datalist option')].map(({ value }) => value).join(', ')";

/** The names of deals in the table, from its top. */
async function names(page: Page): Promise<readonly string[]> {
  return page.locator("tbody th").allTextContents();
}

test("a narrow window has cards, a wide one a table, both without a fault in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await here.open("/deals", { colorScheme, viewport: { width: 320, height: 640 } });
    await page.getByRole("listitem").getByRole("link", { name: "AUKUS" }).waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await row(page, /AUKUS/).waitFor();
    await accessible(page);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test("filters stand in the address and as chips; each goes by itself, and all at once", async () => {
  const { page } = await here.open("/deals");
  await row(page, /AUKUS/).waitFor();
  const all = (await names(page)).length;
  await page.getByLabel("State", { exact: true }).selectOption("agreed");
  await page.getByRole("button", { name: "Remove state: agreed" }).waitFor();
  await expect.poll(() => names(page)).not.toHaveLength(all);
  const party = page.getByLabel("Party", { exact: true });
  await party.pressSequentially("Unit");
  await expect.poll(async () => page.evaluate(OFFERED)).toContain("United States");
  await party.fill("United States");
  await party.press("Enter");
  await expect.poll(() => names(page)).toEqual(["AUKUS"]);
  expect(searched(page)).toEqual({ state: "agreed", party: "United States" });
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["AUKUS"]);
  await page.getByRole("button", { name: "Remove state: agreed" }).click();
  await expect.poll(() => searched(page)).toEqual({ party: "United States" });
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect.poll(() => names(page)).toHaveLength(all);
  expect(searched(page)).toEqual({});
  // What was written and then taken away stays away, also where somebody goes through its field.
  await party.fill("United States");
  await party.press("Enter");
  await expect.poll(() => searched(page)).toEqual({ party: "United States" });
  await page.goBack();
  await expect.poll(() => party.inputValue()).toBe("");
  await party.focus();
  await party.blur();
  expect(await party.inputValue()).toBe("");
  expect(searched(page)).toEqual({});
});

test("a list that cannot be asked for anew stays with what is selected in it, and is asked for again by somebody", async () => {
  const { page } = await here.open("/deals");
  const box = row(page, /AUKUS/).getByRole("checkbox");
  await box.check();
  await page.route("**/api/v1/deals?*", async (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }));
  report("Chile and Peru signed a contract for two ferries worth 20 million dollars on Monday.");
  const note = page.getByRole("alert");
  await note.waitFor();
  expect(await box.isChecked()).toBe(true);
  await page.getByText("1 deal selected").waitFor();
  await page.unroute("**/api/v1/deals?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await note.waitFor({ state: "hidden" });
  await row(page, /Chile|Peru/)
    .first()
    .waitFor();
  expect(await box.isChecked()).toBe(true);
});

test("sums are written as people write them, and what cannot be asked for is said at its field", async () => {
  const { page } = await here.open("/deals?from=yesterday");
  await page.getByText("Invalid ISO date").waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Clear all" }).click();
  await row(page, /AUKUS/).waitFor();
  const [currency, sum] = [page.getByLabel("Currency"), page.getByLabel("Sum of at least")];
  await sum.fill("1 bn");
  await sum.press("Enter");
  await page.getByText("Say in which currency").waitFor();
  await currency.fill("aud");
  await currency.press("Enter");
  await expect.poll(() => searched(page)).toEqual({ money: "AUD:1000000000" });
  await page.getByRole("button", { name: "Remove sum: AUD 1 billion or more" }).waitFor();
  await expect.poll(() => names(page)).not.toContain("AUKUS");
  expect(await names(page)).toContainEqual(expect.stringContaining("Attack-class"));
});

test("a narrow window opens its filters where one of them says what is wrong", async () => {
  const { page } = await here.open("/deals?from=nonsense", { viewport: { width: 320, height: 640 } });
  await page.getByText("A filter cannot be asked for as it is").waitFor();
  await expect.poll(() => page.getByText("Invalid ISO date").isVisible()).toBe(true);
});

test("a deal as it was on a day, and as it was known then", async () => {
  const { page } = await here.open("/deals?sort=name");
  const attack = row(page, /Attack-class submarines/);
  await attack.getByText("cancelled").waitFor();
  await page.getByText("Acts, sums and days").click();
  await page.getByLabel("As it was on").fill("2019-06-01");
  await expect.poll(() => searched(page)).toEqual({ asOf: "2019-06-01" });
  await attack.getByText("cancelled").waitFor({ state: "hidden" });
  await page.getByRole("link", { name: /Attack-class submarines/ }).click();
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/deals\/deal-/);
  expect(searched(page)).toEqual({ asOf: "2019-06-01" });
});

test("where nothing fits, it is said which filter to loosen", async () => {
  const { page } = await here.open("/deals?party=AUS&state=expired");
  await page.getByRole("heading", { name: "No deal fits" }).waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Without state: expired" }).click();
  await row(page, /AUKUS/).waitFor();
  expect(searched(page)).toEqual({ party: "AUS" });
});

test("headings sort, and columns can be left out for good", async () => {
  const { page } = await here.open("/deals");
  await row(page, /AUKUS/).waitFor();
  await page.getByRole("button", { name: "Deal", exact: true }).click();
  await expect.poll(async () => names(page)).toEqual((await names(page)).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  expect(await page.getByRole("columnheader", { name: "Deal" }).getAttribute("aria-sort")).toBe("ascending");
  expect(searched(page)).toEqual({ sort: "name" });
  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await accessible(page);
  await dialog.getByLabel("Kind").uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Kind" }).waitFor({ state: "hidden" });
  await page.reload();
  await row(page, /AUKUS/).waitFor();
  expect(await page.getByRole("columnheader", { name: "Kind" }).count()).toBe(0);
});

test("keys alone move, select, save what is selected, turn to the timeline and open a deal", async () => {
  const { page } = await here.open("/deals");
  await row(page, /AUKUS/).waitFor();
  const [first = "", second = ""] = await names(page);
  await page.keyboard.type("jxj");
  await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe(second);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe(first);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).press("Enter");
  const lines = readFileSync(await (await saved).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(first);
  await page.keyboard.type("v");
  await expect.poll(() => searched(page)).toEqual({ shown: "timeline" });
  await page.getByRole("link", { name: /^Attack-class.*told of/ }).waitFor();
  await page.keyboard.type("vj");
  await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe(first);
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/deals\/deal-/);
});

test("the timeline draws a link for each deal, goes along time by the filter's days, and needs no style that the policy forbids", async () => {
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 320],
  ] as const) {
    const { page, errors } = await here.open("/deals?shown=timeline", { colorScheme, viewport: { width, height: 800 } });
    const bar = page.getByRole("link", { name: /^AUKUS, agreed, told of 16 September 2021 to/ });
    await bar.waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole("button", { name: "Later" }).click();
    await expect.poll(() => Object.keys(searched(page)).toSorted()).toEqual(["from", "shown", "to"]);
    await page.getByRole("button", { name: "All time" }).click();
    await bar.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/deals/deal-aukus-pact");
    expect(errors).toEqual([]);
    await page.context().close();
  }
});

test("a view is saved, renamed, opened elsewhere, and removed for all after a second word", async () => {
  const { page } = await here.open("/deals?state=agreed&sort=name");
  await row(page, /AUKUS/).waitFor();
  await page.getByRole("button", { name: "Saved views" }).click();
  const dialog = page.getByRole("dialog", { name: "Saved views" });
  await dialog.getByLabel("Save what is shown as").fill("Agreed so far");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: /^Agreed so far/ }).waitFor();
  await dialog.getByRole("button", { name: "Rename Agreed so far" }).click();
  await dialog.getByLabel("New name").fill("Agreed");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: /^Agreed \(shown now\)/ }).waitFor();
  await accessible(page);
  const other = await here.open("/deals");
  await other.page.getByRole("button", { name: "Saved views" }).click();
  await other.page.getByRole("button", { name: "Agreed", exact: true }).click();
  await expect.poll(() => searched(other.page)).toEqual({ state: "agreed", sort: "name" });
  await other.page.context().close();
  await dialog.getByRole("button", { name: "Remove Agreed" }).click();
  await dialog.getByRole("button", { name: "Remove it for everybody" }).click();
  await dialog.getByText("None yet").waitFor();
});

test("a first visit tells nothing new; whoever comes back sees what changed, until they have seen it", async () => {
  const { page } = await here.open("/deals");
  const panel = page.getByRole("region", { name: /changed since your last visit/ });
  await row(page, /AUKUS/).waitFor();
  await page.getByText(/entry \d+/).waitFor();
  await expect.poll(() => page.evaluate("localStorage.getItem('pacta-seen')")).not.toBeNull();
  expect(await panel.count()).toBe(0);
  await page.goto("about:blank");
  report("Norway and Denmark signed a contract for ten patrol boats worth 300 million dollars on Monday.");
  await page.goto(`${here.server.url}/deals`);
  await panel.waitFor();
  await panel.getByText("new", { exact: true }).waitFor();
  await panel.getByText(/signed a contract for ten patrol boats/).waitFor();
  await page.getByRole("row", { name: /changed: .*(?:Norway|Denmark)/ }).waitFor();
  await accessible(page);
  await page.reload();
  await panel.waitFor();
  await panel.getByRole("button", { name: "Mark as seen" }).click();
  await panel.waitFor({ state: "hidden" });
  await page.reload();
  await row(page, /AUKUS/).waitFor();
  await page.getByText(/entry \d+/).waitFor();
  expect(await panel.count()).toBe(0);
});

/** Reads a report of one sentence into the ledger, as somebody does on the command line beside the server. */
function report(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), "pacta-report-"));
  const file = join(folder, "report.txt");
  writeFileSync(file, `${text}\n`);
  execFileSync(
    process.execPath,
    [join(ROOT, "bin", "pacta.cjs"), "read", file, "--ledger", here.ledger, "--date", new Date().toISOString().slice(0, 10)],
    {
      stdio: "ignore",
    },
  );
  rmSync(folder, { recursive: true });
}

test("a ledger without deals says how they come", async () => {
  const empty = await desk([]);
  try {
    const { page, errors } = await empty.open("/deals");
    await page.getByRole("heading", { name: "No deals yet" }).waitFor();
    await accessible(page);
    await page.getByRole("link", { name: /paste a text/ }).click();
    await page.getByRole("heading", { level: 1, name: "Add" }).waitFor();
    expect(errors).toEqual([]);
  } finally {
    await empty.close();
  }
});

test("a reader sees saved views, opens them and changes none", async () => {
  const give = async (path: string, body: object): Promise<unknown> => {
    const asked = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return (await fetch(`${here.server.url}/api/v1${path}`, asked)).json();
  };
  await give("/views", { name: "Only agreed", of: "deals", query: "state=agreed" });
  const { secret } = (await give("/tokens", { name: "Ada", role: "reader" })) as { readonly secret: string };
  const { page } = await here.open("/deals");
  await page.evaluate(`sessionStorage.setItem("pacta-token", "${secret}")`);
  await page.reload();
  await row(page, /AUKUS/).waitFor();
  await page.getByRole("button", { name: "Saved views" }).click();
  const dialog = page.getByRole("dialog", { name: "Saved views" });
  await dialog.getByText("saved and changed with the token of a reviewer").waitFor();
  expect(await dialog.getByRole("textbox").count()).toBe(0);
  await dialog.getByRole("button", { name: "Only agreed" }).click();
  await expect.poll(() => searched(page)).toEqual({ state: "agreed" });
});
