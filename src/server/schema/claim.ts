// Claims as answers, with where they come from and what people decided about them.
import { z } from "@hono/zod-openapi";
import { decisionBodySchema, documentSchema, refSchema, SLOTS } from "../../ledger/index.ts";
import { abstentionSchema, claimSchema } from "../../reading/index.ts";
import { loosened } from "./loosened.ts";
import { personSchema } from "./parameters.ts";

/** A quote of a document that was redacted is empty. */
const quote = z.strictObject({ start: z.int(), end: z.int(), quote: z.string() });

/** A claim; see docs/claims.md. */
const toldClaimSchema = claimSchema.extend({ evidence: quote, tellings: z.array(quote) }).openapi("Claim");

const origin = z.enum(["read", "added", "promoted"]);
const slots = z.array(z.enum(SLOTS));

/** See `StoredClaim`. */
export const storedClaimSchema = z
  .strictObject({
    claim: toldClaimSchema,
    seq: z.int(),
    document: z.string(),
    version: z.int(),
    day: z.string().optional(),
    reader: z.string(),
    review: z.strictObject({ origin, corrected: slots, confirmed: z.boolean(), decisions: z.array(z.int()) }).optional(),
    redacted: z.literal(true).optional(),
  })
  .openapi("StoredClaim");

const standingClaimSchema = z
  .strictObject({
    claim: toldClaimSchema,
    origin,
    corrected: slots,
    confirmed: z.boolean(),
    decisions: z.array(z.int()),
    ref: loosened(refSchema.extend({ quote: z.string() })),
    basis: z.int(),
  })
  .openapi("StandingClaim");

const redactedBody = z.unknown().openapi({ description: "A decision; of a redacted document its quotes are empty" });

/** See `StoredDecision`. */
export const storedDecisionSchema = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    by: z.string(),
    why: z.string().optional(),
    basis: z.int().optional(),
    decision: redactedBody,
    undone: z.boolean(),
    found: z.array(z.string().nullable()),
  })
  .openapi("StoredDecision");

/** What stands of a document, and what was not claimed of it and why. */
export const standingSchema = z
  .strictObject({
    document: z.string(),
    version: z.int(),
    reader: z.string().optional(),
    claims: z.array(standingClaimSchema),
    rejected: z.array(standingClaimSchema),
    orphaned: z.array(z.unknown()),
    abstained: z.array(abstentionSchema.extend({ quote: z.string() })),
    redacted: z.literal(true).optional(),
  })
  .openapi("Standing");

const place = { seq: z.int(), at: z.string() };

/** A version of a document with its text. */
export const storedDocumentSchema = loosened(documentSchema.extend({ ...place, redacted: z.literal(true).optional() })).openapi("Document");

const title = z
  .string()
  .optional()
  .openapi({ description: "What it is called: its heading, else its headline, else its first words; absent where it was redacted" });

/** A version of a document without its text. */
export const listedDocumentSchema = loosened(documentSchema.omit({ text: true }).extend({ ...place, title })).openapi("ListedDocument");

/** A reading without its claims. */
export const listedReadingSchema = z.strictObject({ ...place, document: z.string(), version: z.int(), reader: z.string() }).openapi("ListedReading");

/** Reports that are copies of one. */
export const clusterSchema = z.strictObject({ origin: z.string(), members: z.array(z.string()) }).openapi("Cluster");

const { decision, why, basis } = loosened(decisionBodySchema).shape;

/** What is decided: a person, and decisions that are appended all or none. */
export const decidingSchema = z
  .strictObject({
    by: personSchema,
    decisions: z.array(z.strictObject({ decision, why, basis })).min(1).max(1000),
  })
  .openapi("Deciding");

/** Decisions as they were appended. */
export const decidedSchema = z
  .strictObject({ decisions: z.array(z.strictObject({ seq: z.int(), by: z.string(), why, basis, decision: redactedBody })) })
  .openapi("Decided");

/** A document that a search found; its newest version. */
export const foundDocumentSchema = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    title,
    day: z.string().optional().openapi({ description: "Its day of publication" }),
    passage: quote
      .optional()
      .openapi({ description: "The part of its text that has the most of the words; absent where its heading alone has them" }),
  })
  .openapi("FoundDocument");

/** A claim that a search found, with what its document is called. */
export const foundClaimSchema = z.strictObject({ found: storedClaimSchema, title }).openapi("FoundClaim");
