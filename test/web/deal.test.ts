// A deal in a browser: its life on both axes, its claims and conflicts, decisions about it, and its dossier.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";
import type { DeskInBrowser } from "./desk.fixture.ts";

const here = deskOfFile(async () => desk(["examples", "test/web/howitzers.jsonl"]));

const ATTACK = "/deals/deal-attack-class-australia";
const HOWITZERS = "/deals/deal-k9-norway";

/** A machine with other work takes its time. */
const PATIENCE = { timeout: 20_000 };

const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const stood = (page: Page) => page.locator("output.stood");

/** A page on which a deal is shown whole, its picture too. */
async function opened(path: string, options: Parameters<DeskInBrowser["open"]>[1] = {}) {
  const { page, errors } = await here.open(path, options);
  await page.locator(".picture-place svg").waitFor();
  return { page, errors };
}

test("both days are moved by keys from event to event and by typing, and the page and the address follow", async () => {
  const { page } = await opened(ATTACK);
  await stood(page).getByText("cancelled").waitFor();
  await page.getByRole("slider", { name: "As of, by events" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => asked(page, "asOf"), PATIENCE).toBe("2022-12-31");
  await page.getByLabel("As of, a day").fill("2017-05-05");
  await stood(page).getByText("As of 5 May 2017").waitFor();
  await stood(page).getByText("signed").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("{");
  await expect.poll(() => asked(page, "known"), PATIENCE).toBe("2023-03-14");
  await page.getByLabel("Known by, a day").fill("2016-05-01");
  await stood(page).getByText("agreed").waitFor();
  await page.reload();
  await stood(page).getByText("As of 5 May 2017, by what was published by 1 May 2016").waitFor();
  await stood(page).getByText("agreed").waitFor();
  await page.getByLabel("Known by, a day").fill("2001-01-01");
  await stood(page).getByText("nothing was known of it").waitFor();
});

test("the picture is gone into by keys and buttons around the day that is looked at, and the stretch is in the address", async () => {
  const { page, errors } = await opened(`${ATTACK}?asOf=2019-02-11`);
  const years = () => page.locator(".picture-grid text").allTextContents();
  const all = await years();
  expect(all).toContain("2016");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("+");
  await expect.poll(() => asked(page, "from"), PATIENCE).toMatch(/^201[6-8]-/);
  await page.keyboard.press("+");
  await expect.poll(years, PATIENCE).not.toContain("2016");
  await expect.poll(years, PATIENCE).toContain("2019");
  const bar = page.getByRole("group", { name: "The stretch of the picture" });
  const [from, to] = [asked(page, "from"), asked(page, "to")];
  await page.reload();
  await page.locator(".picture-place svg").waitFor();
  await bar.locator(`time[datetime="${from}"]`).waitFor();
  expect([asked(page, "from"), asked(page, "to"), asked(page, "asOf")]).toEqual([from, to, "2019-02-11"]);
  await accessible(page);
  await bar.getByRole("button", { name: "Later" }).click();
  await expect.poll(() => asked(page, "from"), PATIENCE).not.toBe(from);
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await expect.poll(() => asked(page, "from"), PATIENCE).toBeNull();
  await expect.poll(years, PATIENCE).toEqual(all);
  await bar.getByRole("button", { name: "Zoom in" }).click();
  await bar.getByRole("button", { name: "All of its life" }).click();
  await expect.poll(() => asked(page, "to"), PATIENCE).toBeNull();
  expect(errors).toEqual([]);
});

test("the picture says what was known by each day, as a table too, and a click in it moves both days", async () => {
  const { page } = await opened(ATTACK, { viewport: { width: 1280, height: 1400 } });
  await page.getByText("The same as a table").click();
  const row = page.getByRole("row", { name: /^26 April 2016/ });
  await row.getByText("agreed, by 26 April 2016").waitFor();
  expect(await row.textContent()).not.toContain("cancelled");
  await page
    .getByRole("row", { name: /^14 March 2023/ })
    .getByText("settled, by 11 June 2022")
    .waitFor();
  const rows = page.locator(".picture-row");
  await expect.poll(() => rows.count(), PATIENCE).toBe(11);
  await page.evaluate("window.scrollTo(0, 0)");
  const box = await rows.nth(3).locator(".picture-ground").boundingBox();
  if (box === null) throw new Error("the row has no place on the page");
  await page.mouse.click(box.x + box.width * 0.4, box.y + box.height / 2);
  await expect.poll(() => asked(page, "known"), PATIENCE).toBe("2019-02-11");
  expect(asked(page, "asOf")).toMatch(/^201[89]-/);
  await stood(page).getByText("by what was published by 11 February 2019").waitFor();
  await stood(page).getByText("signed").waitFor();
});

test("claims stand under years with their words and reports, by act and by what moved the deal; keys lead to the evidence", async () => {
  const { page } = await opened(ATTACK);
  const claims = page.getByRole("region", { name: "What is told" });
  await claims.getByText("Told 4 times by 3 reports").first().waitFor();
  const all = await claims.locator(".chapter").count();
  await claims.getByLabel("Only what moved the deal").check();
  await expect.poll(() => claims.locator(".chapter").count(), PATIENCE).toBeLessThan(all);
  await claims.getByLabel("Acts of").selectOption("transfer");
  await expect.poll(() => asked(page, "family"), PATIENCE).toBe("transfer");
  await expect.poll(() => claims.locator(".chapter").count(), PATIENCE).toBe(2);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect.poll(() => page.locator(".chapter[data-looked=true]").textContent(), PATIENCE).toContain("pay Naval Group 555 million euros");
  await expect.poll(() => page.evaluate("document.activeElement.className"), PATIENCE).toBe("report");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/documents\/[^?]+\?claim=c_/);
  await page.goBack();
  await page.locator(".chapter[data-looked=true]").waitFor();
  await page.keyboard.press("e");
  await page.waitForURL(/\/documents\/[^?]+\?claim=c_/);
});

