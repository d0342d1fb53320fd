// An error with what is known of the answer behind it, on its way to becoming a value.
import type { PactaError } from "../../error.ts";

/** Thrown inside fetch/ alone: the coded error, the last answer's status, and the rest that it asked for in milliseconds. */
export class Refused extends Error {
  readonly error: PactaError;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(error: PactaError, status?: number, retryAfter?: number) {
    super(error.message);
    this.name = "Refused";
    this.error = error;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
