// The bench as one function of its command line, with every effect a parameter.
import { parseArgs } from "node:util";
import { PactaError } from "../src/error.ts";
import { EMPTY_PAGE, withSection, type Section } from "../src/eval/index.ts";
import type { Bench, Part } from "./part.ts";
import { PARTS } from "./parts.ts";

/** What the bench touches besides its parts. `readPage` gives undefined before docs/figures.md exists. */
export interface Surroundings extends Omit<Bench, "small" | "ledger" | "grown" | "claims" | "keep"> {
  readonly readPage: () => string | undefined;
  readonly writePage: (page: string) => void;
}

const USAGE = "usage: npm run bench -- [PART...] [--small] [--write] [--ledger FILE] [--grown FILE] [--claims N]";

function usage(parts: Readonly<Record<string, Part>>): string {
  return [USAGE, ...Object.entries(parts).map(([name, { what }]) => `  ${name.padEnd(12)}${what}`)].join("\n");
}

function namedParts(names: readonly string[], parts: Readonly<Record<string, Part>>): readonly Part[] {
  return (names.length === 0 ? Object.keys(parts) : names).map((name) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined) throw new PactaError("PACTA_USAGE", `the bench has no part "${name}"`, usage(parts));
    return part;
  });
}

function claimsOf(written: string): number {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new PactaError("PACTA_USAGE", `--claims ${written} is no count`, "Give a whole number from 1 up");
}

/** Runs the parts that the arguments name (all without) and, with `--write`, puts their sections into the page. Throws `PACTA_USAGE`. */
export async function runBench(args: readonly string[], around: Surroundings, parts = PARTS): Promise<void> {
  const options = {
    small: { type: "boolean" },
    write: { type: "boolean" },
    help: { type: "boolean" },
    ledger: { type: "string" },
    grown: { type: "string" },
    claims: { type: "string" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help === true) return around.print(usage(parts));
  if (values.small === true && values.write === true)
    throw new PactaError("PACTA_USAGE", "figures of a small run are not kept", "Leave out --small or --write");
  const keep = (section: Section): void => {
    if (values.write === true) around.writePage(withSection(around.readPage() ?? EMPTY_PAGE, section));
  };
  const given = {
    keep,
    ...(values.ledger === undefined ? {} : { ledger: values.ledger }),
    ...(values.grown === undefined ? {} : { grown: values.grown }),
    ...(values.claims === undefined ? {} : { claims: claimsOf(values.claims) }),
  };
  for (const part of namedParts(positionals, parts)) {
    const section = await part.run({ ...around, ...given, small: values.small === true });
    if (section !== undefined) keep(section);
  }
}
