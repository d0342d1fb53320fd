// A worker's side of the pool: it opens a reader, then works on one order after the other. Whatever goes wrong with an
// order is its answer, so that only what ends the thread itself ends the worker.
import { parentPort } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import type { Reader } from "./reader.ts";
import { partsOf } from "./workers-wire.ts";
import type { Answer, Order } from "./workers-wire.ts";

/** What a worker needs of a reader. */
export type Served = Pick<Reader, "version" | "passed" | "read" | "analyse" | "annotate">;

/** Serves the pool that started this thread, until the pool ends it. Throws outside of a worker thread. */
export async function serve(open: () => Promise<Served>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("workers are started by a pool");
  const say = (answer: Answer): void => port.postMessage(answer);
  try {
    const reader = await open();
    take(port, reader, say);
    say({ kind: "opened", version: reader.version });
  } catch (thrown) {
    say({ kind: "failed", error: partsOf(thrown) });
  }
}

function take(port: MessagePort, reader: Served, say: (answer: Answer) => void): void {
  let last = Promise.resolve();
  port.on("message", (order: Order) => {
    last = last.then(() => answer(order, reader).then(say)).catch((thrown: unknown) => say({ kind: "failed", error: partsOf(thrown) }));
  });
}

async function answer({ task, documents }: Order, reader: Served): Promise<Answer> {
  const { seen, analysed } = reader.passed;
  const result = await reader[task](documents);
  return { kind: "done", result, passed: { seen: reader.passed.seen - seen, analysed: reader.passed.analysed - analysed } };
}
