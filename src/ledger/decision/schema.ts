// What people decide, as data: who, why, and one of a closed list of decisions. Words of the text stand in `quote` fields alone,
// so that redaction can take them and leave the decision.
import { z } from "zod";
import { ACTS, claimSchema } from "../../reading/index.ts";

const document = z.string().min(1);
const version = z.int().positive();
const place = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const keys = z.array(z.string().min(1));
const shape = claimSchema.shape;

/** A correction holds the new value to the slot's own schema; null empties an optional slot. */
function correctionsWith<OfRef extends z.ZodType, Quoted extends z.ZodType>(ref: OfRef, quoted: Quoted) {
  const correct = <Slot extends string, Value extends z.ZodType>(slot: Slot, value: Value) =>
    z.strictObject({ type: z.literal("correct"), claim: ref, slot: z.literal(slot), value });
  return z.discriminatedUnion("slot", [
    correct("act", shape.act),
    correct("mode", shape.mode),
    correct("negated", shape.negated),
    correct("actors", shape.actors),
    correct("targets", shape.targets),
    correct("object", shape.object.unwrap().min(1).nullable()),
    correct("items", shape.items),
    correct("money", shape.money),
    correct("time", shape.time.unwrap().nullable()),
    correct("place", shape.place.unwrap().min(1).nullable()),
    correct("reason", shape.reason.unwrap().min(1).nullable()),
    correct("terms", shape.terms),
    correct("sources", shape.sources),
    correct("evidence", quoted),
  ]);
}

/** The schemas with one for quotes: words, or nothing where they were redacted. */
function schemasWith<Quote extends z.ZodType<string>>(quote: Quote) {
  const quoted = z.strictObject({ ...place, quote });
  const claim = claimSchema.extend({ evidence: quoted, tellings: z.array(quoted) });
  const ref = z.strictObject({
    document,
    version,
    act: shape.act,
    ...place,
    quote,
    /** The claim's parties, each by id, or by name where it has none: tells claims of one sentence apart. */
    parties: z.strictObject({ actors: keys, targets: keys }).exactOptional(),
    /** The claim's id when it was decided upon: the same reader gives it again. */
    id: z.string().min(1).exactOptional(),
  });
  const about = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), claim: ref });
  const two = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), claims: z.tuple([ref, ref]) });
  const decision = z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("add-claim"), document, version, claim }),
    z.strictObject({
      type: z.literal("promote"),
      document,
      version,
      abstention: z.strictObject({ reason: z.string().min(1), act: z.enum(ACTS).exactOptional(), ...place }),
      claim,
    }),
    about("confirm"),
    about("reject"),
    correctionsWith(ref, quoted),
    two("join"),
    two("split"),
    z.strictObject({ type: z.literal("same-party"), names: z.array(z.string().min(1)).min(1).max(2), id: z.string().min(1).exactOptional() }),
    z.strictObject({ type: z.literal("pin"), claim: ref, slot: z.string().min(1) }),
    z.strictObject({ type: z.literal("undo"), decision: z.int().positive() }),
    z.strictObject({ type: z.literal("redact"), document, reason: z.string().min(1) }),
  ]);
  const body = z.strictObject({
    /** The person. */
    by: z.string().regex(/^\S(?:.*\S)?$/u),
    why: z.string().min(1).exactOptional(),
    /** The newest decision on the claim that the person saw; 0 for none. Another in between refuses this one. */
    basis: z.int().nonnegative().exactOptional(),
    decision,
  });
  return { ref, decision, body };
}

const { ref: refSchema, decision: decisionSchema, body: decisionBodySchema } = schemasWith(z.string().min(1));
const { body: wordlessSchema } = schemasWith(z.literal(""));

export { decisionBodySchema, refSchema, wordlessSchema };

/** A claim by act and place in the text, by which it is found again in another reading or version. */
export type Ref = Readonly<z.infer<typeof refSchema>>;

/** One decision. */
export type Decision = Readonly<z.infer<typeof decisionSchema>>;

/** The body of a decision entry: who decided what, and why. */
export type DecisionBody = Readonly<z.infer<typeof decisionBodySchema>>;

/** A slot's new value; null where the text does not say. */
export type Correction = Decision & { readonly type: "correct" };

/** A slot that can be corrected. */
export type Slot = Correction["slot"];

/** Every slot that can be corrected. */
export const SLOTS = [
  "act",
  "mode",
  "negated",
  "actors",
  "targets",
  "object",
  "items",
  "money",
  "time",
  "place",
  "reason",
  "terms",
  "sources",
  "evidence",
] as const satisfies readonly Slot[];

/** A decision with its place in the ledger. */
export type Decided = DecisionBody & { readonly seq: number; readonly at: string };

/** The rule of a claim whose author is a person. */
export function personRule(by: string): string {
  return `person:${by}`;
}
