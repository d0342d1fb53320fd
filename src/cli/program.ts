// Finds the command that a command line names, and turns whatever goes wrong in it into one line and an exit code.
import { PactaError, toPactaError } from "../error.ts";
import type { Surroundings } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { errorLine } from "./error-line.ts";
import { EXIT, exitOf } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { commandHelp, programHelp } from "./help.ts";
import { nearest } from "./nearest.ts";
import { printVersion } from "./version.ts";

/** Runs a command line (without `node` and the program's path). Never throws. */
export async function runProgram(line: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(line, around);
  } catch (thrown) {
    const error = toPactaError(thrown);
    await around.err.write(errorLine(error));
    if (error.code === "PACTA_INTERNAL" && thrown instanceof Error) await around.err.write(`${thrown.stack ?? ""}\n`);
    return exitOf(error);
  }
}

async function dispatch([first, ...rest]: readonly string[], around: Surroundings): Promise<ExitCode> {
  if (first === undefined || isHelp(first)) return print(around, await helpFor(rest[0]));
  if (first === "--version") return printVersion(around);
  if (first === "help") return print(around, await helpFor(rest[0]));
  const { load } = registered(first);
  const command = await load();
  const end = rest.indexOf("--");
  if (rest.slice(0, end < 0 ? rest.length : end).some(isHelp)) return print(around, commandHelp(first, command));
  const { argumentsOf } = await import("./arguments.ts");
  return command.run(argumentsOf(first, rest, command.args), around);
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

async function helpFor(name: string | undefined): Promise<string> {
  return name === undefined || isHelp(name) ? programHelp() : commandHelp(name, await registered(name).load());
}

function registered(name: string): (typeof COMMANDS)[string] {
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (found !== undefined) return found;
  const meant = nearest(name, Object.keys(COMMANDS));
  const what = name.startsWith("-") ? `there is no flag ${name} before a command` : `there is no command "${name}"`;
  throw new PactaError("PACTA_USAGE_COMMAND", what, meant === undefined ? "See pacta --help" : `Did you mean pacta ${meant}?`);
}

async function print({ out }: Surroundings, text: string): Promise<ExitCode> {
  await out.write(text);
  return EXIT.ok;
}
