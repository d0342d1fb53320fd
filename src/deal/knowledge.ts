// What the folder must be told: roles of acts, weights of evidence, words and the lifecycle. All of it is data under knowledge/deals/.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ACTS } from "../reading/index.ts";
import type { Act, Mode } from "../reading/index.ts";
import { knownDealsOf, readCatalogue } from "./known/index.ts";
import type { KnownDeals } from "./known/index.ts";
import { lifecycleSchema } from "./lifecycle.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { resource } from "../resources.ts";
import { readRarity } from "./rarity.ts";
import type { RarityOf } from "./rarity.ts";
import { isNamed, keyOfRow, readPartyKeys } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import { readPartyWords } from "./party-words.ts";
import { termsSchema } from "./terms.ts";
import type { Terms } from "./terms.ts";
import { readKnowledge } from "../yaml.ts";

const WEIGHTS = [
  "decided",
  "news",
  "known",
  "other_known",
  "living",
  "words",
  "likeness",
  "sides",
  "rare_party",
  "weeks",
  "heading",
  "short",
  "other_sort",
  "dead",
  "fresh",
  "name",
  "designation",
  "item",
  "topic",
  "weak_topic",
  "value",
  "quantity",
  "year",
  "noun",
  "pair",
  "party",
  "nested",
  "pointing",
  "nearest",
  "transfer",
  "trouble",
  "soon",
  "only",
  "successor",
  "late",
  "strangers",
  "other_name",
  "other_designation",
  "other_recipient",
  "other_year",
  "other_age",
  "over",
] as const;

const role = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("opens"), kind: z.enum(["agreement", "transfer", "measure"]), named: z.boolean().default(false) }),
  z.strictObject({ part: z.enum(["joins", "disputes", "refers"]) }),
]);

/** The schema of identity.yaml. */
export const identitySchema = z.strictObject({
  acts: z.record(z.enum(ACTS), role),
  opening_modes: z.array(z.enum(["actual", "planned", "possible", "demanded", "conditional"])),
  presuming: z.array(z.enum(ACTS)),
  in_text: z.partialRecord(z.enum(WEIGHTS), z.number()),
  midpoint: z.number(),
  join_at: z.number(),
  join_in_text: z.number(),
  refer_at: z.number(),
  across: z.partialRecord(z.enum(WEIGHTS), z.number()),
  midpoint_across: z.number(),
  join_across: z.number(),
  join_known: z.number(),
  review_at: z.number(),
});

const words = z.array(z.string().regex(/^\S+$/).toLowerCase());

/** The schema of words.yaml. */
export const wordsSchema = z.strictObject({
  deal_nouns: words,
  project_nouns: words,
  act_nouns: words,
  measure_nouns: words,
  new_words: words,
  weak_words: words,
  empty_words: words,
  same_words: z.array(words.min(2)),
  past_cues: words,
  past_adverbs: words,
  talk_nouns: words,
  partial_words: words,
  pledges: z.array(z.string().min(1).toLowerCase()),
});

type Identity = z.infer<typeof identitySchema>;

/** Why two tellings are held to be of one undertaking, or not. */
export type Reason = (typeof WEIGHTS)[number];

/** The schema of news.yaml. */
const newsSchema = z.strictObject({ within_days: z.int().nonnegative().max(366), ahead_days: z.int().nonnegative().max(7) });

/** The words of words.yaml, ready to be asked. `same` maps a word to the one that stands for it. */
export interface Words {
  readonly deal: ReadonlySet<string>;
  readonly project: ReadonlySet<string>;
  readonly act: ReadonlySet<string>;
  readonly measure: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  readonly same: ReadonlyMap<string, string>;
  readonly pastCues: ReadonlySet<string>;
  readonly pastAdverbs: ReadonlySet<string>;
  /** Words for talks about a deal. */
  readonly talks: ReadonlySet<string>;
  /** Words for a part of a restriction. */
  readonly partial: ReadonlySet<string>;
  /** Words that tell a plan as what was agreed. */
  readonly pledges: readonly string[];
  /** Lower-case names, demonyms, capitals and organs of parties, and places, to their ids; empty for what has none. */
  readonly parties: ReadonlyMap<string, string>;
  /** Lower-case names of groups and companies to the keys under which they are compared. */
  readonly keys: PartyKeys;
  /** The first words of `parties`, with how many words the longest name has that begins so. */
  readonly partyStarts: ReadonlyMap<string, number>;
}

/** Weights of reasons, and the sum at which a claim as often belongs as not. */
export interface Scale {
  readonly weights: Readonly<Partial<Record<Reason, number>>>;
  readonly midpoint: number;
}

