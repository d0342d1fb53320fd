// Outcomes in batches: large enough to fill the model's, small enough that little is lost when the process is killed.
import type { Outcome } from "../document/index.ts";

/** A batch is full at so many outcomes, or so many characters of text; with `wait`, also when no other has come for so many milliseconds. */
export interface BatchLimits {
  readonly documents: number;
  readonly characters: number;
  readonly wait?: number;
}

/** What fills the model's batches. */
const FULL: BatchLimits = { documents: 256, characters: 64 * 1024 };

/** Batches in the order of the outcomes, of what fills the model's where no limit is given. Once `stop` is aborted none follows, even while the next outcome is awaited. */
export async function* batchesOf(
  outcomes: AsyncIterable<Outcome>,
  given: Partial<BatchLimits> = {},
  stop?: AbortSignal,
): AsyncGenerator<readonly Outcome[]> {
  const limits = { ...FULL, ...given };
  const iterator = outcomes[Symbol.asyncIterator]();
  let batch: Outcome[] = [];
  let characters = 0;
  let pending: Promise<IteratorResult<Outcome>> | undefined;
  try {
    for (;;) {
      pending ??= seen(iterator.next());
      const next = await nextUnless(stop, pending, batch.length === 0 ? undefined : limits.wait);
      if (next === STOPPED || stop?.aborted === true) return;
      if (next === LATE) {
        yield batch;
        [batch, characters] = [[], 0];
        continue;
      }
      pending = undefined;
      if (next.done === true) break;
      batch.push(next.value);
      if (next.value.kind === "document") characters += next.value.document.text.length;
      if (batch.length < limits.documents && characters < limits.characters) continue;
      yield batch;
      [batch, characters] = [[], 0];
    }
    if (batch.length > 0) yield batch;
  } finally {
    // Not awaited: a pipe that gives nothing more would hold up the end.
    iterator.return?.().catch(() => undefined);
  }
}

const STOPPED = Symbol("stopped");
const LATE = Symbol("late");

/**
 * The next result, `STOPPED` as soon as the signal is aborted, or `LATE` after `wait` milliseconds. The listener is taken off
 * again: there is one for each outcome.
 */
async function nextUnless<T>(stop: AbortSignal | undefined, next: Promise<T>, wait: number | undefined): Promise<T | typeof STOPPED | typeof LATE> {
  if (stop?.aborted === true) return STOPPED;
  const { promise, resolve } = Promise.withResolvers<typeof STOPPED | typeof LATE>();
  const listener = (): void => resolve(STOPPED);
  stop?.addEventListener("abort", listener);
  const timer = wait === undefined ? undefined : setTimeout(() => resolve(LATE), wait);
  try {
    return await Promise.race([next, promise]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", listener);
  }
}

/** Two batches a worker: one that it works on, and one so that it never waits. In this thread one is read when it is asked for. */
export function aheadOf({ parallel = 1 }: { readonly parallel?: number }): number {
  return parallel === 1 ? 1 : 2 * parallel;
}

const READ = Symbol("read");

/** What values weigh, and the weight of those in hand with which no other is taken. */
export interface Load<T> {
  readonly of: (value: T) => number;
  readonly most: number;
}

/**
 * Works on up to `count` values at once and gives the results in the order of the values, each as soon as those before it
 * are given, also while the next value is awaited. A value is taken only when there is room for it.
 */
export async function* ahead<T, Result>(
  values: AsyncIterable<T> | Iterable<T>,
  work: (value: T) => Promise<Result>,
  count: number,
  load: Load<T> = { of: () => 0, most: 1 },
): AsyncGenerator<Result> {
  const iterator = Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : eachOf(values);
  const begun: { readonly result: Promise<Result>; readonly weight: number }[] = [];
  const hasRoom = (): boolean => begun.length < count && begun.reduce((sum, { weight }) => sum + weight, 0) < load.most;
  let next: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (!ended && hasRoom()) {
        next ??= iterator.next();
        const first = await Promise.race([next, ...begun.slice(0, 1).map(({ result }) => result.then((): typeof READ => READ))]);
        if (first !== READ) {
          next = undefined;
          if (first.done === true) ended = true;
          else begun.push({ result: seen(work(first.value)), weight: load.of(first.value) });
          continue;
        }
      }
      const oldest = begun.shift();
      if (oldest === undefined) return;
      yield await oldest.result;
    }
  } finally {
    iterator.return?.().catch(() => undefined);
  }
}

async function* eachOf<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

/** The same promise, whose rejection is heard when its turn comes. */
function seen<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
