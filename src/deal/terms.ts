// What is known of terms: which acts tell how long a deal holds, in which words, and what ends with it. The data stands in knowledge/deals/terms.yaml.
import { z } from "zod";
import { ACTS } from "../reading/index.ts";
import { KINDS } from "./deal.ts";

const acts = z.array(z.enum(ACTS)).min(1);
const words = z.array(z.string().regex(/^[a-z-]+$/)).min(1);
const among = (list: readonly string[]): string => `(?:${list.join("|")})`;
/** Up to five words that stand before a noun, none of which begins another phrase. */
const BEFORE = "(?: (?!(?:of|to|for|in|on|and|the|with|by|after|over|between)\\b)[\\p{L}\\p{N}$€£.%,'\u2019-]+){0,5}?";
/** Nouns as a pattern of what follows a length: "-year gas supply deal". */
const nouns = words.transform((list) => new RegExp(`^(?:[- ]long)?,?${BEFORE} ${among(list)}s?\\b`, "iu"));
const length = z.string().regex(/^PT?\d+[YMWDH]$/, "an ISO 8601 length: P1Y, P6M, PT72H");
const states = z.array(z.enum(["negotiating", "agreed", "signed", "in-force", "delivering", "suspended"]));
const bounds = z.strictObject({ earliest: z.iso.date().optional(), latest: z.iso.date().optional() });

const example = z.strictObject({
  act: z.enum(ACTS),
  text: z.string().min(1),
  extends: z.boolean().default(false),
  begins: bounds.optional(),
  ends: bounds.optional(),
  expires: bounds.optional(),
  length: length.optional(),
  bound: z.enum(["exact", "about", "min", "max"]).default("exact"),
  recurs: length.optional(),
  truce: z.literal(true).optional(),
});

/** The schema of terms.yaml. */
export const termsSchema = z.strictObject({
  acts,
  recurring: acts,
  begins: acts,
  begins_within: length,
  expires: z.strictObject({ agreement: states, transfer: states, measure: states, dispute: states }),
  renewed: z.array(z.enum(KINDS)),
  living: acts,
  lasting: nouns,
  extension: nouns,
  truces: words.transform((list) => new RegExp(`\\b${among(list)}s?\\b`, "iu")),
  not_extended: words.transform((list) => new RegExp(`\\b${among(list)}s?\\b`, "iu")),
  extending: words.transform((list) => new RegExp(`\\b${among(list)}\\b`, "iu")),
  examples: z.array(example).min(1),
});

/** What terms.yaml says; its words as patterns. */
export type Terms = Readonly<z.infer<typeof termsSchema>>;
