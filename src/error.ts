// The one error type: a code that docs/errors.md lists, where it happened, and what to do about it.
// There is no central table of codes: each part names its own where it throws, and a test holds docs/errors.md complete.

/** A code is `PACTA_` and upper-case words, e.g. `PACTA_INPUT_EMPTY`. */
export type ErrorCode = `PACTA_${string}`;

/** Where something went wrong: a file or document id, and a line, entry or offset in it when known. */
export interface Place {
  readonly source?: string;
  readonly line?: number;
  readonly offset?: number;
}

/** An error that a user can act on. `what` says what happened, `remedy` what to do. */
export class PactaError extends Error {
  readonly code: ErrorCode;
  readonly place: Place;
  readonly remedy: string;

  constructor(code: ErrorCode, what: string, remedy: string, place: Place = {}, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = "PactaError";
    this.code = code;
    this.place = place;
    this.remedy = remedy;
  }

  /** One line for people: `PACTA_X: what (report.txt:7). Remedy.` */
  override toString(): string {
    const line = this.place.line === undefined ? "" : `:${this.place.line}`;
    const where = this.place.source === undefined ? "" : ` (${this.place.source}${line})`;
    return `${this.code}: ${this.message}${where}. ${this.remedy}`;
  }
}

/** Turns anything thrown into a PactaError, keeping one that already is; `PACTA_INTERNAL` marks our own bugs. */
export function toPactaError(thrown: unknown, place: Place = {}): PactaError {
  if (thrown instanceof PactaError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new PactaError("PACTA_INTERNAL", message, "This is a defect of Pacta: please report it with the input", place, thrown);
}
