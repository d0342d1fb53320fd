// A sample of what is read in real news, for others to judge: `node tools/draw-outputs.ts FOLDER [--documents N] [--each N] [--seed N]`.
// Writes FOLDER/KIND.jsonl, a line an output with its text. The texts are under another licence than ours and stay outside the
// repository; what comes back of the judging is test/judged. Items that were coded, or looked at when rules were written, are not drawn.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sample } from "../bench/corpus.ts";
import { PactaError, toPactaError } from "../src/error.ts";
import {
  GOLD_SETS,
  loadGold,
  newsItems,
  claimOutputs,
  openAnnotator,
  openReader,
  OUTPUT_KINDS,
  outputsOf,
  sharedFolder,
  type Output,
} from "../src/eval/index.ts";
import { resource } from "../src/resources.ts";

/** Documents that are annotated at once. */
const BATCH = 64;

interface Drawn extends Output {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly quote: string;
}

function coded(shared: string): ReadonlySet<string> {
  const folders = [resource("test", "blind"), resource("training", "coded")];
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file))).filter((file) => file.endsWith(".jsonl"));
  const seen = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^\{"id":"([^"]+)"/gm)].map(([, id = ""]) => id));
  return new Set([...seen, ...GOLD_SETS.flatMap((set) => loadGold(shared, set).map(({ id }) => id))]);
}

async function draw(documents: number, seed: number): Promise<Drawn[]> {
  const shared = sharedFolder(process.env);
  const known = coded(shared);
  const chosen = sample(
    [...newsItems(shared).values()].filter(({ id }) => !known.has(id)),
    documents,
    seed,
  );
  const [annotate, read] = [await openAnnotator(), await openReader()];
  const drawn: Drawn[] = [];
  for (let i = 0; i < chosen.length; i += BATCH) {
    const batch = chosen.slice(i, i + BATCH);
    const found = await annotate(batch);
    const readings = await read(batch.map((item) => ({ ...item, claims: [] })));
    batch.forEach(({ id, date, text }, at) => {
      const [one, reading] = [found[at], readings[at]];
      const outputs = [...(one ? outputsOf(one) : []), ...(reading ? claimOutputs(reading) : [])];
      drawn.push(...outputs.map((output) => ({ ...output, id, date, text, quote: text.slice(output.start, output.end) })));
    });
    process.stderr.write(`\r${Math.min(i + BATCH, chosen.length)} of ${chosen.length} items`);
  }
  process.stderr.write("\n");
  return drawn;
}

function countOf(text: string | undefined, usual: number): number {
  const count = Number(text ?? usual);
  if (Number.isInteger(count) && count > 0) return count;
  throw new PactaError("PACTA_USAGE", `${text} is no count`, "Give a whole number from 1 up");
}

async function main(): Promise<void> {
  const options = { documents: { type: "string" }, each: { type: "string" }, seed: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined) throw new PactaError("PACTA_USAGE", "no folder is named", "Name a folder outside the checkout");
  const seed = countOf(values.seed, 1);
  const drawn = await draw(countOf(values.documents, 4000), seed);
  mkdirSync(folder, { recursive: true });
  for (const kind of OUTPUT_KINDS) {
    const of = drawn.filter((output) => output.kind === kind);
    const lines = sample(of, countOf(values.each, 100), seed).map(({ id, date, start, end, quote, read, text }) =>
      JSON.stringify({ kind, id, date, start, end, quote, read, text }),
    );
    writeFileSync(join(folder, `${kind}.jsonl`), `${lines.join("\n")}\n`);
    process.stdout.write(`${kind}: ${lines.length} of ${of.length}\n`);
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
