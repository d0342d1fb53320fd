// Opens the reader without making everyone who only needs the claim's schema load the model's code.
import type { Reader, ReaderOptions } from "./reader.ts";
import { workersHere } from "./workers-count.ts";

/** How to open a reader; everything has a default. */
export interface OpenReaderOptions extends ReaderOptions {
  /**
   * How many processes read documents, each with a model of its own: 1 reads in this thread (the default), `auto` takes as
   * many as there are cores and as memory allows. With more than one, `threads` (of each model) is 1 unless given.
   */
  readonly workers?: number | "auto";
}

/**
 * Opens the reader; the model is read from disk now. Readings are the same whatever the number of workers.
 * Throws `PACTA_MODEL_*` and `PACTA_KNOWLEDGE_*`.
 */
export async function openReader({ workers = 1, ...options }: OpenReaderOptions = {}): Promise<Reader> {
  const count = workers === "auto" ? workersHere(options.threads) : workers;
  if (count > 1) return (await import("./workers.ts")).openWorkers(count, options);
  return (await import("./reader.ts")).createReader(options);
}
