// Cue words of mode and negation, as data: knowledge/reading/mode.yaml.
import { join } from "node:path";
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";
import type { Mode } from "../claim.ts";

/** What a governing word does to the act below it. */
export interface Effect {
  readonly mode?: Mode;
  readonly negates?: boolean;
}

/** Cues by lemma; each list says how it is used. */
export interface ModeCues {
  /** Auxiliaries and semi-auxiliaries of the act's own clause. */
  readonly auxiliaries: ReadonlyMap<string, Effect>;
  /** Verbs and adjectives that govern the act's clause: "decided to settle". */
  readonly verbs: ReadonlyMap<string, Effect>;
  /** Nouns that govern it: "plans to sell", "the decision to join". */
  readonly nouns: ReadonlyMap<string, Effect>;
  /** Modifiers of an act that is a noun: "a planned visit". */
  readonly modifiers: ReadonlyMap<string, Effect>;
  /** Verbs that an act that is a noun is the object of: "announced the sale". */
  readonly objects: ReadonlyMap<string, Effect>;
  readonly negations: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** Conjunctions of what a plan waits for: "until the treaty is signed". */
  readonly waits: ReadonlySet<string>;
  /** Nouns whose clause is only thought of: "the need to cooperate". */
  readonly thoughts: ReadonlySet<string>;
  /** Verbs that only say that the act of their subject happens: "the delivery never took place". */
  readonly occurrences: ReadonlySet<string>;
  /** Acts of saying that stay made whatever the answer: "its demand was refused". */
  readonly speech: ReadonlySet<string>;
  /** What is only said: "reports of a deal"; it is denied by these verbs, and what it says with it. */
  readonly hearsay: ReadonlySet<string>;
  readonly denials: ReadonlySet<string>;
}

const modes = ["actual", "planned", "possible", "demanded", "conditional"] as const;
const group = z.strictObject({ mode: z.enum(modes).optional(), negates: z.boolean().optional(), words: z.array(z.string()) });
const schema = z.strictObject({
  auxiliaries: z.array(group),
  verbs: z.array(group),
  nouns: z.array(group),
  modifiers: z.array(group),
  objects: z.array(group),
  negations: z.array(z.string()),
  conditions: z.array(z.string()),
  waits: z.array(z.string()),
  thoughts: z.array(z.string()),
  occurrences: z.array(z.string()),
  speech: z.array(z.string()),
  hearsay: z.array(z.string()),
  denials: z.array(z.string()),
});

/** Reads `mode.yaml` from a folder. Throws as `readKnowledge`. */
export function loadModeCues(folder: string): ModeCues {
  const { negations, conditions, waits, thoughts, occurrences, speech, hearsay, denials, ...groups } = readKnowledge(
    join(folder, "mode.yaml"),
    schema,
  );
  return {
    auxiliaries: byWord(groups.auxiliaries),
    verbs: byWord(groups.verbs),
    nouns: byWord(groups.nouns),
    modifiers: byWord(groups.modifiers),
    objects: byWord(groups.objects),
    negations: new Set(negations),
    conditions: new Set(conditions),
    waits: new Set(waits),
    thoughts: new Set(thoughts),
    occurrences: new Set(occurrences),
    speech: new Set(speech),
    hearsay: new Set(hearsay),
    denials: new Set(denials),
  };
}

function byWord(groups: readonly z.infer<typeof group>[]): Map<string, Effect> {
  return new Map(
    groups.flatMap(({ mode, negates, words }) => words.map((w) => [w, { ...(mode && { mode }), ...(negates && { negates }) }] as const)),
  );
}
