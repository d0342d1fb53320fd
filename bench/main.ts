// `npm run bench [-- --small]`: how fast documents are read into claims, and in how much memory. Texts come from gold,
// which holds short items and whole articles.
import { toPactaError } from "../src/error.ts";
import { loadGold, openReader, sharedFolder } from "../src/eval/index.ts";
import type { GoldDocument, GoldSet } from "../src/eval/index.ts";
import { measure, rate } from "./measure.ts";

const SETS: readonly GoldSet[] = ["items.dev", "articles.open"];
/** Documents of each set and counted runs, in full and with `--small`. */
const SIZE = { full: { documents: 170, runs: 5 }, small: { documents: 20, runs: 2 } };

async function benchSet(shared: string, set: GoldSet, { documents, runs }: { documents: number; runs: number }): Promise<string> {
  const read = await openReader();
  const gold: readonly GoldDocument[] = loadGold(shared, set).slice(0, documents);
  const taken = await measure(async () => {
    await read(gold);
  }, runs);
  return `read ${set}: ${gold.length} documents, ${rate(gold.length, taken)}`;
}

async function main(args: readonly string[]): Promise<void> {
  const shared = sharedFolder(process.env);
  const size = args.includes("--small") ? SIZE.small : SIZE.full;
  for (const set of SETS) process.stdout.write(`${await benchSet(shared, set, size)}\n`);
  process.stdout.write(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
