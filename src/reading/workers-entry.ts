// The program that a worker process runs: the reader of this package, opened as the pool says in its one argument.
import type { ReaderOptions } from "./reader.ts";
import { serve } from "./workers-serve.ts";

/** What the pool says, as JSON. */
export interface WorkerSetup {
  readonly reader: ReaderOptions;
}

const { reader } = JSON.parse(process.argv[2] ?? "{}") as WorkerSetup;
await serve(async () => (await import("./reader.ts")).createReader(reader));
