// What goes wrong, as an assistant is told it: a code, what happened and what to do.
import { toPactaError } from "../error.ts";
import type { PactaError } from "../error.ts";
import { short, shown } from "./parts/index.ts";

const LONGEST = 2000;

/** One line: `PACTA_X: what (place). Remedy.` What it quotes may come from anywhere. */
export function troubleText(error: PactaError): string {
  return short(shown(error.toString()), LONGEST);
}

/** Anything thrown as the coded error that it is; a defect's own words are for the log, not for the assistant. */
export function troubleOf(thrown: unknown, log: (line: string) => void): PactaError {
  const error = toPactaError(thrown);
  if (error.code === "PACTA_INTERNAL") log(`${troubleText(error)}\n${thrown instanceof Error ? (thrown.stack ?? "") : ""}`);
  return error;
}
