// Which claims a row of a kind and state tells (knowledge/import/states.yaml).
import { z } from "zod";
import { KINDS } from "../deal/index.ts";
import type { DealKind } from "../deal/index.ts";
import { ACTS, MODES } from "../reading/index.ts";
import type { Act, Mode } from "../reading/index.ts";
import { resource } from "../resources.ts";
import { readKnowledge } from "../yaml.ts";

/** What a row may tell of. */
export type RowKind = DealKind;

const telling = z.string().transform((written, context) => {
  const words = written.split(" ");
  const [act, mode, not] = [ACTS.find((one) => one === words[0]), MODES.find((one) => words.includes(one)), words.includes("not")];
  const isWhole = act !== undefined && words.length === 1 + (mode === undefined ? 0 : 1) + (not ? 1 : 0);
  if (isWhole) return { act, mode: mode ?? "actual", negated: not };
  context.addIssue({ code: "custom", message: `"${written}" is not "act [mode] [not]"` });
  return z.NEVER;
});

const tellings = z.strictObject({ day: z.array(telling).min(1), "state-day": z.array(telling).default([]) });
const statesSchema = z.record(z.enum(KINDS), z.record(z.string(), tellings));

/** One claim of a row: what is done, and how it is told. */
export interface Telling {
  readonly act: Act;
  readonly mode: Mode;
  readonly negated: boolean;
}

/** By kind and state, the claims of the deal's day and those of the day of its state. */
export type States = Readonly<
  Record<RowKind, Readonly<Record<string, { readonly day: readonly Telling[]; readonly "state-day": readonly Telling[] }>>>
>;

/** Reads the package's own states. Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID`. */
export function loadStates(): States {
  return readKnowledge(resource("knowledge", "import", "states.yaml"), statesSchema);
}
