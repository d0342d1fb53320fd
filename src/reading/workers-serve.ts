// A worker's side of the pool: it opens a reader, then works on one order after the other. Whatever goes wrong with an
// order is its answer, so that only what ends the process itself ends the worker.
import { memoryTaken } from "../memory.ts";
import type { Reader } from "./reader.ts";
import { partsOf } from "./workers-wire.ts";
import type { Answer, Order } from "./workers-wire.ts";

/** What a worker needs of a reader. */
export type Served = Pick<Reader, "version" | "passed" | "read" | "analyse" | "annotate" | "explain">;

/** Serves the pool that started this process, and ends with it. A signal to the whole group is for the pool, which finishes what is in hand. */
export async function serve(open: () => Promise<Served>): Promise<void> {
  process.on("disconnect", () => process.exit());
  process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
  try {
    const reader = await open();
    take(reader);
    say({ kind: "opened", version: reader.version });
  } catch (thrown) {
    say({ kind: "failed", error: partsOf(thrown) });
  }
}

function say(answer: Answer): void {
  process.send?.(answer);
}

function take(reader: Served): void {
  let last = Promise.resolve();
  process.on("message", (order: Order) => {
    last = last.then(() => answer(order, reader).then(say)).catch((thrown: unknown) => say({ kind: "failed", error: partsOf(thrown) }));
  });
}

async function answer({ task, documents }: Order, reader: Served): Promise<Answer> {
  const { seen, analysed } = reader.passed;
  const result = await reader[task](documents);
  const passed = { seen: reader.passed.seen - seen, analysed: reader.passed.analysed - analysed };
  return { kind: "done", result, passed, memory: memoryTaken() };
}
