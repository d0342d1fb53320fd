// Bringing documents, in a browser: a text that is pasted, files of which one is broken, an address that is refused, a spreadsheet with a wrong line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { serve as serveSite } from "../../src/source/fetch/web.fixture.ts";
import { accessible, desk, fitsWidth, noBrowser } from "./desk.fixture.ts";
import type { DeskInBrowser } from "./desk.fixture.ts";
import type { Forms } from "../../src/web/asking/index.ts";

const why = noBrowser();
/** Documents that are not read in the time of a click. */
const MANY = 600;
let here: DeskInBrowser;
let site: Awaited<ReturnType<typeof serveSite>>;

const SIGNED = "Norway signed a contract with Poland on Tuesday for twelve patrol boats worth 300 million euros, the defence ministry in Oslo said.";
const HELICOPTERS = SIGNED.replace("Norway", "Brazil").replace("Poland", "Chile").replace("twelve patrol boats", "nine helicopters");

beforeAll(async () => {
  if (why !== undefined) return;
  const entry = `<item><title>Helicopters</title><guid isPermaLink="false">1</guid><link>/helicopters</link></item>`;
  site = await serveSite({
    "/feed": `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title>${entry}</channel></rss>`,
    "/helicopters": `<title>Helicopters</title><article><p>${HELICOPTERS}</p><p>${HELICOPTERS}</p></article>`,
  });
  here = await desk([], new URL(site.url).host);
});
afterAll(async () => {
  if (why !== undefined) return;
  await here.close();
  await site.close();
});

/** A page whose clocks of patience are those of a busy machine. */
async function opened(path: string): Promise<Page> {
  const { page } = await here.open(path);
  page.setDefaultTimeout(90_000);
  return page;
}

test("a text that is pasted is read, and leads to its deal and its document, also when the page is loaded again", async () => {
  const page = await opened("/add");
  await page.getByLabel("Text of the report").fill(SIGNED);
  await page.getByLabel("Day of publication").fill("2030-01-02");
  await page.getByLabel("Title (optional)").fill("Boats for Poland");
  await page.getByRole("button", { name: "Read this text" }).click();
  const job = page.getByRole("region", { name: "What is being read" });
  await job.getByText(/done$/).waitFor();
  await page.reload();
  await job.getByRole("link", { name: "Boats for Poland" }).waitFor();
  await job.getByRole("link", { name: /patrol boats/ }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/deals\/deal-/);
});

test("of two files the good one is read and the broken one is told with its code and what to do", async () => {
  const page = await opened("/add?way=files");
  const html = `<title>Frigates</title><article>${`<p>${SIGNED.replace("twelve patrol boats", "two frigates")}</p>`.repeat(3)}</article>`;
  const dropped = await page.evaluateHandle(
    `{
      const all = new DataTransfer();
      all.items.add(new File([${JSON.stringify(html)}], "frigates.html", { type: "text/html" }));
      all.items.add(new File(["%PDF-1.7 no more of it"], "broken.pdf", { type: "application/pdf" }));
      all;
    }`,
  );
  await page.getByText("Drop files or folders here").dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByRole("button", { name: "Read 2 files" }).click();
  const job = page.getByRole("region", { name: "What is being read" });
  const broken = job.getByRole("listitem").filter({ hasText: "broken.pdf" });
  expect(await broken.textContent()).toMatch(/^broken\.pdf: .+ Save it again, or give its text\. PACTA_PDF_BROKEN$/);
  await job
    .getByRole("list", { name: "What was read" })
    .getByText(/✓read$/)
    .waitFor();
  await job.getByText(/1 document read, 1 that could not be read/).waitFor();
});

