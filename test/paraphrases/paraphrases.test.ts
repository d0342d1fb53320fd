// The seed report and three paraphrases of it with other countries, weapons, people, sums, years and sentence forms:
// the rules must know constructions, not one text.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deals, loadDealKnowledge, type DealAtDays } from "../../src/deal/index.ts";
import { loadDocumentSetting, recordDocument, type Document } from "../../src/document/index.ts";
import { openReader, type Reader, type Reading } from "../../src/reading/index.ts";
import { failures, type Checks, type DealPattern } from "./checks.fixture.ts";

const here = dirname(fileURLToPath(import.meta.url));
const required = process.env["PACTA_REQUIRE_ALL"] === "1";
const files = readdirSync(here).filter((name) => name.endsWith(".gold.json"));

interface Gold {
  readonly id: string;
  readonly date: string;
  readonly file: string;
  readonly checks: Checks;
}

const golds = files.map((name): Gold => JSON.parse(readFileSync(join(here, name), "utf8")));
const present = golds.filter((gold) => required || existsSync(pathOf(gold)));
for (const gold of golds) if (!present.includes(gold)) console.warn(`skipped: ${gold.file} is absent`);

/** The seed report stands outside the checkout. */
function pathOf(gold: Gold): string {
  const outside = /^\.\.\/\.\.\/\.\.\/shared\//.exec(gold.file);
  return outside ? join(process.env["PACTA_SHARED"] ?? resolve(here, "../../../shared"), gold.file.slice(outside[0].length)) : join(here, gold.file);
}

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

async function readingOf(gold: Gold): Promise<{ readonly document: Document; readonly reading: Reading }> {
  const document = recordDocument({ id: gold.id, date: gold.date, text: readFileSync(pathOf(gold), "utf8") }, loadDocumentSetting());
  const [reading] = await reader.read([document]);
  if (!reading) throw new Error("no reading");
  return { document, reading };
}

function dealsOf(document: Document, reading: Reading, kinds: readonly string[]): DealAtDays[] {
  const { id, published, text } = document;
  const told = { document: { id, text, ...(published && { published: published.day }) }, claims: reading.claims, abstained: reading.abstained };
  return deals([told], loadDealKnowledge()).filter(({ deal }) => kinds.includes(deal.kind));
}

function fits({ deal, state }: DealAtDays, want: DealPattern): boolean {
  return deal.kind === want.kind && state.state === want.state && (state.dispute ?? "none") === want.dispute;
}

describe.each(present.map((gold) => [gold.id, gold] as const))("%s", (_, gold) => {
  test("yields every claim that the seed's structure holds, and nothing that a speaker leaves out", async () => {
    const { reading } = await readingOf(gold);
    expect(failures(reading, gold.checks)).toEqual([]);
  });

  test("amounts to the agreement and the contract, the latter cancelled with its dispute", async () => {
    const { document, reading } = await readingOf(gold);
    const { countOf, count, first, second } = gold.checks.deals;
    const found = dealsOf(document, reading, countOf);
    expect(found.map(({ deal, state }) => `${deal.kind} ${state.state} ${state.dispute}`)).toHaveLength(count);
    for (const want of [first, second])
      expect(
        found.some((one) => fits(one, want)),
        `${want.kind} ${want.state} ${want.dispute}`,
      ).toBe(true);
  });
});
