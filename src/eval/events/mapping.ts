// How event codes of other projects read in our acts: event-codes.yaml, which a person who knows the codes can correct.
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";
import { ACTS } from "../../reading/index.ts";
import type { Claim } from "../../reading/index.ts";
import { resource } from "../../resources.ts";

const MODES = ["actual", "planned", "possible", "demanded", "conditional"] as const satisfies readonly Claim["mode"][];

/** `sign`, `aid planned`, `any negated`: which act, and in which mode or whether negated. */
const actReading = z
  .string()
  .transform((words) => words.split(" "))
  .pipe(z.union([z.tuple([z.enum(["any", ...ACTS])]), z.tuple([z.enum(["any", ...ACTS]), z.enum([...MODES, "negated"])])]));

const code = z.strictObject({ means: z.string(), acts: z.array(actReading).min(1) });

const corpus = z
  .strictObject({ states: z.record(z.string(), z.string().length(3)), codes: z.record(z.string(), code), outside: z.record(z.string(), z.string()) })
  .refine(({ codes, outside }) => Object.keys(codes).every((name) => !Object.hasOwn(outside, name)), "a code is both read and outside");

const schema = z.strictObject({
  plover: corpus.safeExtend({ official: z.array(z.string()) }),
  petrarch: corpus.safeExtend({ names: z.record(z.string(), z.string()) }),
});

/** Both corpora's codes. */
export type EventCodes = z.infer<typeof schema>;
/** What one code reads as. */
export type EventCode = z.infer<typeof code>;

/** Loads the mapping. Throws as `readKnowledge`. */
export function loadEventCodes(file: string = resource("src", "eval", "events", "event-codes.yaml")): EventCodes {
  return readKnowledge(file, schema);
}

/** True where a claim is of an act, in a mode, that the code reads as. */
export function readsAs({ acts }: EventCode, { act, mode, negated }: Pick<Claim, "act" | "mode" | "negated">): boolean {
  return acts.some(([name, how]) => {
    if (name !== "any" && name !== act) return false;
    return how === undefined || (how === "negated" ? negated : how === mode);
  });
}
