// What a thread says to the process that started it: a value, or a coded error in the form in which it can be sent.
import { parentPort } from "node:worker_threads";
import { PactaError, toPactaError } from "../error.ts";
import type { ErrorCode, Place } from "../error.ts";

/** What became of a question. */
export type Answer<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly code: ErrorCode; readonly what: string; readonly remedy: string; readonly place: Place };

/** What work came to, its error included. */
export async function answered<Value>(work: () => Value | Promise<Value>): Promise<Answer<Value>> {
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

/** In a thread: says something to the process that started it, and gives it these buffers of what it says for good. */
export function tell(message: unknown, handed: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handed);
}
