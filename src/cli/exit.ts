// What the exit code of `pacta` means. Scripts depend on these numbers, so they stand in one place and in `pacta --help`.
import type { PactaError } from "../error.ts";

/**
 * `ok`: all is well. `failed`: a coded error, or some documents could not be read. `usage`: the command line is wrong.
 * `unverified`: the ledger is not what was written. `internal`: a defect of Pacta (EX_SOFTWARE of sysexits.h).
 * `unsuitable`: this Node cannot run Pacta (EX_CONFIG; given by bin/pacta.cjs). `interrupted`: ended by SIGINT or SIGTERM, with the batch in hand finished.
 */
export const EXIT = { ok: 0, failed: 1, usage: 2, unverified: 3, internal: 70, unsuitable: 78, interrupted: 130 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes for people, as the help lists them. */
export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, "all well"],
  [EXIT.failed, "an error with a code on standard error; some documents may have been read"],
  [EXIT.usage, "the command line is wrong"],
  [EXIT.unverified, "the ledger is not what was written (verify)"],
  [EXIT.internal, "a defect of Pacta"],
  [EXIT.unsuitable, "this Node cannot run Pacta, or it is not built"],
  [EXIT.interrupted, "interrupted; what was read before is in the ledger"],
];

const UNVERIFIED: ReadonlySet<string> = new Set(["PACTA_LEDGER_BROKEN", "PACTA_LEDGER_CUT", "PACTA_QUOTE_MISMATCH", "PACTA_SPAN_OUTSIDE"]);

/** The exit code for an error that ends a command. */
export function exitOf({ code }: PactaError): ExitCode {
  if (code === "PACTA_INTERNAL") return EXIT.internal;
  if (code.startsWith("PACTA_USAGE")) return EXIT.usage;
  return UNVERIFIED.has(code) ? EXIT.unverified : EXIT.failed;
}
