// The part that times reading, in this process and on all cores: how fast documents are read into claims, and in how much
// memory. Texts come from gold, which holds short items and whole articles, and from the Current Events corpus, as it comes:
// 20,000 items, or 500 with --small.
import { loadDocumentSetting, recordDocument, type DocumentSetting } from "../src/document/index.ts";
import { loadGold } from "../src/eval/index.ts";
import type { GoldSet } from "../src/eval/index.ts";
import { openReader, type Reader } from "../src/reading/index.ts";
import { corpusLines } from "./corpus.ts";
import { measure, rate } from "./measure.ts";
import type { Bench, Part } from "./part.ts";

const SETS: readonly GoldSet[] = ["items.dev", "articles.open"];
/** Documents of each set, counted runs and Current Events items, in full and with `--small`. */
const SIZE = { full: { documents: 170, runs: 5, items: 20_000 }, small: { documents: 20, runs: 2, items: 500 } };
/** Documents that are handed to the reader at once, as `pacta read` does. */
const BATCH = 256;

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

async function run({ shared, small, print }: Bench): Promise<undefined> {
  const setup: Setup = { shared, setting: loadDocumentSetting(), reader: await openReader() };
  const size = small ? SIZE.small : SIZE.full;
  for (const set of SETS) print(await benchSet(setup, set, size));
  print(await benchCurrentEvents(setup, size.items));
  print(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await setup.reader.close();
}

/** `npm run bench -- reading`. */
export const reading: Part = { what: "documents read into claims, and the memory that it takes", run };