test("a conflict shows both sides in their words, by a policy; a person's pin goes first and can be taken back", async () => {
  const { page } = await opened(ATTACK);
  const conflict = page.getByRole("region", { name: "Price or value, in AUD" });
  const shown = conflict.locator(".side[data-shown=true]");
  await shown.getByText("AUD 90 billion").waitFor();
  await page.getByLabel("Shown first").selectOption("most-origins");
  await shown.getByText("AUD 50 billion").waitFor();
  expect(asked(page, "policy")).toBe("most-origins");
  const about = conflict.locator(".side").filter({ hasText: "about AUD 80 billion" });
  await about.getByRole("button", { name: "Show this side first" }).click();
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Decide under this name" }).click();
  await shown.getByText("about AUD 80 billion").waitFor();
  await page.getByRole("region", { name: "What people decided about it" }).getByText("Ada").waitFor();
  await page.locator(".note").getByRole("button", { name: "Take it back" }).click();
  await shown.getByText("AUD 50 billion").waitFor();
});

test("deliveries are held against the order by what claims tell", async () => {
  const { page } = await opened(HOWITZERS);
  const deliveries = page.getByRole("region", { name: "Deliveries against the order" });
  await deliveries.getByText("24 ordered; at least 18 delivered.").waitFor();
  await deliveries.getByText("The words for it").click();
  await deliveries.getByText("South Korea delivered another 10 K9 howitzers").waitFor();
  await page.getByLabel("As of, a day").fill("2020-01-01");
  await deliveries.getByText("24 ordered; at least 8 delivered.").waitFor();
  expect(await page.getByRole("region", { name: "Money" }).textContent()).toContain("USD 215 million");
});

