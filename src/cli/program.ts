// Finds the command that a command line names, and turns whatever goes wrong in it into one line and an exit code.
import { PactaError, toPactaError } from "../error.ts";
import type { Surroundings } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Registered } from "./commands.ts";
import { errorLine } from "./error-line.ts";
import { EXIT, exitOf } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { commandHelp, programHelp } from "./help.ts";
import { nearest } from "../nearest.ts";
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
  if (first === undefined || isHelp(first)) return print(around, await helpFor(rest));
  if (first === "--version") return printVersion(around);
  if (first === "help") return print(around, await helpFor(rest));
  const { name, found, left } = named(first, rest);
  const command = await found.load();
  const end = left.indexOf("--");
  if (left.slice(0, end < 0 ? left.length : end).some(isHelp)) return print(around, commandHelp(name, found, command));
  const { argumentsOf } = await import("./arguments.ts");
  return command.run(argumentsOf(name, left, command.args), around);
}

/** The command that the line begins with, or the word of it that follows its name, and what is left of the line. */
function named(first: string, rest: readonly string[]): { name: string; found: Registered; left: readonly string[] } {
  const command = lookUp(COMMANDS, first, "");
  const [word, ...left] = rest;
  if (command.words === undefined || word === undefined || word.startsWith("-")) return { name: first, found: command, left: rest };
  return { name: `${first} ${word}`, found: lookUp(command.words, word, `${first} `), left };
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

async function helpFor([first, ...rest]: readonly string[]): Promise<string> {
  if (first === undefined || isHelp(first)) return programHelp();
  const { name, found } = named(first, rest);
  return commandHelp(name, found, await found.load());
}

/** A command by its name. `before` are the words that stand before it. */
function lookUp(commands: Readonly<Record<string, Registered>>, name: string, before: string): Registered {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found !== undefined) return found;
  const meant = nearest(name, Object.keys(commands));
  const what = name.startsWith("-") ? `there is no flag ${name} before a command` : `there is no command "${before}${name}"`;
  throw new PactaError("PACTA_USAGE_COMMAND", what, meant === undefined ? `See pacta ${before}--help` : `Did you mean pacta ${before}${meant}?`);
}

async function print({ out }: Surroundings, text: string): Promise<ExitCode> {
  await out.write(text);
  return EXIT.ok;
}
