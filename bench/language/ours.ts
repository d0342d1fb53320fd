// Our side of the comparison: one measured run as a process of its own, so that memory is its own and nothing is warm
// from the run before. Prints one line of JSON. Modules are loaded by the task that needs them: start-up is measured too.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./outcome.ts";

/** This program: `node ours.ts TASK ITEMS WARMING CORES`, with two files of items, a line of JSON each. */
export const OURS: string = fileURLToPath(import.meta.url);

/** Items that are handed on at once to each worker, as `pacta read` does. */
const BATCH = 128;

interface Work {
  readonly lines: readonly string[];
  readonly warming: readonly string[];
  readonly cores: number;
}

type Counts = Omit<Outcome, "seconds" | "processor" | "memory">;

/** Gives the warming lines to each lane at once, then measures the work over the others, so many batches at a time as there are lanes. */
async function measured({ lines, warming }: Work, lanes: number, work: (lines: readonly string[]) => Promise<Counts>): Promise<Outcome> {
  await Promise.all(Array.from({ length: lanes }, () => work(warming)));
  const [began, before] = [performance.now(), process.cpuUsage()];
  const counts = await inBatches(lines, lanes, work);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { ...counts, seconds, processor: (user + system) / 1e6, memory: (process.resourceUsage().maxRSS * 1024) / 1e6 };
}

async function inBatches(lines: readonly string[], lanes: number, work: (lines: readonly string[]) => Promise<Counts>): Promise<Counts> {
  const sums = { tokens: 0, sentences: 0, claims: 0 };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < lines.length) {
      const { tokens = 0, sentences = 0, claims = 0 } = await work(lines.slice(next, (next += BATCH)));
      sums.tokens += tokens;
      sums.sentences += sentences;
      sums.claims += claims;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return sums;
}

/** The language layer over every sentence, a thread for each core. */
async function model(work: Work): Promise<Outcome> {
  const { loadLanguage, paragraphBlocks, tokenize } = await import("../../src/language/index.ts");
  const language = await loadLanguage({ threads: work.cores });
  const outcome = await measured(work, 1, async (lines) => {
    const raw = lines.map(textOf).flatMap((text) => tokenize(text, paragraphBlocks(text), language.lexicon));
    const sentences = await language.analyse(raw);
    return { sentences: sentences.length, tokens: sentences.reduce((sum, { words }) => sum + words.length, 0) };
  });
  await language.close();
  return { ...outcome, backend: language.backend, model: language.version };
}

/** Documents to claims, the lexical pass on, no ledger; a worker for each core. */
async function read(work: Work): Promise<Outcome> {
  const [{ openReader }, { loadDocumentSetting, recordDocument }] = await Promise.all([
    import("../../src/reading/index.ts"),
    import("../../src/document/index.ts"),
  ]);
  const [reader, setting] = [await openReader({ threads: 1, workers: work.cores }), loadDocumentSetting()];
  const outcome = await measured(work, reader.parallel, async (lines) => {
    const readings = await reader.read(lines.map((line) => recordDocument(JSON.parse(line), setting)));
    return { claims: readings.reduce((sum, { claims }) => sum + claims.length, 0) };
  });
  const memory = outcome.memory + reader.memory() / 1e6;
  await reader.close();
  if (reader.parallel === 1) return { ...outcome, memory };
  // This process's own time is not that of its workers.
  const { processor: _, ...known } = outcome;
  return { ...known, memory };
}

/** The first sentence out of the language layer, from a standing start. */
async function first({ lines, cores }: Work): Promise<unknown> {
  const { loadLanguage, paragraphBlocks, tokenize } = await import("../../src/language/index.ts");
  const language = await loadLanguage({ threads: cores });
  const text = textOf(lines[0] ?? "{}");
  return language.analyse(tokenize(text, paragraphBlocks(text), language.lexicon));
}

/** The first document out of the reader, from a standing start. */
async function firstDocument({ lines, cores }: Work): Promise<unknown> {
  const [{ openReader }, { loadDocumentSetting, recordDocument }] = await Promise.all([
    import("../../src/reading/index.ts"),
    import("../../src/document/index.ts"),
  ]);
  const reader = await openReader({ threads: cores });
  return reader.read([recordDocument(JSON.parse(lines[0] ?? "{}"), loadDocumentSetting())]);
}

const TASKS = { model, read, first, "first-document": firstDocument };

/** What the program can be asked to do. */
export type Task = keyof typeof TASKS;

function textOf(line: string): string {
  const { text } = JSON.parse(line) as { readonly text: string };
  return text;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function isTask(word: string): word is Task {
  return Object.hasOwn(TASKS, word);
}

async function main([task = "", items = "", warming = "", cores = "1"]: readonly string[]): Promise<void> {
  if (!isTask(task)) throw new TypeError(`no such task: ${task}`);
  const result = await TASKS[task]({ lines: linesOf(items), warming: linesOf(warming), cores: Number(cores) });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

if (import.meta.main) await main(process.argv.slice(2));
