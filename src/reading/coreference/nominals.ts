// Words that stand for parties without naming them, as data: knowledge/reading/nominals.yaml.
import { join } from "node:path";
import { z } from "zod";
import { readKnowledge } from "../../yaml.ts";
import { loadGenders, type Gender } from "./gender.ts";

/** Word lists by what they can stand for; all in lower case. */
export interface Nominals {
  /** Nouns that act for the party beside them: "officials", "troops", "leaders". */
  readonly agents: ReadonlySet<string>;
  /** Things with names of their own, which are no parties: "the destroyer Mason". */
  readonly craft: ReadonlySet<string>;
  /** Nouns that "the two ..." or "both ..." makes a pair: "countries". */
  readonly groups: ReadonlySet<string>;
  /** Plural nouns that mean a pair with a plain "the": "sides". */
  readonly sides: ReadonlySet<string>;
  /** Words that ask for a pair: "two", "both". */
  readonly pairs: ReadonlySet<string>;
  /** "the company" -> kinds of party that it can mean. */
  readonly singular: ReadonlyMap<string, readonly string[]>;
  readonly human: ReadonlySet<string>;
  readonly neuter: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  /** Given names and titles (as written) that show a gender. */
  readonly genders: ReadonlyMap<string, Gender>;
}

const words = z.array(z.string().min(1));
const schema = z.strictObject({
  agents: words,
  craft: words,
  groups: words,
  sides: words,
  pairs: words,
  singular: z.record(z.string(), words),
  pronouns: z.strictObject({ human: words, neuter: words, plural: words }),
});

/** Reads `nominals.yaml` and `given-names.tsv` from a folder. Throws `PACTA_TABLE_*` and `PACTA_KNOWLEDGE_INVALID` where it breaks its schema. */
export function loadNominals(folder: string): Nominals {
  const { agents, craft, groups, sides, pairs, singular, pronouns } = readKnowledge(join(folder, "nominals.yaml"), schema);
  return {
    agents: new Set(agents),
    craft: new Set(craft),
    groups: new Set(groups),
    sides: new Set(sides),
    pairs: new Set(pairs),
    singular: new Map(Object.entries(singular)),
    human: new Set(pronouns.human),
    neuter: new Set(pronouns.neuter),
    plural: new Set(pronouns.plural),
    genders: loadGenders(folder),
  };
}
