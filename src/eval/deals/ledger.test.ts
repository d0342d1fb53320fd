// Which documents are read into the ledger that deals are scored on, and when. The reading itself is a stand-in that keeps what it was given.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLedger } from "../../ledger/index.ts";
import { report } from "../../ledger/report.fixture.ts";
import type { Bench } from "../part.ts";
import { fullLedger, pactaRead, smallLedger } from "./ledger.ts";
import type { ReadInto } from "./ledger.ts";

let shared = "";
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), "pacta-eval-"));
  mkdirSync(join(shared, "corpora", "current-events"), { recursive: true });
  const items = ["a", "b", "c", "d", "e"].map((id) => JSON.stringify({ id, date: "2020-01-01", heading: "", text: "It rained.", sources: [] }));
  writeFileSync(join(shared, "corpora", "current-events", "items-2002-2023.jsonl.gz"), gzipSync(`${items.join("\n")}\n`));
});
afterEach(() => rmSync(shared, { recursive: true }));

/** A reading of one report, whatever the files are, and what they were. */
function standIn(): { readonly readInto: ReadInto; readonly asked: { readonly ledger: string; readonly files: readonly string[]; first: string }[] } {
  const asked: { ledger: string; files: readonly string[]; first: string }[] = [];
  const readInto: ReadInto = async (file, files) => {
    const [first = ""] = files;
    asked.push({ ledger: file, files, first: first.endsWith(".gz") ? "" : readFileSync(first, "utf8") });
    const ledger = await openLedger(file);
    await ledger.appendReadings([report("told")], "stand-in");
    await ledger.close();
  };
  return { readInto, asked };
}

const bench = (ledger?: string): Bench => ({
  shared,
  words: [],
  limit: Number.POSITIVE_INFINITY,
  ...(ledger === undefined ? {} : { ledger }),
  openReader: () => Promise.reject(new Error("not asked for")),
  openAnnotator: () => Promise.reject(new Error("not asked for")),
  openExplainer: () => Promise.reject(new Error("not asked for")),
  print: () => undefined,
});

test("a ledger that is named is read where there is none, from all items and the articles, and then taken as it is", async () => {
  const { readInto, asked } = standIn();
  const file = join(shared, "folder", "named.db");
  const held = await fullLedger(bench(file), readInto);
  expect(held).toMatchObject({ readers: ["stand-in"], readings: [{ document: { id: "told" }, claims: [{ act: "sign" }] }] });
  expect(asked[0]?.files.map((name) => name.slice(shared.length + 1).replaceAll("\\", "/"))).toEqual([
    "corpora/current-events/items-2002-2023.jsonl.gz",
    "gold/articles.jsonl",
    "gold/articles.open.jsonl",
  ]);
  expect(await fullLedger(bench(file), readInto)).toEqual(held);
  expect(asked).toHaveLength(1);
});

test("without the items nothing is read", async () => {
  rmSync(join(shared, "corpora"), { recursive: true });
  await expect(fullLedger(bench(join(shared, "none.db")), standIn().readInto)).rejects.toMatchObject({ code: "PACTA_CORPUS_MISSING" });
});

test("the small ledger is read from the items that gold names, each once, and is gone afterwards", async () => {
  const { readInto, asked } = standIn();
  const gold = { deal: "ferries", documents: ["d", "retold"], not: ["b"], unclear: ["a", "d"], states: [] };
  const { readings } = await smallLedger(bench(), [gold], readInto);
  expect(readings.map(({ document }) => document.id)).toEqual(["told"]);
  const lines = asked[0]?.first.trimEnd().split("\n") ?? [];
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["d", "b", "a"]);
  expect(existsSync(asked[0]?.ledger ?? "")).toBe(false);
});

test("a reading that did not come to its end is an error", async () => {
  const file = join(shared, "no-ledger.db");
  writeFileSync(file, "this is no ledger");
  await expect(pactaRead(file, [join(shared, "nothing.txt")])).rejects.toMatchObject({ code: "PACTA_EVAL_NOT_READ", place: { source: file } });
}, 60_000);
