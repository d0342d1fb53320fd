// The help, as plain text: it looks the same in a terminal, a pipe and a manual.
import type { ArgsDef } from "citty";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Registered } from "./commands.ts";
import { EXIT_MEANINGS } from "./exit.ts";

type Row = readonly [string, string];

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}

function section(title: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : ["", `${title}:`, table(rows)];
}

const HELP: Row = ["--help", "print this"];

/** `pacta --help`. */
export function programHelp(): string {
  return [
    "pacta: reads news about agreements, arms and trade contracts, sanctions and disputes between states into a ledger of claims,",
    "each with its exact words and sources, and tells the state of every deal on any day.",
    "",
    "usage: pacta COMMAND [ARGUMENTS]",
    ...section(
      "commands",
      Object.entries(COMMANDS).map(([name, { what }]): Row => [name, what]),
    ),
    ...section("flags", [HELP, ["--version", "print the version"]]),
    ...section("environment", [
      ["PACTA_LEDGER", "the ledger, where --ledger does not name it"],
      ["PACTA_FETCH_ALLOW", "hosts beyond the public web that may be read from and told of changes, where --fetch-allow does not name them"],
      ["PACTA_SMTP", "the server that mail goes out by (watch mail)"],
      ["PACTA_MODEL", "the folder of the language model, instead of the one that comes with Pacta"],
      ["PACTA_CODER_KEY", "the key of the second coder's endpoint (read --coder)"],
      ["PACTA_REVIEWER", "who decides, where --by does not name the person (review)"],
      ["NO_COLOR", "no colours"],
    ]),
    ...section(
      "exit codes",
      EXIT_MEANINGS.map(([code, meaning]): Row => [String(code), meaning]),
    ),
    "",
    "pacta COMMAND --help tells more. Errors have codes, which docs/errors.md lists.",
    "",
  ].join("\n");
}

function positionalsOf(args: ArgsDef): readonly string[] {
  return Object.entries(args).flatMap(([name, { type, required, valueHint }]) => {
    if (type !== "positional") return [];
    const word = `${name.toUpperCase()}${valueHint ?? ""}`;
    return [required === false ? `[${word}]` : word];
  });
}

/** `[--ledger FILE]`, as it stands in the usage and the list. */
function flagOf(name: string, def: ArgsDef[string]): string {
  const value = def.valueHint ?? (def.type === "enum" ? (def.options ?? []).join("|") : "");
  return `--${name}${def.type === "boolean" ? "" : ` ${value}`}`;
}

/** `pacta COMMAND --help`. */
export function commandHelp(name: string, { what, words = {} }: Registered, { args, examples }: Command): string {
  const flags = Object.entries(args).filter(([, { type }]) => type !== "positional");
  const places = Object.entries(args).filter(([, { type }]) => type === "positional");
  return [
    `usage: ${["pacta", name, ...positionalsOf(args), ...flags.map(([flag, def]) => (def.required === true ? flagOf(flag, def) : `[${flagOf(flag, def)}]`))].join(" ")}`,
    "",
    what,
    ...section(
      "words that may follow, each with its own --help",
      Object.entries(words).map(([word, each]): Row => [word, each.what]),
    ),
    ...section(
      "arguments",
      places.map(([place, { description }]): Row => [place.toUpperCase(), description ?? ""]),
    ),
    ...section("flags", [...flags.map(([flag, def]): Row => [flagOf(flag, def), def.description ?? ""]), HELP]),
    ...(examples.length === 0 ? [] : ["", "examples:", ...examples.map((line) => `  ${line}`)]),
    "",
  ].join("\n");
}
