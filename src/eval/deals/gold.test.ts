// Files of gold deals, the project's own among them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { loadGoldDeals } from "./gold.ts";

test("what a row or a deal leaves out is empty, and its dispute none", () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-gold-"));
  const file = join(folder, "deals.json");
  try {
    const deal = {
      deal: "ferries",
      documents: ["a"],
      parties: ["NOR"],
      states: [{ as_of_valid: "2020-01-01", as_known: "2020-01-02", state: "none" }],
    };
    writeFileSync(file, JSON.stringify([deal]));
    expect(loadGoldDeals(file)).toEqual([
      {
        deal: "ferries",
        documents: ["a"],
        not: [],
        unclear: [],
        states: [{ as_of_valid: "2020-01-01", as_known: "2020-01-02", state: "none", also: [], dispute: "none" }],
      },
    ]);
    writeFileSync(file, JSON.stringify([{ ...deal, documents: "a" }]));
    expect(() => loadGoldDeals(file)).toThrow(expect.objectContaining({ code: "PACTA_GOLD_INVALID", place: { source: file } }));
    writeFileSync(file, "[");
    expect(() => loadGoldDeals(file)).toThrow(expect.objectContaining({ code: "PACTA_GOLD_INVALID" }));
    expect(() => loadGoldDeals(join(folder, "none.json"))).toThrow(expect.objectContaining({ code: "PACTA_GOLD_MISSING" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the deals to develop on are 51, name each document once, and hold none that is also a near miss or unclear", () => {
  const deals = loadGoldDeals(resource("test", "deals", "dev.json"));
  expect([deals.length, new Set(deals.map(({ deal }) => deal)).size]).toEqual([51, 51]);
  const twice = deals.filter(
    ({ documents, not, unclear }) => new Set([...documents, ...not, ...unclear]).size < documents.length + not.length + unclear.length,
  );
  expect(twice.map(({ deal }) => deal)).toEqual([]);
  const ids = deals.flatMap(({ documents, not, unclear }) => [...documents, ...not, ...unclear]);
  expect(ids.filter((id) => !/^\d{4}-\d{2}-\d{2}#/.test(id))).toEqual([]);
});
