// Measured processes: run to the end for what they print, or watched for their first word.
import { spawn } from "node:child_process";
import { PactaError } from "../../src/error.ts";
import type { Command } from "./cores.ts";

interface Ended {
  readonly out: string;
  /** Milliseconds from the start of the process to the first that it printed. */
  readonly first: number;
}

/** Runs a command to its end. Throws `PACTA_BENCH_FAILED` with the last that it said where it fails or prints nothing. */
export async function runToEnd([program, ...words]: Command): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  const began = performance.now();
  let [out, err, first] = ["", "", Number.NaN];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (out === "") first = performance.now() - began;
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err = (err + text).slice(-2000)));
  const failed = (what: string): void =>
    reject(new PactaError("PACTA_BENCH_FAILED", what, "Run it by hand to see more", { source: words.join(" ") }));
  child.on("error", (error) => failed(`${program} cannot be started: ${error.message}`));
  child.on("close", (code) => (code === 0 && out !== "" ? resolve({ out, first }) : failed(`${program} ended with ${code}: ${err.trim()}`)));
  return promise;
}
