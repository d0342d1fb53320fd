// The claim: the contract of what the reader writes down. Field by field it follows the claim guideline (docs/claims.md).
import { z } from "zod";

/** Every act, by family. */
export const ACTS = [
  "negotiate",
  "propose",
  "agree",
  "sign",
  "approve",
  "enter-into-force",
  "provide",
  "extend",
  "suspend",
  "resume",
  "cancel",
  "breach",
  "order",
  "sell",
  "deliver",
  "pay",
  "aid",
  "ban",
  "sanction",
  "lift",
  "threaten",
  "demand",
  "sue",
  "rule",
  "settle",
  "withdraw-claim",
  "meet",
  "cooperate",
  "object",
  "support",
  "recognize",
  "sever",
] as const;

/** How a text presents an act, in the order of docs/claims.md. */
export const MODES = ["actual", "planned", "possible", "demanded", "conditional"] as const;

const place = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const span = z.strictObject(place);
const quote = z.strictObject({ ...place, quote: z.string().min(1) });

const party = z.strictObject({
  /** ISO 3166-1 alpha-3 for a state, or an organisation's id; absent for companies, groups and unresolved names. */
  id: z.string().optional(),
  name: z.string().min(1),
  /** The body or person that acts for the party. */
  via: z.string().optional(),
  /** The state that a company, court or group belongs to. */
  state: z.string().optional(),
});

const item = z.strictObject({ name: z.string().min(1), quantity: z.number().optional(), unit: z.string().optional() });

const money = z.strictObject({
  amount: z.number(),
  currency: z.string().length(3),
  kind: z.enum(["value", "payment", "compensation", "penalty", "aid", "loan"]),
  bound: z.enum(["exact", "about", "min", "max"]),
});

const time = z.strictObject({ norm: z.string(), basis: z.enum(["stated", "anchored", "none"]) });

const source = z.strictObject({ name: z.string().min(1), role: z.string().optional(), cue: z.string().optional(), channel: z.string().optional() });

/** The schema that every claim passes before it is written. */
export const claimSchema = z.strictObject({
  id: z.string(),
  act: z.enum(ACTS),
  mode: z.enum(MODES),
  negated: z.boolean(),
  actors: z.array(party),
  targets: z.array(party),
  object: z.string().optional(),
  items: z.array(item),
  money: z.array(money),
  time: time.optional(),
  place: z.string().optional(),
  reason: z.string().optional(),
  terms: z.array(z.string()),
  /** Innermost first; empty where the document itself says so. */
  sources: z.array(source),
  evidence: quote,
  tellings: z.array(quote),
  /** Where each slot's words stand: `actors.0`, `money.0`, `reason`, ... */
  spans: z.record(z.string(), span),
  /** The frame, model or person that made the claim. */
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});

export type Claim = z.infer<typeof claimSchema>;
export type Act = (typeof ACTS)[number];
export type Mode = Claim["mode"];
export type Party = z.infer<typeof party>;
export type Item = z.infer<typeof item>;
export type Money = z.infer<typeof money>;
export type Source = z.infer<typeof source>;

/** A candidate that did not become a claim, or a part of the text that was not analysed, with the coded reason. */
export const abstentionSchema = z.strictObject({
  reason: z.string(),
  act: z.enum(ACTS).optional(),
  /** Of an act that was seen and not claimed, as a claim would have it. */
  mode: z.enum(MODES).optional(),
  negated: z.literal(true).optional(),
  ...place,
  quote: z.string(),
  /** The whole part, where the quote is only its beginning. */
  part: span.optional(),
});
export type Abstention = z.infer<typeof abstentionSchema>;

/** What one reading of a document gives. */
export interface Reading {
  readonly id: string;
  readonly claims: readonly Claim[];
  readonly abstained: readonly Abstention[];
}
