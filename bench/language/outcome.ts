// What one measured process says of itself, ours and the peer's alike: one line of JSON on standard output.
import { z } from "zod";
import { PactaError } from "../../src/error.ts";

const outcome = z.object({
  /** Seconds on the clock and of processor time, from the first text to the last result; loading and warming up are not in it. */
  seconds: z.number().positive(),
  processor: z.number().positive().optional(),
  /** The most memory that the process held, in MB (10^6 bytes). */
  memory: z.number().positive(),
  /** Words by the system's own splitting, and sentences, where it makes them for every text. */
  tokens: z.int().optional(),
  sentences: z.int().optional(),
  claims: z.int().optional(),
  /** Which build of ONNX Runtime ran, and the version of the weights. */
  backend: z.string().optional(),
  model: z.string().optional(),
});

/** One measured run. */
export type Outcome = z.infer<typeof outcome>;

/** Reads the last line that a measured process printed. Throws `PACTA_BENCH_OUTPUT` where it is no outcome. */
export function outcomeOf(printed: string, who: string): Outcome {
  const line = printed.trimEnd().split("\n").at(-1) ?? "";
  try {
    return outcome.parse(JSON.parse(line));
  } catch (cause) {
    throw new PactaError(
      "PACTA_BENCH_OUTPUT",
      `"${line.slice(0, 80)}" is no measurement`,
      "Run the command by hand to see why",
      { source: who },
      cause,
    );
  }
}