test("a folder is read with the folders in it, files of one name too, and what cannot be read is told with its name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-folder-"));
  try {
    const at = join(folder, "reports");
    for (const [name, text] of [
      ["2030/report.txt", SIGNED.replace("twelve patrol boats", "three minesweepers")],
      ["2031/report.txt", SIGNED.replace("twelve patrol boats", "five icebreakers")],
      ["notes.md", `# Corvettes\n\n${SIGNED.replace("twelve patrol boats", "six corvettes")}`],
      ["scan.pdf", "%PDF-1.7 no more of it"],
    ] as const) {
      mkdirSync(dirname(join(at, name)), { recursive: true });
      writeFileSync(join(at, name), text);
    }
    const page = await opened("/add?way=files");
    await page.getByLabel("Folder to read").setInputFiles(at);
    await expect.poll(() => page.getByRole("list", { name: "Chosen files" }).getByRole("listitem").count()).toBe(4);
    await page.getByRole("button", { name: "Read 4 files" }).click();
    const job = page.getByRole("region", { name: "What is being read" });
    await job.getByText(/3 documents read, 1 that could not be read/).waitFor();
    await job.getByRole("list", { name: "What went wrong" }).getByText("scan.pdf").waitFor();
    for (const goods of ["minesweepers", "icebreakers", "corvettes"])
      await expect.poll(async () => [goods, await named(page, goods)], { timeout: 30_000 }).toEqual([goods, 1]);
    await page.context().close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a job that runs is ended on a click: what was read stays, the rest is not read, and the list of jobs says so", async () => {
  const page = await opened("/add?way=files");
  const record = (n: number): string =>
    JSON.stringify({ id: `ended-${n}`, date: "2030-03-04", text: SIGNED.replace("twelve", String(n + 2)).repeat(2) });
  const records = Array.from({ length: MANY }, (_, n) => record(n)).join("\n");
  await page.getByLabel("Files to read").setInputFiles({ name: "many.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(records) });
  await page.getByRole("button", { name: "Read 1 file" }).click();
  const job = page.getByRole("region", { name: "What is being read" });
  await job.getByText(/[1-9]\d* documents of 1 file/).waitFor();
  await job.getByRole("button", { name: "End it" }).click();
  await job.getByText("ended early").waitFor();
  await expect.poll(() => job.getByRole("button", { name: "End it" }).count()).toBe(0);
  const read = Number(/(\d+) documents read/.exec((await job.textContent()) ?? "")?.[1]);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(MANY);
  const documents = async () =>
    ((await (await page.request.get(`${here.server.api}/documents?limit=1000`)).json()) as Forms["DocumentPage"]).documents;
  const ended = async () => (await documents()).filter(({ id }) => id.startsWith("ended-")).length;
  expect(await ended()).toBe(Math.min(read, 1000));
  await page.goto(`${here.server.url}/add`);
  await page.getByRole("row", { name: new RegExp(`ended early ${read} documents`) }).waitFor();
  expect(await ended()).toBe(Math.min(read, 1000));
});

test("an address of the server's own network is refused, whatever else is given", async () => {
  const page = await opened("/add?way=addresses");
  await page.getByLabel("Addresses, one a line").fill(`${here.server.url}/api/v1/status\nno address`);
  await page.getByText("left out: no, address").waitFor();
  await page.getByRole("button", { name: "Read 1 page" }).click();
  await page.getByText("PACTA_FETCH_PRIVATE").waitFor();
  expect(await page.getByRole("list", { name: "What was read" }).count()).toBe(0);
  await page.goto(`${here.server.url}/add?way=feeds`);
  await page.getByLabel(/Address of a feed/).fill(`${here.server.url}/feed`);
  await page.getByRole("button", { name: "Follow" }).click();
  await page.getByText("PACTA_SERVER_FEED").waitFor();
});

test("a feed is followed, brings what is new, and is followed no more", async () => {
  const page = await opened("/add?way=feeds");
  await page.getByLabel(/Address of a feed/).fill(`${site.url}/feed`);
  await page.getByRole("button", { name: "Follow" }).click();
  const row = page.getByRole("row", { name: /Harbour news/ });
  await row.getByText("1 of 1 entries").waitFor();
  await row.getByText(/well$/).waitFor();
  await row.getByRole("button", { name: "Follow no more: Harbour news" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByText("No feed is followed yet").waitFor();
  await expect.poll(() => named(page, "helicopters"), { timeout: 30_000 }).toBe(1);
});

const SHEET = `Deal,Seller,Buyer,Goods,Number,Status,Signed
Ferries for Norway,Brazil,Norway,ferries,2,on order,2030-02-03
Tugs,,Chile,tugs,3,on order,2031
Cranes for Chile,Brazil,Chile,cranes,4,on order,2031
`;

test("a spreadsheet is mapped by choosing, tried without writing, and imported without its wrong line", async () => {
  const page = await opened("/add?way=sheet");
  await mapped(page, SHEET, "Ferries for Norway");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByLabel("Your name").fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByText("2 claims would be added").waitFor();
  // Another file that is called likewise, is as long and is mapped alike was not tried.
  await mapped(page, SHEET.replace("Ferries for", "Tankers for"), "Tankers for Norway");
  expect(await page.getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
  await mapped(page, SHEET, "Ferries for Norway");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByText("2 claims would be added").waitFor();
  await page.getByRole("row", { name: /line 3 a transfer needs both sides PACTA_IMPORT_ROW/ }).waitFor();
  expect(await named(page, "ferries")).toBe(0);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByText("2 claims were added").waitFor();
  await page
    .getByRole("link", { name: /^sheet:our-register#/ })
    .first()
    .waitFor();
  await expect.poll(() => named(page, "ferries"), { timeout: 60_000 }).toBe(1);
});

/** Chooses a spreadsheet in which that cell stands, and maps its columns. */
async function mapped(page: Page, csv: string, cell: string): Promise<void> {
  await page.getByLabel(/Spreadsheet as CSV/).setInputFiles({ name: "our register.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("cell", { name: cell }).waitFor();
  expect(await page.getByRole("combobox", { name: "From" }).inputValue()).toBe("Seller");
  await page.getByText("Still needed: a column for the kind").waitFor();
  await page.getByRole("combobox", { name: "Kind of all rows" }).selectOption("transfer");
  await page.getByRole("combobox", { name: "on order" }).selectOption("agreed");
}

/** How many deals about these goods the server tells of. */
async function named(page: Page, item: string): Promise<number> {
  const answer = await page.request.get(`${here.server.api}/deals?item=${item}`);
  return ((await answer.json()) as { readonly deals: readonly object[] }).deals.length;
}

test("every way to add fits a narrow screen, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, errors } = await here.open("/add", { colorScheme, viewport: { width: 320, height: 640 } });
    for (const way of ["Paste a text", "Files", "Addresses", "Feeds", "A spreadsheet"]) {
      await page.getByRole("navigation", { name: "Ways to add documents" }).getByRole("link", { name: way }).click();
      await page.getByRole("region", { name: way }).waitFor();
      if (way === "A spreadsheet") {
        await page.getByLabel(/Spreadsheet as CSV/).setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
        await page.getByRole("cell", { name: "Ferries for Norway" }).waitFor();
      }
      await accessible(page);
      expect([way, await fitsWidth(page)]).toEqual([way, true]);
    }
    await page.getByRole("region", { name: "What was added" }).getByRole("link").first().click();
    await page.getByRole("region", { name: "What is being read" }).waitFor();
    await accessible(page);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
