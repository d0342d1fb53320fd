// How long a thread has worked. Its own processor time counts, where Node tells it: a machine that is busy with other things must
// not cost a page. Time in which this process itself was held up is not the thread's either.
import type { Worker } from "node:worker_threads";

/** A watch on one piece of work. */
export interface Stopwatch {
  readonly stop: () => void;
}

/** Milliseconds between two looks. */
const LOOK = 20;

/** How much longer than its processor time a piece of work may take, since it waits for its core. */
const PATIENCE = 8;

/** Calls `late` once when the thread has worked for `limit` milliseconds from now, unless it is stopped before. */
export function stopwatch(worker: Worker, limit: number, late: () => void): Stopwatch {
  const processor = processorOf(worker);
  let [last, passed] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    passed += Math.min(now - last, 2 * LOOK);
    last = now;
    const worked = processor();
    if ((worked ?? passed) <= limit && passed <= PATIENCE * limit) return;
    clearInterval(timer);
    late();
  }, LOOK);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Milliseconds of processor time since now, as the thread was last heard to say; undefined where it does not. */
function processorOf(worker: Worker): () => number | undefined {
  if (!("cpuUsage" in worker)) return () => undefined;
  let [begun, used, asked]: [number | undefined, number, boolean] = [undefined, 0, false];
  const ask = async (): Promise<void> => {
    asked = true;
    try {
      const { user, system } = await worker.cpuUsage();
      begun ??= (user + system) / 1000;
      used = (user + system) / 1000 - begun;
    } catch {
      // A thread that has not begun yet tells nothing, nor does one that has ended: the watch is stopped then.
    } finally {
      asked = false;
    }
  };
  void ask();
  return () => {
    if (!asked) void ask();
    return used;
  };
}
