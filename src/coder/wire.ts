// The form of an answer, once for three uses: the JSON schema that is sent, the check of what comes back, and the types.
import { z } from "zod";
import { ACTS } from "../reading/index.ts";

const words = z.string();
const maybe = words.nullable().default(null);
const list = z.array(words).nullable().default([]);

/** A claim as a coder gives it: every slot in the words of the text. */
export const toldClaimSchema = z.object({
  act: z.enum(ACTS),
  mode: z.enum(["actual", "planned", "possible", "demanded", "conditional"]),
  negated: z.boolean().default(false),
  actors: list,
  targets: list,
  object: maybe,
  items: list,
  money: z
    .array(z.object({ words, kind: z.enum(["value", "payment", "compensation", "penalty", "aid", "loan"]) }))
    .nullable()
    .default([]),
  time: maybe,
  place: maybe,
  reason: maybe,
  terms: list,
  sources: z
    .array(z.object({ name: words, role: maybe, cue: maybe, channel: maybe }))
    .nullable()
    .default([]),
  evidence: words,
});

/** A claim as a coder gives it. */
export type ToldClaim = z.infer<typeof toldClaimSchema>;

/**
 * The schema as servers take it: every field is required and no other allowed, as strict decoding demands; what is left
 * out all the same is taken for empty.
 */
export const ANSWER_SCHEMA: Readonly<Record<string, unknown>> = schemaSent();

function schemaSent(): Record<string, unknown> {
  const answer = z.object({ claims: z.array(toldClaimSchema) });
  const { $schema: _, ...sent } = z.toJSONSchema(answer, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  });
  return sent;
}
