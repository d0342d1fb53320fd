// A question to a thread that has one answer, and the thread's side of it. Coded errors come over as they were.
import { parentPort, workerData } from "node:worker_threads";
import { PactaError, toPactaError } from "../../error.ts";
import type { ErrorCode, Place } from "../../error.ts";
import { runThread } from "./run.ts";
import type { ThreadLimits } from "./run.ts";

type Answer<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly code: ErrorCode; readonly what: string; readonly remedy: string; readonly place: Place };

/** What the module at `entry` answers (by `answer`) to `data`. Throws the errors of its work, and `beyond` for one that takes too long or too much. */
export async function ask<Value>(entry: URL, data: unknown, limits: ThreadLimits, beyond: (why: string) => PactaError): Promise<Value> {
  const ending = await runThread(entry, data, limits, (message) => ({ end: message as Answer<Value> }));
  if (ending.kind === "time") throw beyond("it takes too long");
  if (ending.kind === "memory") throw beyond("it takes too much memory");
  if (ending.kind === "broken") throw beyond("reading it ended in the middle");
  if (ending.end.kind === "value") return ending.end.value;
  const { code, what, remedy, place } = ending.end;
  throw new PactaError(code, what, remedy, place);
}

/** In a thread: answers with what `work` makes of the data that the thread was given. */
export async function answer(work: (data: unknown) => unknown): Promise<void> {
  tell(await answered(work));
}

async function answered(work: (data: unknown) => unknown): Promise<Answer<unknown>> {
  try {
    return { kind: "value", value: await work(workerData) };
  } catch (thrown) {
    const { code, message: what, remedy, place } = toPactaError(thrown);
    return { kind: "error", code, what, remedy, place };
  }
}

/** In a thread: says something to the process that started it. */
export function tell(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}
