// Parties, goods and the search in a browser.
import { expect, test } from "vitest";
import { accessible, deskOfFile, fitsWidth } from "./desk.fixture.ts";

const here = deskOfFile();

test("from the list to a party, its deals, its partner, and the network around it", async () => {
  const { page, errors } = await here.open("/parties");
  await page.getByRole("searchbox", { name: /Begins with/ }).fill("Austr");
  await page.getByRole("link", { name: "Australia", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Australia" }).waitFor();
  const partners = page.getByRole("region", { name: "With whom" });
  await partners.getByRole("link", { name: "France", exact: true }).waitFor();
  const network = page.getByRole("region", { name: "Network" });
  await network.locator("canvas").first().waitFor();
  await network.getByText("The same as a table").click();
  await network.getByRole("row", { name: /Australia.*France|France.*Australia/ }).waitFor();
  await accessible(page);
  await partners.getByRole("link", { name: "France", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "France" }).waitFor();
  await page.getByRole("region", { name: "Its largest deals" }).getByRole("listitem").first().waitFor();
  expect(errors).toEqual([]);
});

test("a party known by its name alone is said to be another, its deals become the other's, and that is taken back", async () => {
  const { page } = await here.open("/parties/Department%20of%20Defence");
  await page.getByRole("button", { name: "Say who it is …" }).click();
  const dialog = page.getByRole("dialog", { name: "Who “Department of Defence” is" });
  await dialog.getByLabel("The other party, by its name or id").fill("Australia");
  await expect.poll(() => dialog.locator("datalist option").count()).toBeGreaterThan(0);
  await accessible(page);
  await dialog.getByRole("button", { name: "They are one party" }).click();
  await page.getByLabel("Your name").fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Australia" }).waitFor();
  const there = async () => (await fetch(`${here.server.api}/parties/Department%20of%20Defence`)).status;
  const partners = page.getByRole("region", { name: "With whom" });
  await expect.poll(() => partners.getByRole("link", { name: "Department of Defence" }).count(), { timeout: 20_000 }).toBe(0);
  await page.getByText("“Department of Defence” and “Australia” are one party.").waitFor();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect.poll(there, { timeout: 20_000 }).toBe(200);
  await partners.getByRole("link", { name: "Department of Defence" }).waitFor();
});

test("letters go where they are typed, also amid a word", async () => {
  const { page } = await here.open("/parties?begins=Astlia");
  const box = page.getByRole("searchbox", { name: /Begins with/ });
  await box.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("u", { delay: 60 });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("ra", { delay: 60 });
  expect(await box.inputValue()).toBe("Australia");
  await page.getByRole("link", { name: "Australia", exact: true }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("begins")).toBe("Australia");
  // What the address says by another way stands in the field.
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Parties" }).click();
  await expect.poll(async () => box.inputValue()).toBe("");
});

test("goods lead to the deals about them and who is in these", async () => {
  const { page, errors } = await here.open("/items?begins=sub");
  await page
    .getByRole("link", { name: /submarine/ })
    .first()
    .click();
  await page.getByRole("region", { name: "Deals" }).getByRole("link").first().waitFor();
  await page.getByRole("region", { name: "Parties" }).getByRole("link", { name: "Australia", exact: true }).waitFor();
  await accessible(page);
  expect(errors).toEqual([]);
});

test("the search of the frame finds deals, parties and goods, and says what to try where there are none", async () => {
  const { page, errors } = await here.open("/deals");
  const box = page.getByRole("searchbox", { name: "Search deals, documents, claims, parties, items" });
  await box.fill("australia");
  await box.press("Enter");
  await page.getByRole("region", { name: "Deals" }).getByRole("link").first().waitFor();
  await page.getByRole("region", { name: "Parties" }).getByRole("link", { name: "Australia", exact: true }).waitFor();
  // Parties stand before the texts that name them, which are long.
  const names = await page.locator(".columns section").evaluateAll((sections) => sections.map((one) => one.getAttribute("aria-label")));
  expect(names.slice(0, 3)).toEqual(["Deals", "Parties", "Items"]);
  await accessible(page);
  await box.fill("zeppelin xylophone");
  await box.press("Enter");
  await page.getByText('Nothing has "zeppelin xylophone"').waitFor();
  expect(errors).toEqual([]);
});

test("these pages fit a narrow screen in the dark", async () => {
  const { page } = await here.open("/parties", { colorScheme: "dark", viewport: { width: 320, height: 640 } });
  for (const [path, landmark] of [
    ["/parties", "link"],
    ["/parties/AUS", "region"],
    ["/items", "link"],
    ["/search?q=australia", "region"],
  ] as const) {
    await page.goto(here.server.url + path);
    await page.getByRole("main").getByRole(landmark).first().waitFor();
    await accessible(page);
    expect([path, await fitsWidth(page)]).toEqual([path, true]);
  }
});
