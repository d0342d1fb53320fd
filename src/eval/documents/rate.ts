// How fast documents are signed, added and asked for, and what is kept of each; at two sizes, so that a cost that grows with
// what is there already would show.
import { bandsOf, signatureOf, writeSignature } from "../../document/index.ts";
import type { Document, DocumentSetting, NearRules } from "../../document/index.ts";
import { table } from "../table.ts";
import { indexOf, rowsOf } from "./items.ts";
import { drawn } from "./numbers.ts";

/** Clusters that are asked for. */
const ASKED = 1000;

/** A row for each size: documents a second, and bytes and keys a document. */
export async function rateTable(
  documents: readonly Document[],
  sizes: readonly number[],
  rules: NearRules,
  setting: DocumentSetting,
): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes.filter((each) => each <= documents.length)) rows.push(await rateRow(drawn(documents, size, 1), rules, setting));
  return table(["documents", "signed a second", "added a second", "asked for a second", "bytes kept", "keys"], rows);
}

async function rateRow(documents: readonly Document[], rules: NearRules, setting: DocumentSetting): Promise<string[]> {
  const signing = await seconds(() => documents.forEach(signatureOf));
  const rows = rowsOf(documents, rules, setting);
  const adding = await seconds(() => indexOf(rows, rules));
  const index = await indexOf(rows, rules);
  const asked = drawn(rows, ASKED, 2);
  const asking = await seconds(async () => {
    for (const { id } of asked) await index.clusterOf(id);
  });
  const bytes = mean(rows.map(({ signature }) => writeSignature(signature).length));
  const keys = mean(rows.map(({ signature }) => bandsOf(signature).length));
  const rates = [documents.length / signing, documents.length / adding, asked.length / asking].map((rate) => String(Math.round(rate)));
  return [String(documents.length), ...rates, bytes.toFixed(0), keys.toFixed(1)];
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
