// What a pool and its workers say to each other. An error loses its class on the way between processes, so it travels as
// its parts and is made again on arrival.
import type { Document } from "../document/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import type { ErrorCode, Place } from "../error.ts";
import type { Analysis } from "../language/index.ts";
import type { Reading } from "./claim.ts";
import type { Explanation } from "./explain.ts";
import type { AnnotatedDocument, PassCount } from "./reader.ts";

/** What a worker can be asked for, and what it gives: one for each document, in their order. */
export interface Answers {
  readonly read: Reading[];
  readonly analyse: Analysis[];
  readonly annotate: AnnotatedDocument[];
  readonly explain: Explanation[];
}

/** What a worker can be asked for. */
export type Task = keyof Answers;

/** To a worker. It works on one order after the other and answers each once. */
export interface Order {
  readonly task: Task;
  readonly documents: readonly Document[];
}

/** From a worker: at first `opened` or `failed`, then one of `done` and `failed` for each order. `memory` is what the worker takes now, in bytes. */
export type Answer =
  | { readonly kind: "opened"; readonly version: string }
  | { readonly kind: "done"; readonly result: Answers[Task]; readonly passed: PassCount; readonly memory: number }
  | { readonly kind: "failed"; readonly error: ErrorParts };

/** A PactaError between processes. */
export interface ErrorParts {
  readonly code: ErrorCode;
  readonly what: string;
  readonly remedy: string;
  readonly place: Place;
  /** The trace of what was thrown at first, for reports of defects. */
  readonly trace?: string;
}

/** Takes anything thrown apart. */
export function partsOf(thrown: unknown): ErrorParts {
  const { code, message, remedy, place, cause, stack } = toPactaError(thrown);
  const trace = cause instanceof Error ? cause.stack : stack;
  return { code, what: message, remedy, place, ...(trace === undefined ? {} : { trace }) };
}

/** Makes the error again, with the trace of the other process as its cause. */
export function errorOf({ code, what, remedy, place, trace }: ErrorParts): PactaError {
  return new PactaError(code, what, remedy, place, trace);
}
