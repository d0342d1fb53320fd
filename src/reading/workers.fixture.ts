// A worker for tests: a reader that costs nothing and does what the words of a document say ("exit", "memory", "refuse",
// "slow"). Everything else it abstains from, as a whole.
import { setTimeout } from "node:timers/promises";
import type { Document } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Reading } from "./claim.ts";
import type { PassCount } from "./reader.ts";
import { serve } from "./workers-serve.ts";
import { startWorker } from "./workers-start.ts";
import type { Worker } from "./workers-start.ts";

/** What a test worker is told: its version, or how it ends before it opens. */
export interface TestSetup {
  readonly version?: string;
  readonly opening?: "refuse" | "exit";
}

/** Starts a test worker, with 32 MB for its objects. */
export function testWorker(setup: TestSetup = {}): Worker {
  return startWorker(new URL(import.meta.url), JSON.stringify(setup), 32);
}

const passed: PassCount = { seen: 0, analysed: 0 };

async function readOne({ id, text }: Document): Promise<Reading> {
  if (text.includes("exit")) process.exit(9);
  if (text.includes("refuse")) throw new PactaError("PACTA_TEST_REFUSED", "it was refused", "Ask for less", { source: id, line: 7 });
  if (text.includes("memory")) Array.from({ length: 1e7 }, (_, i) => [i, String(i)]);
  if (text.includes("slow")) await setTimeout(20);
  passed.seen += 1;
  return { id, claims: [], abstained: [{ reason: "test", start: 0, end: text.length, quote: text }] };
}

async function readAll(documents: readonly Document[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const document of documents) readings.push(await readOne(document));
  return readings;
}

async function open({ version = "test", opening }: TestSetup) {
  if (opening === "exit") process.exit(9);
  if (opening === "refuse") throw new PactaError("PACTA_MODEL_MISSING", "no model", "Bring one", { source: "model.json" });
  const notAsked = (): never => {
    throw new Error("tests do not ask for it");
  };
  return { version, passed, read: readAll, analyse: notAsked, annotate: notAsked, explain: notAsked };
}

if (import.meta.main) await serve(() => open(JSON.parse(process.argv[2] ?? "{}") as TestSetup));
