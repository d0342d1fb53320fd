// `npm run bench [-- --small]`: how fast documents are read into claims, and in how much memory. Texts come from gold,
// which holds short items and whole articles, and from the Current Events corpus, as it comes: 20,000 items, or 500 with --small.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadDocumentSetting, recordDocument, type DocumentSetting } from "../src/document/index.ts";
import { PactaError, toPactaError } from "../src/error.ts";
import { loadGold, sharedFolder } from "../src/eval/index.ts";
import type { GoldSet } from "../src/eval/index.ts";
import { openReader, type Reader } from "../src/reading/index.ts";
import { measure, rate } from "./measure.ts";

const SETS: readonly GoldSet[] = ["items.dev", "articles.open"];
/** Documents of each set, counted runs and Current Events items, in full and with `--small`. */
const SIZE = { full: { documents: 170, runs: 5, items: 20_000 }, small: { documents: 20, runs: 2, items: 500 } };
/** Documents that are handed to the reader at once, as `pacta read` does. */
const BATCH = 64;

interface Setup {
  readonly shared: string;
  readonly setting: DocumentSetting;
  readonly reader: Reader;
}

async function benchSet(setup: Setup, set: GoldSet, { documents, runs }: { documents: number; runs: number }): Promise<string> {
  const gold = loadGold(setup.shared, set).slice(0, documents);
  const texts = gold.map(({ id, date, heading, text, sources }) => recordDocument({ id, date, heading, text, sources }, setup.setting));
  const taken = await measure(async () => {
    await setup.reader.read(texts);
  }, runs);
  return `read ${set}: ${gold.length} documents, ${rate(gold.length, taken)}`;
}

function corpusLines(shared: string, count: number): string[] {
  const file = join(shared, "corpora", "current-events", "items-2002-2023.jsonl.gz");
  if (!existsSync(file))
    throw new PactaError("PACTA_CORPUS_MISSING", "a corpus is not there", "Set PACTA_SHARED to the folder that holds corpora/", { source: file });
  return gunzipSync(readFileSync(file)).toString("utf8").split("\n", count);
}

/** One pass over the first items of 22 years of news; the lexical pass on, one process, all cores. */
async function benchCurrentEvents({ shared, setting, reader }: Setup, count: number): Promise<string> {
  const before = { ...reader.passed };
  const lines = corpusLines(shared, count);
  const start = performance.now();
  let claims = 0;
  for (let at = 0; at < lines.length; at += BATCH) {
    const readings = await reader.read(lines.slice(at, at + BATCH).map((line) => recordDocument(JSON.parse(line), setting)));
    claims += readings.reduce((sum, reading) => sum + reading.claims.length, 0);
  }
  const seconds = (performance.now() - start) / 1000;
  const seen = reader.passed.seen - before.seen;
  const analysed = reader.passed.analysed - before.analysed;
  const through = `${((100 * analysed) / seen).toFixed(1)} % of ${seen} sentences through the lexical pass`;
  return `read current-events: ${lines.length} documents, ${(lines.length / seconds).toFixed(1)}/s, ${claims} claims, ${through}`;
}

async function main(args: readonly string[]): Promise<void> {
  const setup: Setup = { shared: sharedFolder(process.env), setting: loadDocumentSetting(), reader: await openReader() };
  const size = args.includes("--small") ? SIZE.small : SIZE.full;
  for (const set of SETS) process.stdout.write(`${await benchSet(setup, set, size)}\n`);
  process.stdout.write(`${await benchCurrentEvents(setup, size.items)}\n`);
  process.stdout.write(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
