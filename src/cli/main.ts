// The command line's entry: it opens the effects and hands them on. It has no top-level await: the launcher
// (bin/pacta.cjs) loads it with require().
import { outputOf } from "./output.ts";
import { runProgram } from "./program.ts";

const { env } = process;

/** `pacta deals | head`: the reader has what it wanted, so that ending quietly is all that is left to do. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

async function main(): Promise<void> {
  process.exitCode = await runProgram(process.argv.slice(2), { env, out: outputOf(process.stdout, env), err: outputOf(process.stderr, env) });
}

void main();
