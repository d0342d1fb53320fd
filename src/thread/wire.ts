// What a thread says to the process that started it: a value, or a coded error in the form in which it can be sent.
import { parentPort } from "node:worker_threads";
import { PactaError, toPactaError } from "../error.ts";
import type { ErrorCode, Place } from "../error.ts";

/** What became of a question. */
export type Answer<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly code: ErrorCode; readonly what: string; readonly remedy: string; readonly place: Place };

/** What work came to, its error included. */
export async function answered(work: () => unknown): Promise<Answer<unknown>> {
  try {
    return { kind: "value", value: await work() };
  } catch (thrown) {
    const { code, message: what, remedy, place } = toPactaError(thrown);
    return { kind: "error", code, what, remedy, place };
  }
}

/** The value of an answer. Throws its error. */
export function valueIn<Value>(answer: Answer<Value>): Value {
  if (answer.kind === "value") return answer.value;
  throw new PactaError(answer.code, answer.what, answer.remedy, answer.place);
}

/** In a thread: says something to the process that started it. */
export function tell(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}