/** All that clustering and folding must be told. */
export interface DealKnowledge {
  readonly roles: Readonly<Record<Act, Identity["acts"][Act]>>;
  readonly openingModes: ReadonlySet<Mode>;
  /** Acts that let a named deal stand without an opener. */
  readonly presuming: ReadonlySet<Act>;
  readonly inText: Scale;
  readonly across: Scale;
  readonly joinAt: number;
  readonly joinInText: number;
  readonly referAt: number;
  readonly joinAcross: number;
  readonly joinKnown: number;
  readonly reviewAt: number;
  readonly words: Words;
  readonly lifecycle: Lifecycle;
  readonly terms: Terms;
  readonly rarity: RarityOf;
  /** Undertakings that the press knows by name. */
  readonly known: KnownDeals;
  /** A document is news that was published at most `withinDays` before it came and `aheadDays` after. */
  readonly news: { readonly withinDays: number; readonly aheadDays: number };
  /** SHA-256 of all that was read: what was folded by other knowledge is folded anew. */
  readonly fingerprint: string;
}

/** SHA-256 over the files of the folders, in the order of their names. */
function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) for (const file of readdirSync(folder).sort()) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

function wordsOf(data: z.infer<typeof wordsSchema>, parties: ReadonlyMap<string, string>, keys: PartyKeys): Words {
  const same = new Map(data.same_words.flatMap(([first, ...others]) => others.map((word): [string, string] => [word, first ?? word])));
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.flatMap((word) => [word, same.get(word) ?? word]));
  return {
    deal: new Set(data.deal_nouns),
    project: new Set(data.project_nouns),
    act: new Set(data.act_nouns),
    measure: new Set(data.measure_nouns),
    fresh: new Set(data.new_words),
    weak: set(data.weak_words),
    empty: new Set(data.empty_words),
    same,
    pastCues: new Set(data.past_cues),
    pastAdverbs: new Set(data.past_adverbs),
    talks: new Set(data.talk_nouns),
    partial: new Set(data.partial_words),
    pledges: data.pledges,
    parties,
    keys,
    partyStarts: startsOf(parties.keys()),
  };
}

function startsOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const name of names) {
    const tokens = name.split(" ");
    const first = tokens[0] ?? "";
    starts.set(first, Math.max(starts.get(first) ?? 0, tokens.length));
  }
  return starts;
}

/**
 * Reads a deals folder, by default the package's own knowledge/deals, and the parties folder beside it. `more` adds words for parties that the tables lack.
 * Throws `PACTA_KNOWLEDGE_MISSING` or `PACTA_KNOWLEDGE_INVALID` with file and line.
 */
export function loadDealKnowledge(folder: string = resource("knowledge", "deals"), more: ReadonlyMap<string, string> = new Map()): DealKnowledge {
  const identity = readKnowledge(join(folder, "identity.yaml"), identitySchema);
  const lifecycle = readKnowledge(join(folder, "lifecycle.yaml"), lifecycleSchema);
  const data = readKnowledge(join(folder, "words.yaml"), wordsSchema);
  const news = readKnowledge(join(folder, "news.yaml"), newsSchema);
  const keys = readPartyKeys(join(folder, "..", "parties"));
  const groups = [...keys].filter(([, key]) => isNamed(key));
  const parties = new Map([...groups, ...readPartyWords(join(folder, "..", "parties")), ...more]);
  const ids = new Set(parties.values());
  const rows = readCatalogue(join(folder, "known.tsv")).map((row) => ({ ...row, parties: row.parties.map((party) => keyOfRow(party, keys, ids)) }));
  const words = wordsOf(data, parties, keys);
  const isCommon = (word: string): boolean => words.deal.has(word) || words.weak.has(word);
  return {
    roles: identity.acts,
    openingModes: new Set(identity.opening_modes),
    presuming: new Set(identity.presuming),
    inText: { weights: identity.in_text, midpoint: identity.midpoint },
    across: { weights: identity.across, midpoint: identity.midpoint_across },
    joinAt: identity.join_at,
    joinInText: identity.join_in_text,
    referAt: identity.refer_at,
    joinAcross: identity.join_across,
    joinKnown: identity.join_known,
    reviewAt: identity.review_at,
    words,
    lifecycle,
    terms: readKnowledge(join(folder, "terms.yaml"), termsSchema),
    rarity: readRarity(join(folder, "frequencies.tsv")),
    news: { withinDays: news.within_days, aheadDays: news.ahead_days },
    fingerprint: fingerprintOf([folder, join(folder, "..", "parties")]),
    known: knownDealsOf(rows, isCommon),
  };
}
