// Deals as answers: the line of a list, and all that is told of one.
import { z } from "@hono/zod-openapi";
import { DISPUTES, KINDS, STATES } from "../../deal/index.ts";
import { ACTS, claimSchema, MODES } from "../../reading/index.ts";
import { boundsSchema } from "./parameters.ts";

/** The two threads of a deal. */
export const dealStates = z.strictObject({ state: z.enum(STATES), dispute: z.enum(DISPUTES) }).openapi("Threads");

const PARTS = ["opens", "joins", "disputes", "refers", "touches", "hints"] as const;

const conflictSchema = z.strictObject({ slot: z.string(), claims: z.array(z.string()), shown: z.string() }).openapi("Conflict");

const line = {
  id: z.string(),
  name: z.string(),
  parties: z.array(z.strictObject({ id: z.string().nullable(), name: z.string() })),
  object: z.string().nullable(),
  items: z.array(z.string()),
  documents: z.array(z.string()),
  state: z.enum(STATES),
  dispute: z.enum(DISPUTES),
  since: boundsSchema,
  claims: z.array(z.string()),
  conflicts: z.array(conflictSchema),
  kind: z.enum(KINDS),
  replaces: z.string().optional(),
  replacedBy: z.array(z.string()).optional(),
};

const { claims: _, documents: __, conflicts: ___, replaces, replacedBy, ...shown } = line;
const day = z.iso.date();

/** A deal in a list; see `DealBrief`. */
export const dealBriefSchema = z
  .strictObject({
    ...shown,
    first: day.optional().openapi({ description: "The first day on which it was told of" }),
    last: day.optional().openapi({ description: "The last day on which it was told of" }),
    claims: z.int(),
    documents: z.int(),
    conflicts: z.array(z.string()).openapi({ description: "Slots in which claims contradict each other" }),
    replaces,
    replacedBy,
  })
  .openapi("DealBrief");

const { sources, actors, targets, object, items, money, place, reason } = claimSchema.shape;

const lifeRowSchema = z
  .strictObject({
    when: boundsSchema,
    act: z.enum(ACTS),
    mode: z.enum(MODES),
    negated: z.boolean(),
    actors,
    targets,
    object,
    items,
    money,
    place,
    reason,
    words: z.string(),
    sources,
    document: z.strictObject({
      id: z.string(),
      published: z.string().optional(),
      heading: z.string().optional(),
      url: z.string().optional(),
      title: z.string().optional().openapi({ description: "The beginning of its text, where that is all that names it" }),
    }),
    claim: z.string(),
    part: z.enum(PARTS),
    why: z.array(z.string()),
    confidence: z.number(),
    state: z.enum(STATES),
    dispute: z.enum(DISPUTES),
    moved: z.boolean(),
    presumed: z.literal(true).optional(),
    lapsed: z.literal(true).optional(),
    repeats: z.string().optional().openapi({ description: "The claim of an earlier row, of which this one only tells again" }),
  })
  .openapi("LifeRow");

const sideSchema = z
  .strictObject({
    value: z.string(),
    origins: z.int(),
    claims: z.array(z.strictObject({ id: z.string(), words: z.string(), sources, document: z.string(), published: z.string().optional() })),
  })
  .openapi("ConflictSide");

const intervalSchema = z
  .strictObject({ from: boundsSchema, to: boundsSchema, recurs: z.string().optional(), claims: z.array(z.string()) })
  .openapi("Interval");

/** All that is told of a deal; see `WholeDeal`. */
export const wholeDealSchema = z
  .strictObject({ ...line, validity: z.array(intervalSchema), life: z.array(lifeRowSchema), sides: z.record(z.string(), z.array(sideSchema)) })
  .openapi("Deal");
