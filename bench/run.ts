// The bench as one function of its command line, with every effect a parameter.
import { parseArgs } from "node:util";
import { PactaError } from "../src/error.ts";
import { EMPTY_PAGE, withSection, type Section } from "../src/eval/index.ts";
import type { Bench, Part } from "./part.ts";
import { PARTS } from "./parts.ts";

/** What the bench touches besides its parts. `readPage` gives undefined before docs/figures.md exists. */
export interface Surroundings extends Omit<Bench, "small"> {
  readonly readPage: () => string | undefined;
  readonly writePage: (page: string) => void;
}

const USAGE = "usage: npm run bench -- [PART...] [--small] [--write]";

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

/** Runs the parts that the arguments name (all without) and, with `--write`, puts their sections into the page. Throws `PACTA_USAGE`. */
export async function runBench(args: readonly string[], around: Surroundings, parts = PARTS): Promise<void> {
  const options = { small: { type: "boolean" }, write: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help === true) return around.print(usage(parts));
  if (values.small === true && values.write === true)
    throw new PactaError("PACTA_USAGE", "figures of a small run are not kept", "Leave out --small or --write");
  const sections: Section[] = [];
  for (const part of namedParts(positionals, parts)) {
    const section = await part.run({ ...around, small: values.small === true });
    if (section !== undefined) sections.push(section);
  }
  if (values.write === true && sections.length > 0) around.writePage(sections.reduce(withSection, around.readPage() ?? EMPTY_PAGE));
}
