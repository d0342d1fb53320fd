// Command lines are read strictly: citty lets an unknown flag pass, and a mistyped `--as-off` would then give an answer to
// another question. Node's own tokens find such slips before citty gives the arguments their types.
import { parseArgs as tokensOf } from "node:util";
import { parseArgs } from "citty";
import type { ArgsDef, ParsedArgs } from "citty";
import { PactaError } from "../error.ts";
import { nearest } from "../nearest.ts";

interface Options {
  [name: string]: { type: "boolean" | "string"; short?: string };
}

/** The arguments of a command, typed. Throws `PACTA_USAGE_FLAG`, `PACTA_USAGE_VALUE` or `PACTA_USAGE_ARGUMENT`. */
export function argumentsOf(name: string, raw: readonly string[], defs: ArgsDef): ParsedArgs {
  const options: Options = {};
  for (const [flag, def] of Object.entries(defs))
    if (def.type !== "positional") options[flag] = { type: def.type === "boolean" ? "boolean" : "string" };
  const { tokens, positionals } = tokensOf({ args: [...raw], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) if (token.kind === "option") checkOption(name, token, options, defs);
  checkRequired(
    name,
    tokens.flatMap((token) => (token.kind === "option" ? [token.name] : [])),
    defs,
  );
  checkPositionals(name, positionals, defs);
  return parseArgs([...raw], relaxed(defs));
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption(command: string, { name, rawName, value, inlineValue }: OptionToken, options: Options, defs: ArgsDef): void {
  const option = Object.hasOwn(options, name) && rawName.startsWith("--") ? options[name] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(options));
    const remedy = meant === undefined ? `See pacta ${command} --help` : `Did you mean --${meant}?`;
    throw new PactaError("PACTA_USAGE_FLAG", `pacta ${command} knows no ${rawName}`, remedy);
  }
  if (option.type === "boolean" && inlineValue === true)
    throw new PactaError("PACTA_USAGE_VALUE", `${rawName} takes no value`, `Write ${rawName} alone`);
  const missing = option.type === "string" && (value === undefined || value === "" || (inlineValue !== true && value.startsWith("--")));
  if (missing) throw new PactaError("PACTA_USAGE_VALUE", `${rawName} needs a value`, `Write ${rawName} ${defs[name]?.valueHint ?? "VALUE"}`);
  const allowed = optionsOf(defs[name]);
  if (value === undefined || allowed.length === 0 || allowed.includes(value)) return;
  const meant = nearest(value, allowed);
  throw new PactaError(
    "PACTA_USAGE_VALUE",
    `${rawName} cannot be "${value}"`,
    meant === undefined ? `Give one of ${allowed.join(", ")}` : `Did you mean ${meant}?`,
  );
}

function optionsOf(def: ArgsDef[string] | undefined): readonly string[] {
  return def?.type === "enum" ? (def.options ?? []) : [];
}

function checkRequired(command: string, given: readonly string[], defs: ArgsDef): void {
  for (const [flag, def] of Object.entries(defs)) {
    if (def.type === "positional" || def.required !== true || given.includes(flag)) continue;
    throw new PactaError("PACTA_USAGE_FLAG", `pacta ${command} needs --${flag}`, `Give --${flag} ${def.valueHint ?? "VALUE"}`);
  }
}

function checkPositionals(command: string, given: readonly string[], defs: ArgsDef): void {
  const wanted = Object.entries(defs).filter(([, def]) => def.type === "positional");
  const many = wanted.at(-1)?.[1].valueHint === "...";
  const missing = wanted[given.length];
  if (missing !== undefined && missing[1].required !== false) {
    throw new PactaError("PACTA_USAGE_ARGUMENT", `pacta ${command} needs ${missing[0].toUpperCase()}`, `See pacta ${command} --help`);
  }
  if (given.length <= wanted.length || many) return;
  throw new PactaError("PACTA_USAGE_ARGUMENT", `pacta ${command} does not take "${given[wanted.length]}"`, `See pacta ${command} --help`);
}

/** What was checked here is not checked again: citty's own errors have no codes. */
function relaxed(defs: ArgsDef): ArgsDef {
  const entries = Object.entries(defs).map(([name, def]): [string, ArgsDef[string]] => [name, { ...def, required: false }]);
  return Object.fromEntries(entries);
}
