// The evaluation as one function of its command line, with every effect a parameter.
import { parseArgs } from "node:util";
import { PactaError } from "../error.ts";
import { EMPTY_PAGE, withSection } from "./page.ts";
import type { Bench, Part } from "./part.ts";
import { PARTS } from "./parts.ts";

/** What the evaluation touches besides its parts. `page` is undefined before docs/figures.md exists. */
export interface Surroundings extends Omit<Bench, "words" | "limit" | "ledger"> {
  readonly readPage: () => string | undefined;
  readonly writePage: (page: string) => void;
}

const USAGE = "usage: npm run eval -- [PART] [WORD...] [--limit N] [--ledger FILE] [--write]";

/** The usage with each part's line. */
export function usage(parts: Readonly<Record<string, Part>> = PARTS): string {
  return [USAGE, ...Object.entries(parts).map(([name, { what }]) => `  ${name.padEnd(12)}${what}`)].join("\n");
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new PactaError("PACTA_USAGE", `--limit ${text} is no count`, "Give a whole number of documents from 1 up");
  return limit;
}

function partOf(name: string, parts: Readonly<Record<string, Part>>): Part {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) throw new PactaError("PACTA_USAGE", `the evaluation has no part "${name}"`, usage(parts));
  return part;
}

/** Runs the part that the arguments name (the first one without) and, with `--write`, puts its section into the page. */
export async function runEval(args: readonly string[], around: Surroundings, parts = PARTS): Promise<void> {
  const options = { limit: { type: "string" }, ledger: { type: "string" }, write: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help === true) return around.print(usage(parts));
  const [name = Object.keys(parts)[0] ?? "", ...words] = positionals;
  const section = await partOf(name, parts).run({
    ...around,
    words,
    limit: limitOf(values.limit),
    ...(values.ledger === undefined ? {} : { ledger: values.ledger }),
  });
  if (values.write !== true || section === undefined) return;
  if (values.limit !== undefined) throw new PactaError("PACTA_USAGE", "figures of a limited run are not kept", "Leave out --limit or --write");
  around.writePage(withSection(around.readPage() ?? EMPTY_PAGE, section));
}