test("who decides on what another decided about meanwhile is told so, and nothing is lost", async () => {
  const { page } = await opened(ATTACK);
  await page.evaluate("localStorage.setItem('pacta-person', 'Cy')");
  await page.reload();
  await page.route("**/api/v1/decisions", async (route) => {
    if (route.request().method() === "POST") await meanwhile(route.request().postDataJSON());
    await route.continue();
  });
  await page.locator(".side").filter({ hasText: "about AUD 80 billion" }).getByRole("button", { name: "Show this side first" }).click();
  await page.getByRole("alert").getByText("PACTA_LEDGER_DECISION_CONFLICT").waitFor();
  const decided = page.getByRole("region", { name: "What people decided about it" });
  await decided.getByText("Di", { exact: true }).waitFor();
  await decided.getByRole("button", { name: "Take it back" }).first().click();
  await decided.getByText("taken back").first().waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

/** Another person confirms the claim that is about to be decided upon. */
async function meanwhile({ decisions: [one] }: { readonly decisions: readonly { readonly decision: { readonly claim: object } }[] }): Promise<void> {
  const body = { by: "Di", decisions: [{ decision: { type: "confirm", claim: one?.decision.claim } }] };
  await fetch(`${here.server.api}/decisions`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

test("two deals are said to be one: the page goes where both are, and it can be taken back", async () => {
  const { page } = await here.open("/deals");
  await page.evaluate("localStorage.setItem('pacta-person', 'Bo')");
  const ids = async (): Promise<readonly string[]> => {
    const { deals } = await page.evaluate<{ deals: { id: string; name: string }[] }>("fetch('/api/v1/deals').then((answer) => answer.json())");
    return deals.filter(({ name }) => name.startsWith("Attack class for Australia")).map(({ id }) => id);
  };
  const [younger] = await ids();
  await page.goto(`${here.server.url}/deals/${younger ?? "none"}`);
  await page.getByRole("button", { name: "Join with another deal" }).click();
  const dialog = page.getByRole("dialog", { name: "Join with another deal" });
  await dialog.getByLabel("The other deal").fill("Naval Group submarines");
  await dialog.getByRole("radio", { name: "Attack-class submarines of France" }).check();
  await dialog.getByText("Canberra picks French yard").first().waitFor();
  await accessible(page);
  await dialog.getByLabel(/^Why/).fill("the order of 2016");
  await dialog.getByRole("button", { name: "They are one deal" }).click();
  await page.waitForURL(new RegExp(ATTACK));
  await expect.poll(ids, PATIENCE).toEqual([]);
  await page.locator(".note").getByRole("button", { name: "Take it back" }).click();
  await expect.poll(ids, PATIENCE).toEqual([younger]);
});

test("a claim is split off and leaves the deal", async () => {
  const { page } = await opened(HOWITZERS);
  await page.evaluate("localStorage.setItem('pacta-person', 'Bo')");
  await page.reload();
  const told = page.locator(".chapter").filter({ hasText: "8 K9 howitzers to Norway on 18 November 2019" });
  await told.getByText("Why it belongs here").click();
  await told.getByRole("button", { name: "It is of another deal" }).click();
  await page.getByRole("dialog", { name: "Split a claim off" }).getByRole("button", { name: "It is of another deal" }).click();
  await expect.poll(() => told.count(), PATIENCE).toBe(0);
  await page.locator(".note").getByRole("button", { name: "Take it back" }).click();
  await expect.poll(() => told.count(), PATIENCE).toBe(1);
});

test("other deals of its parties are a step away, and the focus goes to the title of each", async () => {
  const { page } = await opened(ATTACK);
  const around = page.getByRole("region", { name: "Its parties and their partners" });
  expect(await around.getByRole("listitem").filter({ hasText: "5 deals" }).textContent()).toContain("with France");
  await around.getByRole("link", { name: "AUKUS" }).last().click();
  await page.getByRole("heading", { level: 1, name: "AUKUS" }).waitFor();
  await expect.poll(() => page.evaluate("document.activeElement.textContent"), PATIENCE).toBe("AUKUS");
});

test("a dossier fixes days, policy and the chain's head, and prints without the desk around it", async () => {
  const { page } = await opened(`${ATTACK}?known=2021-09-18`, { colorScheme: "dark" });
  await page.getByRole("link", { name: "Dossier to print and cite" }).click();
  const cited = page.getByRole("region", { name: "How to cite" });
  await cited.waitFor();
  expect(asked(page, "known")).toBe("2021-09-18");
  expect(asked(page, "asOf")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const head = await page.evaluate("fetch('/api/v1/status').then(async (answer) => (await answer.json()).ledger.hash)");
  await cited.getByText(String(head)).first().waitFor();
  await page.getByText(/claims? of reports published after 18 September 2021 left out/).waitFor();
  await page.getByRole("region", { name: "What reports contradict each other in" }).getByText("AUD 50 billion").waitFor();
  await accessible(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "Pages" }).isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.dossier')).backgroundColor")).toBe("rgb(255, 255, 255)");
  await accessible(page);
});

test("the beginning of an id leads to its deal, and a wrong one to what may have been meant", async () => {
  const { page } = await here.open("/deals/k9");
  await page.waitForURL(new RegExp(`${HOWITZERS}$`));
  await page.goto(`${here.server.url}/deals/deal-k9-norwey`);
  await page.getByRole("link", { name: "deal-k9-norway" }).click();
  await page.getByRole("heading", { level: 1, name: "K9 for Norway" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(HOWITZERS);
});

test("a deal can be used by everybody: narrow, light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await opened(`${ATTACK}?asOf=2021-10-01`, { colorScheme, viewport: { width: 320, height: 640 } });
    await page.getByText("The same as a table").click();
    await page.getByRole("region", { name: "Its parties and their partners" }).getByRole("link", { name: "AUKUS" }).first().waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    // Nor does it look otherwise for whoever comes from another view, whose styles stay.
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Documents" }).click();
    await page.getByRole("heading", { level: 1, name: "Documents" }).waitFor();
    await page.getByRole("link", { name: "Attack-class submarine", exact: true }).first().click();
    await page.locator(".bench-text").waitFor();
    await page.goBack();
    await page.goBack();
    await page.locator(".picture-place svg").waitFor();
    await page.locator(".chapter-moved").first().waitFor();
    expect(await fitsWidth(page)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
