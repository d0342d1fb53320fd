// The part that runs every recogniser over all of the Current Events corpus in one run: how many items a second on all
// cores, in how much memory, and how much of each kind is found. Nothing is skipped: each sentence goes through the model.
import { availableParallelism } from "node:os";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import type { Section } from "../src/eval/index.ts";
import { memoryTaken } from "../src/memory.ts";
import { openReader, type AnnotatedDocument } from "../src/reading/index.ts";
import { corpusLines } from "./corpus.ts";
import type { Bench, Part } from "./part.ts";

/** Documents that are handed to the reader at once. */
const BATCH = 64;
const SMALL = 500;

/** What a run came to. */
interface Sums {
  documents: number;
  sentences: number;
  readonly found: Record<Kind, number>;
  peak: number;
}

const KINDS = ["parties", "references", "items", "money", "times", "sources"] as const;
type Kind = (typeof KINDS)[number];

function countInto(sums: Sums, { analysis, annotations, references, sources }: AnnotatedDocument): void {
  sums.documents += 1;
  sums.sentences += analysis.sentences.length;
  const lists: Readonly<Record<Kind, readonly unknown[]>> = { ...annotations, references, sources };
  for (const kind of KINDS) sums.found[kind] += lists[kind].length;
}

async function run({ shared, small, print }: Bench): Promise<Section> {
  const lines = corpusLines(shared, small ? SMALL : undefined);
  const [setting, reader] = [loadDocumentSetting(), await openReader({ threads: 1, workers: availableParallelism() })];
  const sums: Sums = { documents: 0, sentences: 0, found: { parties: 0, references: 0, items: 0, money: 0, times: 0, sources: 0 }, peak: 0 };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < lines.length) {
      const batch = lines.slice(next, (next += BATCH)).map((line) => recordDocument(JSON.parse(line), setting));
      for (const one of await reader.annotate(batch)) countInto(sums, one);
      sums.peak = Math.max(sums.peak, memoryTaken() + reader.memory());
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: reader.parallel }, lane));
  const seconds = (performance.now() - began) / 1000;
  await reader.close();
  const body = `## All of Current Events through the recognisers

Printed by \`npm run bench -- annotating\`: every sentence of ${figure(sums.documents)} of ${figure(lines.length)} items (${figure(sums.sentences)} sentences)
with ${reader.parallel} workers in ${figure(Math.round(seconds))} s, ${(sums.documents / seconds).toFixed(0)} items a second, at most ${Math.round(sums.peak / 1e6)} MB with the workers'.
Found: ${KINDS.map((kind) => `${figure(sums.found[kind])} ${kind}`).join(", ")}.`;
  print(body);
  return { name: "bench-annotating", body };
}

function figure(value: number): string {
  return value.toLocaleString("en");
}

/** `npm run bench -- annotating`. */
export const annotating: Part = { what: "all of Current Events through the recognisers in one run: rate, memory, counts", run };
