// Outputs for tests of commands that run in the test's own process: what is written to them is kept.
import type { Output } from "./output.ts";

/** Both outputs of a command, and what was written to each so far. */
export interface Sinks {
  readonly out: Output;
  readonly err: Output;
  readonly said: { out: string; err: string };
}

/** Fresh outputs, neither of them a terminal. */
export function sinks(): Sinks {
  const said = { out: "", err: "" };
  const sink = (to: "out" | "err"): Output => ({
    isTerminal: false,
    colours: false,
    columns: Number.POSITIVE_INFINITY,
    write: async (text) => void (said[to] += text),
  });
  return { out: sink("out"), err: sink("err"), said };
}
