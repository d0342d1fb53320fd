// Scripts tell by these numbers what happened.
import { expect, test } from "vitest";
import { PactaError } from "../error.ts";
import type { ErrorCode } from "../error.ts";
import { EXIT, EXIT_MEANINGS, exitOf } from "./exit.ts";

const exit = (code: ErrorCode): number => exitOf(new PactaError(code, "", ""));

test("usage, a ledger that does not verify, our own defects and the rest have exit codes of their own", () => {
  expect(exit("PACTA_USAGE_DAY")).toBe(2);
  expect([exit("PACTA_LEDGER_BROKEN"), exit("PACTA_LEDGER_CUT"), exit("PACTA_QUOTE_MISMATCH")]).toEqual([3, 3, 3]);
  expect(exit("PACTA_INTERNAL")).toBe(70);
  expect([exit("PACTA_LEDGER_MISSING"), exit("PACTA_MODEL_MISSING"), exit("PACTA_DEAL_UNKNOWN")]).toEqual([1, 1, 1]);
});

test("the help tells the meaning of every exit code", () => {
  expect(EXIT_MEANINGS.map(([code]) => code)).toEqual(Object.values(EXIT));
});
