// A pool of worker processes, each with a reader of its own: whole documents go in and readings come back in the order
// given. One batch on several cores leaves them idle while the rest of a document is read; a document a core does not.
import { extname } from "node:path";
import type { Document } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { Analysis } from "../language/index.ts";
import type { PassCount, Reader, ReaderOptions } from "./reader.ts";
import type { WorkerSetup } from "./workers-entry.ts";
import { createPool } from "./workers-pool.ts";
import type { Pool } from "./workers-pool.ts";
import { startWorker } from "./workers-start.ts";
import type { Worker } from "./workers-start.ts";
import type { Answers, Task } from "./workers-wire.ts";

/** A worker is given at most so many documents at once, and no more after so many characters. */
const BATCH = { documents: 128, characters: 64 * 1024 };

/**
 * Opens a reader of `size` workers. The first is opened now, so that what is wrong with the model or the knowledge is
 * thrown here; the others are when there is work for them.
 * A batch whose worker ends is `PACTA_READER_DIED`; reading after `close` is `PACTA_READER_CLOSED`.
 */
export async function openWorkers(size: number, options: ReaderOptions = {}): Promise<Reader> {
  const entry = new URL(`./workers-entry${extname(import.meta.url)}`, import.meta.url);
  const setup: WorkerSetup = { reader: { ...options, threads: options.threads ?? 1 } };
  return poolReader(size, () => startWorker(entry, JSON.stringify(setup)));
}

/** The reader over workers of any kind: `start` makes one that serves (workers-serve.ts). Throws as `openWorkers` does. */
export async function poolReader(size: number, start: () => Worker): Promise<Reader> {
  if (!Number.isInteger(size) || size < 1) {
    throw new PactaError("PACTA_USAGE_VALUE", `${size} is no number of workers`, "Give a whole number from 1 up");
  }
  const pool = createPool(size, start);
  const version = await pool.opened;
  const passed: PassCount = { seen: 0, analysed: 0 };
  const ask = <T extends Task>(task: T, documents: readonly Document[]): Promise<Answers[T]> => run(pool, passed, task, documents);
  return {
    version,
    passed,
    parallel: size,
    memory: pool.memory,
    read: (documents) => ask("read", documents),
    analyse: async (documents) => (await ask("analyse", documents)).map((one, i) => ({ ...one, document: documents[i] ?? one.document })),
    annotate: async (documents) => (await ask("annotate", documents)).map((one, i) => withDocument(one, documents[i])),
    explain: async (documents) => (await ask("explain", documents)).map((one, i) => withDocument(one, documents[i])),
    close: pool.close,
  };
}

/** The document that was handed in, in the place of its copy. */
function withDocument<T extends { readonly analysis: Analysis }>(one: T, document: Document | undefined): T {
  return { ...one, analysis: { ...one.analysis, document: document ?? one.analysis.document } };
}

async function run<T extends Task>(pool: Pool, passed: PassCount, task: T, documents: readonly Document[]): Promise<Answers[T]> {
  const done = await Promise.all(parted(documents).map((some) => pool.submit({ task, documents: some })));
  for (const { passed: more } of done) {
    passed.seen += more.seen;
    passed.analysed += more.analysed;
  }
  return done.flatMap(({ result }): Answers[Task][number][] => result) as Answers[T];
}

/** Runs of documents that are each as much as one worker should be given at once. */
function parted(documents: readonly Document[]): Document[][] {
  const parts: Document[][] = [];
  let characters = 0;
  for (const document of documents) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= BATCH.documents || characters >= BATCH.characters) {
      parts.push([document]);
      characters = document.text.length;
    } else {
      last.push(document);
      characters += document.text.length;
    }
  }
  return parts;
}
