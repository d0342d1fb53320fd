// A pool of worker threads, each with a reader of its own: whole documents go in and readings come back in the order
// given. One batch on several cores leaves them idle while the rest of a document is read; a document a core does not.
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Document } from "../document/index.ts";
import { PactaError } from "../error.ts";
import type { PassCount, Reader, ReaderOptions } from "./reader.ts";
import type { WorkerSetup } from "./workers-entry.ts";
import { createPool } from "./workers-pool.ts";
import type { Pool } from "./workers-pool.ts";
import type { Answers, Task } from "./workers-wire.ts";

/** A worker is given at most so many documents at once, and no more after so many characters. */
const BATCH = { documents: 64, characters: 64 * 1024 };

/** Mebibytes that a worker's objects may take: a small nursery costs no speed here and keeps the process small. */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/**
 * Opens a reader of `size` workers. The first is opened now, so that what is wrong with the model or the knowledge is
 * thrown here; the others are when there is work for them.
 * A document whose worker dies is `PACTA_READER_DIED`, and reading after `close` is `PACTA_READER_CLOSED`.
 */
export async function openWorkers(size: number, options: ReaderOptions = {}): Promise<Reader> {
  const entry = new URL(`./workers-entry${extname(import.meta.url)}`, import.meta.url);
  const setup: WorkerSetup = { reader: { ...options, threads: options.threads ?? 1 } };
  return poolReader(size, () => new Worker(entry, { workerData: setup, resourceLimits: LIMITS }));
}

/** The reader over workers of any kind: `start` makes a thread that serves (workers-thread.ts). */
export async function poolReader(size: number, start: () => Worker): Promise<Reader> {
  if (!Number.isInteger(size) || size < 1) {
    throw new PactaError("PACTA_USAGE_VALUE", `${size} is no number of workers`, "Give a whole number from 1 up");
  }
  const passed: PassCount = { seen: 0, analysed: 0 };
  const pool = createPool(size, start, (more) => {
    passed.seen += more.seen;
    passed.analysed += more.analysed;
  });
  const version = await pool.opened;
  const analyse = async (documents: readonly Document[]) => (await run(pool, "analyse", documents)).map((one, i) => ({ ...one, ...own(documents, i) }));
  const annotate = async (documents: readonly Document[]) =>
    (await run(pool, "annotate", documents)).map((one, i) => ({ ...one, analysis: { ...one.analysis, ...own(documents, i) } }));
  return { version, passed, parallel: size, analyse, annotate, read: (documents) => run(pool, "read", documents), close: pool.close };
}

/** The caller's own document in place of the copy that a worker had of it. */
function own(documents: readonly Document[], at: number): { readonly document?: never } | { readonly document: Document } {
  const document = documents[at];
  return document === undefined ? {} : { document };
}

async function run<T extends Task>(pool: Pool, task: T, documents: readonly Document[]): Promise<Answers[T]> {
  const parts = await Promise.all(parted(documents).map((some) => pool.submit({ task, documents: some })));
  return parts.flat() as Answers[T];
}

/** Runs of documents that are each as much as one worker should be given at once. */
function parted(documents: readonly Document[]): Document[][] {
  const parts: Document[][] = [];
  let characters = Infinity;
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
