// Acts as data: knowledge/acts/<act>.yaml gives triggers, the roles that fill the claim's slots, constraints,
// and examples that are executed as tests. This file is their schema.
import { z } from "zod";
import { ACTS } from "../claim.ts";

/** The id of what the network for acts finds (learned/), which claims name as their rule. */
export const BARE = "net";

const words = z.array(z.string().min(1)).min(1);
/** `@class`, a kind of annotation, "foreign" (names a party other than the subject), "something" or "nothing" at all, or lemmas. */
const constraint = z.union([
  z.enum(["party", "state", "organisation", "company", "foreign", "item", "money", "something", "nothing"]),
  z.string().startsWith("@"),
  words,
]);
const constraints = z.record(z.string(), constraint);
const path = z.string().regex(/^[a-z ]+(\.[a-z ]+)*$/);

/** One frame of an act. */
export const frameSchema = z.strictObject({
  id: z.string(),
  verb: words.optional(),
  noun: words.optional(),
  adjective: words.optional(),
  /** A particle that must stand with the verb: "call off". */
  particle: words.optional(),
  /** Where the act is told: in the clause of the trigger, or in that of the verb that governs it ("under the agreement, troops will train"). */
  tells: z.enum(["own", "governor"]).default("own"),
  /** What roles must hold, by role path. */
  where: constraints.default({}),
  /** What roles must not hold. */
  unless: constraints.default({}),
  /** Role paths that give the parties; joint acts take all of them, directed acts the first that gives any. */
  actors: z.array(path).default([]),
  targets: z.array(path).default([]),
  /** More role paths for a joint act that would have one party alone: "signed a contract to sell Tehran ...". */
  partners: z.array(path).default([]),
  object: path.optional(),
  terms: path.optional(),
  mode: z.enum(["planned", "possible", "demanded", "conditional"]).optional(),
  negated: z.boolean().optional(),
  /** Money in reach of the act is of this kind. */
  money: z.enum(["value", "payment", "compensation", "penalty", "aid", "loan"]).optional(),
  /** Acts inside the object that stay claims of their own: nouns ("approved the sale"), clauses ("a contract to sell"). */
  keeps: z.array(z.enum(["noun", "clause"])).default([]),
  /** Gives way where its complement is an act of its own: "agreed to sell" is a planned sale. */
  yields: z.boolean().default(false),
  /** The complement is what is threatened or offered and is no second claim. */
  swallows: z.boolean().default(false),
  /** Who acts may be no party that the text names: "a court ordered Chile to pay". */
  unnamed: z.boolean().default(false),
  /** How many parties the claim must name; a noun like "summit" needs two to be a meeting of states. */
  parties: z.int().min(1).default(1),
  /** Slots that must be filled; by default one party anywhere. */
  needs: z.array(z.enum(["actors", "targets", "object"])).default([]),
});

const party = z.string();
const example = z.strictObject({
  text: z.string(),
  day: z.string().optional(),
  /** The claim of this act that the text must give; parties by id or name. */
  claim: z
    .strictObject({
      actors: z.array(party).optional(),
      targets: z.array(party).optional(),
      mode: z.string().optional(),
      negated: z.boolean().optional(),
      object: z.string().optional(),
      money: z.number().optional(),
      reason: z.string().optional(),
    })
    .optional(),
  /** Why the text holds no claim of this act. */
  none: z.string().optional(),
});

/** One file of knowledge/acts. */
export const actFileSchema = z.strictObject({
  act: z.enum(ACTS),
  reads: z.enum(["joint", "directed"]),
  /** The target is the other side of the undertaking ("cancelled the contract"), to be found in the document where the clause does not say. */
  otherParty: z.boolean().default(false),
  /** A state or an organisation must be among the parties: what persons, companies or courts do among themselves is no such act. */
  official: z.boolean().default(false),
  /** What one state does at home is hardly such an act, which the vote weighs: "text" where the text names no other state, "sides" also where both sides belong to one, but not where nobody is said to act. */
  foreign: z.enum(["no", "text", "sides"]).default("no"),
  frames: z
    .array(frameSchema)
    .min(1)
    .refine((frames) => frames.every(({ id }) => id !== BARE), `the id ${BARE} is that of the network for acts`),
  examples: z.array(example).default([]),
});

export type Frame = z.infer<typeof frameSchema>;
export type Constraint = z.infer<typeof constraint>;
export type ActFile = z.infer<typeof actFileSchema>;
export type Example = z.infer<typeof example>;
