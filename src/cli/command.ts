// What a command is: its arguments as citty describes them, and a function of them and of the surroundings to an exit code.
// The registry (commands.ts) holds their names, so that `pacta --help` loads none of them.
import type { ArgsDef, ParsedArgs } from "citty";
import type { ExitCode } from "./exit.ts";
import type { Output } from "./output.ts";

/** The effects that a command may have besides those of the parts that it calls. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
}

/** A command. A last positional with the value hint `...` takes all that follow. */
export interface Command<Args extends ArgsDef = ArgsDef> {
  readonly args: Args;
  /** Whole command lines that show it at work. */
  readonly examples: readonly string[];
  readonly run: (args: ParsedArgs<Args>, around: Surroundings) => Promise<ExitCode>;
}

/** Gives a command its types: `run` sees the arguments as `args` declares them. */
export function command<const Args extends ArgsDef>(definition: Command<Args>): Command<Args> {
  return definition;
}

/** The argument that names the ledger. */
export const ledgerArg = {
  type: "string",
  valueHint: "LEDGER",
  description: "the ledger, a file or postgres://user@host/database (default: $PACTA_LEDGER, else pacta.db in the working folder)",
} as const;

/** The two days that a question about deals is asked for. */
export const dayArgs = {
  "as-of": { type: "string", valueHint: "DAY", description: "the state on that day (YYYY-MM-DD)" },
  known: { type: "string", valueHint: "DAY", description: "what documents published by that day let one know" },
} as const;
