// A thread that is watched: what takes a file apart with tools that are not ours may never end, or eat all memory, and is
// then ended without the rest of the program.
import { on, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";

/** What a thread may cost. */
export interface ThreadLimits {
  /** Milliseconds without a message from it. */
  readonly pause: number;
  /** Milliseconds in all. */
  readonly whole: number;
  /** Bytes that it holds. */
  readonly memory: number;
}

/** How a thread ended: by what `take` made of a message, by a limit, or by itself (with what it threw, if it did). */
export type Ending<End> =
  | { readonly kind: "taken"; readonly end: End }
  | { readonly kind: "time" }
  | { readonly kind: "memory" }
  | { readonly kind: "broken"; readonly thrown?: unknown };

const MEBIBYTE = 1024 * 1024;

/** Milliseconds between two looks at the thread. */
const WATCH = 10;

/** Runs the module at `entry` with `data` in a thread until `take` gives an end for one of its messages. Never rejects. */
export async function runThread<End>(
  entry: URL,
  data: unknown,
  limits: ThreadLimits,
  take: (message: unknown) => { readonly end: End } | undefined,
  handed: readonly ArrayBuffer[] = [],
): Promise<Ending<End>> {
  const worker = new Worker(entry, {
    workerData: data,
    transferList: [...handed],
    // Beyond what is looked for below: near its own limit a heap does little but collect, and time is lost.
    resourceLimits: { maxOldGenerationSizeMb: (1.5 * limits.memory) / MEBIBYTE, maxYoungGenerationSizeMb: 32 },
  });
  const over = new AbortController();
  const heard = { last: performance.now() };
  // Whichever comes first ends it; what the others then say is of no interest.
  const ends = [received(worker, take, heard, over.signal), exited(worker), watched(worker, heard, limits, over.signal)];
  const ending = await Promise.race(ends).catch((thrown: unknown): Ending<End> => ({ ...crashed(thrown) }));
  over.abort();
  await worker.terminate();
  return ending;
}

async function received<End>(
  worker: Worker,
  take: (message: unknown) => { readonly end: End } | undefined,
  heard: { last: number },
  signal: AbortSignal,
): Promise<Ending<End>> {
  for await (const [message] of on(worker, "message", { signal }) as AsyncIterable<[unknown]>) {
    heard.last = performance.now();
    const taken = take(message);
    if (taken !== undefined) return { kind: "taken", end: taken.end };
  }
  return { kind: "broken" };
}

/** The thread's own end, after the last of its messages was taken: they come before it, and are looked at by turns. */
async function exited(worker: Worker): Promise<{ readonly kind: "broken" }> {
  await once(worker, "exit");
  await setTimeout(WATCH);
  return { kind: "broken" };
}

function crashed(thrown: unknown): { readonly kind: "memory" } | { readonly kind: "broken"; readonly thrown: unknown } {
  const memory = thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";
  return memory ? { kind: "memory" } : { kind: "broken", thrown };
}

/** Looks at the thread again and again, until it takes too long or too much; also while the thread is at work. */
async function watched(
  worker: Worker,
  heard: { readonly last: number },
  limits: ThreadLimits,
  signal: AbortSignal,
): Promise<{ readonly kind: "time" | "memory" }> {
  const began = performance.now();
  const memory = gauge(worker);
  for (;;) {
    await setTimeout(WATCH, undefined, { signal });
    const now = performance.now();
    if (now - heard.last > limits.pause || now - began > limits.whole) return { kind: "time" };
    if (memory() > limits.memory) return { kind: "memory" };
  }
}

/** What the thread held when it was last asked; asks again. A thread that is slow to answer holds nobody up. */
function gauge(worker: Worker): () => number {
  let [bytes, asked] = [0, false];
  const ask = async (): Promise<void> => {
    asked = true;
    bytes = await held(worker).catch(() => 0);
    asked = false;
  };
  return () => {
    if (!asked) void ask();
    return bytes;
  };
}

/** Bytes of the thread's heap and of what hangs on it, also while it is at work. */
async function held(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: external } = await worker.getHeapStatistics();
  return heap + external;
}
