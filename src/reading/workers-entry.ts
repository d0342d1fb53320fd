// The file that a worker thread starts with: the reader of this package, opened as the pool was told.
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { ReaderOptions } from "./reader.ts";
import { serve } from "./workers-thread.ts";
import type { Answer } from "./workers-wire.ts";

/** What the pool hands to a thread as `workerData`. */
export interface WorkerSetup {
  readonly reader: ReaderOptions;
}

const { reader } = workerData as WorkerSetup;

await serve(async () => {
  await loadRuntime();
  return (await import("./reader.ts")).createReader(reader);
});

/** Loads ONNX Runtime and waits until the anchor has taken it over. Why it cannot be loaded is told when the model is opened. */
async function loadRuntime(): Promise<void> {
  await import("onnxruntime-node").catch(() => undefined);
  parentPort?.postMessage({ kind: "loaded" } satisfies Answer);
  if (parentPort !== null) await once(parentPort, "message");
}
