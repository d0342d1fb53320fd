// What the ledger keeps and forgets, and for whom, as the desk shows it: copies of one report, words that were redacted, and a server that asks who
// one is.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serve } from "../../src/server/index.ts";
import { accessible, desk, deskOfFile, fitsWidth } from "./desk.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-kept-"));

const WIRE = [
  "Norway signed a contract with Sweden for two ferries worth 40 million euros on Friday, the transport ministry in Oslo said.",
  "The ferries are to cross the Oslofjord from the summer of next year on, and will take two hundred cars each, the ministry said in a statement.",
].join("\n\n");

const REPORTS = [
  { id: "agency", date: "2024-03-01", heading: "Ferries for the fjord", url: "https://agency.example/ferries", text: WIRE },
  { id: "morning", date: "2024-03-02", heading: "Ferries for the fjord", url: "https://morning.example/1", text: WIRE },
  { id: "evening", date: "2024-03-02", heading: "New ferries", url: "https://evening.example/2", text: WIRE },
  {
    id: "secret",
    date: "2024-03-05",
    heading: "A slip",
    text: "Norway signed a contract with Chile for five lifeboats on Monday. The guests had marzipan.",
  },
];

const here = deskOfFile(async () => {
  const file = join(folder, "reports.jsonl");
  writeFileSync(file, REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(""));
  return desk([file]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function post<T>(path: string, body: object): Promise<T> {
  const how = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return (await (await fetch(`${here.server.api}/${path}`, how)).json()) as T;
}

test("three outlets that tell one wire report are one origin, on the deal and on the report", async () => {
  const { page, errors } = await here.open("/deals?item=ferries");
  await page
    .getByRole("row", { name: /ferries/ })
    .getByRole("link")
    .first()
    .click();
  await page.getByText("Told 3 times by 3 reports of 1 origin").first().waitFor();
  await page.goto(`${here.server.url}/documents/morning`);
  const facts = page.locator(".facts");
  await facts.getByText("3 documents, one origin:").waitFor();
  await facts
    .getByRole("link", { name: /agency|Ferries for the fjord/ })
    .first()
    .waitFor();
  expect(errors).toEqual([]);
});

test("words that were redacted are nowhere on the desk any more, and what stays is said", async () => {
  const { page, errors } = await here.open("/search?q=marzipan");
  await page.getByRole("region", { name: "Documents", exact: true }).getByRole("link", { name: "A slip" }).waitFor();
  await post("decisions", { by: "Ada", decisions: [{ decision: { type: "redact", document: "secret", reason: "asked for" } }] });
  await page.getByText('Nothing has "marzipan"').waitFor();
  await page.goto(`${here.server.url}/documents/secret`);
  await page.getByText("The words of this document were redacted").waitFor();
  expect(await page.getByRole("main").textContent()).not.toContain("marzipan");
  await accessible(page);
  await page.goto(`${here.server.url}/deals?party=CHL`);
  await page.getByRole("row", { name: /Chile/ }).waitFor();
  expect(errors).toEqual([]);
});

test("a server that asks for a token lets in whoever has a good one, for as long as the tab is open", async () => {
  const { secret } = await post<{ readonly secret: string }>("tokens", { name: "Ada", role: "reviewer" });
  const asking = await serve({ ledger: here.ledger, version: "0.0.0", level: "silent", rate: 100_000, tokens: true });
  try {
    const { page } = await here.open("/healthz", { viewport: { width: 320, height: 640 }, colorScheme: "dark" });
    await page.goto(`${asking.url}/deals`);
    await page.getByRole("heading", { level: 1, name: "Who are you?" }).waitFor();
    await accessible(page);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByLabel("Token").fill("pacta_wrong");
    await page.getByRole("button", { name: "Come in" }).click();
    await page.getByText("PACTA_SERVER_TOKEN").waitFor();
    await page.getByLabel("Token").fill(secret);
    await page.keyboard.press("Enter");
    await page
      .getByRole("listitem")
      .getByRole("link", { name: /ferries/ })
      .waitFor();
    await page.reload();
    await page
      .getByRole("listitem")
      .getByRole("link", { name: /ferries/ })
      .waitFor();
    const other = await page.context().newPage();
    await other.goto(`${asking.url}/deals`);
    await other.getByRole("heading", { level: 1, name: "Who are you?" }).waitFor();
    await page.context().close();
  } finally {
    await asking.stop();
  }
});
