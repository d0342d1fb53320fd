// Goods in a browser: their other names, the deals about them, and who deals in them with whom; and the search for words of reports.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-items-"));

const REPORTS = [
  {
    id: "syria",
    date: "2024-03-01",
    heading: "A quiet Friday",
    text: "Russia signed a contract with Syria for four S-300PMU-1 batteries on Friday, the defence ministry in Moscow said.\n\nThe guests had lunch in the old town.",
  },
  { id: "algeria", date: "2024-03-02", text: "Algeria ordered eight S-300 missile systems from Russia on Saturday, its defence ministry said." },
  { id: "cyprus", date: "2024-03-03", text: "Greece sold two SA-20 batteries to Cyprus on Sunday, the government in Athens said." },
];

const here = deskOfFile(async () => {
  const file = join(folder, "reports.jsonl");
  writeFileSync(file, REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(""));
  return desk([file]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("goods have their family's other names, each with its deals, and lead from one to the other", async () => {
  const { page, errors } = await here.open("/items/S-300");
  const names = page.getByRole("list", { name: "Other names in deals" });
  await names
    .getByRole("listitem")
    .filter({ hasText: /^S-300PMU-1 ?1 deal$/ })
    .waitFor();
  const told = page.getByRole("region", { name: "Names" });
  await told.getByText(/in no deal so far: .*Antey-2500/).waitFor();
  await told.getByRole("link", { name: "RUS" }).waitFor();
  const deals = page.getByRole("region", { name: "Deals" });
  await expect.poll(() => deals.getByRole("listitem").count()).toBe(2);
  await accessible(page);
  await names.getByRole("link", { name: "SA-20" }).click();
  await page.getByRole("heading", { level: 1, name: "SA-20" }).waitFor();
  await expect.poll(() => deals.getByRole("listitem").count()).toBe(1);
  await told.getByText("Of the family").getByRole("link", { name: "S-300" }).click();
  await page.getByRole("heading", { level: 1, name: "S-300" }).waitFor();
  await page.goto(`${here.server.url}/items/Grumble`);
  await page.getByText("No deal is about it under this name").waitFor();
  await names.getByRole("link", { name: "S-300", exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test("a network tells who deals in goods with whom, as a picture and as a table, and leads to a party", async () => {
  const { page, errors } = await here.open("/items/S-300");
  await page
    .getByRole("region", { name: "Parties" })
    .getByRole("listitem")
    .filter({ hasText: /^Russia ?2 deals$/ })
    .waitFor();
  const network = page.getByRole("region", { name: "Network" });
  await network.locator("canvas").first().waitFor();
  await network.getByText("The same as a table").click();
  await network.getByRole("row", { name: /Russia.*Syria|Syria.*Russia/ }).waitFor();
  await network.getByRole("row", { name: /Russia.*Algeria|Algeria.*Russia/ }).waitFor();
  expect(await network.getByRole("row", { name: /Greece/ }).count()).toBe(0);
  await accessible(page);
  await page.getByRole("link", { name: "Watch it" }).click();
  const watch = page.getByRole("form", { name: "New watch" });
  await watch.waitFor();
  expect(await watch.getByRole("textbox", { name: "The goods" }).inputValue()).toBe("S-300");
  await page.goBack();
  await network.getByText("The same as a table").click();
  await network.getByRole("link", { name: "Syria" }).click();
  await page.getByRole("heading", { level: 1, name: "Syria" }).waitFor();
  expect(errors).toEqual([]);
});

test("goods fit a narrow screen in the dark", async () => {
  const { page } = await here.open("/items/S-300", { colorScheme: "dark", viewport: { width: 320, height: 640 } });
  await page.getByRole("region", { name: "Network" }).locator("canvas").first().waitFor();
  await accessible(page);
  expect(await fitsWidth(page)).toBe(true);
});

test("the search finds documents by words that no claim has, claims by the words that they rest on, and says what it looks through", async () => {
  const { page, errors } = await here.open("/search?q=lunch");
  const documents = page.getByRole("region", { name: "Documents", exact: true });
  await documents.getByRole("link", { name: "A quiet Friday" }).waitFor();
  expect(await documents.locator("mark").allTextContents()).toEqual(["lunch"]);
  await page.getByRole("region", { name: "Claims" }).getByText("None rests on all of the words.").waitFor();
  await page.getByText(/documents by their headings and texts/).waitFor();
  const box = page.getByRole("searchbox", { name: /^Search deals, documents/ });
  await box.fill("QUIET friday");
  await box.press("Enter");
  await documents.getByRole("link", { name: "A quiet Friday" }).waitFor();
  await box.fill("batteries friday");
  await box.press("Enter");
  const claims = page.getByRole("region", { name: "Claims" });
  const claim = claims.getByRole("link", { name: /four S-300PMU-1 batteries/ });
  await claim.waitFor();
  expect(await claims.getByRole("listitem").count()).toBe(1);
  await accessible(page);
  await claim.click();
  await page.getByRole("heading", { level: 1, name: /A quiet Friday/ }).waitFor();
  expect(new URL(page.url()).searchParams.get("claim")).toMatch(/./);
  expect(errors).toEqual([]);
});
