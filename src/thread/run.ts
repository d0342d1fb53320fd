// A thread that is watched: what takes a file apart with tools that are not ours may never end, or eat all memory, and is
// then ended without the rest of the program.
import { on, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { stopwatch } from "./stopwatch.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** What a thread may cost. */
export interface ThreadLimits {
  /** Milliseconds of work without a message from it. */
  readonly pause: number;
  /** Milliseconds of work in all. */
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
  const time = timed(worker, limits);
  // Whichever comes first ends it; what the others then say is of no interest.
  const ends = [received(worker, take, time.heard, over.signal), exited(worker), time.late, watched(worker, limits.memory, over.signal)];
  const ending = await Promise.race(ends).catch((thrown: unknown): Ending<End> => ({ ...crashed(thrown) }));
  over.abort();
  time.stop();
  await worker.terminate();
  return ending;
}

async function received<End>(
  worker: Worker,
  take: (message: unknown) => { readonly end: End } | undefined,
  heard: () => void,
  signal: AbortSignal,
): Promise<Ending<End>> {
  for await (const [message] of on(worker, "message", { signal }) as AsyncIterable<[unknown]>) {
    heard();
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

/** The watch on a thread's time. A machine that is busy with other things must not cost a file. */
function timed(worker: Worker, { pause, whole }: ThreadLimits) {
  const { promise: late, resolve } = Promise.withResolvers<{ readonly kind: "time" }>();
  const begin = (limit: number): Stopwatch => stopwatch(worker, limit, () => resolve({ kind: "time" }));
  const all = begin(whole);
  let one = begin(pause);
  const heard = (): void => {
    one.stop();
    one = begin(pause);
  };
  const stop = (): void => {
    all.stop();
    one.stop();
  };
  return { late, heard, stop };
}

/** Looks at the thread again and again, until it takes too much; also while the thread is at work. */
async function watched(worker: Worker, limit: number, signal: AbortSignal): Promise<{ readonly kind: "memory" }> {
  const memory = gauge(worker);
  for (;;) {
    await setTimeout(WATCH, undefined, { signal });
    if (memory() > limit) return { kind: "memory" };
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
