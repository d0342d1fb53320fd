// The body of a request, in the shape that the server takes. There is no telling beforehand which fields a compatible
// server knows: a field that it refuses by name is left out, or goes by its other name, from then on.
import { ANSWER_SCHEMA } from "./wire.ts";
import type { Message } from "./prompt.ts";

/** Which optional fields are sent. */
export interface Shape {
  readonly schema: boolean;
  readonly temperature: boolean;
  readonly limit: "max_tokens" | "max_completion_tokens" | "none";
}

/** All fields, by the names that most servers know. */
export const FULL_SHAPE: Shape = { schema: true, temperature: true, limit: "max_tokens" };

/** The body of a request for at most `answer` tokens. */
export function requestBody(model: string, messages: readonly Message[], answer: number, shape: Shape): Record<string, unknown> {
  return {
    model,
    messages,
    ...(shape.temperature ? { temperature: 0 } : {}),
    ...(shape.limit === "none" ? {} : { [shape.limit]: answer }),
    ...(shape.schema ? { response_format: { type: "json_schema", json_schema: { name: "claims", strict: true, schema: ANSWER_SCHEMA } } } : {}),
  };
}

/** The shape without the field that a refusal names; undefined where it names none that is sent. */
export function reshaped(shape: Shape, status: number, words: string): Shape | undefined {
  if (status !== 400 && status !== 422 && status !== 501) return undefined;
  if (shape.limit === "max_tokens" && /max_(?:completion_)?tokens/.test(words)) return { ...shape, limit: "max_completion_tokens" };
  if (shape.limit === "max_completion_tokens" && words.includes("max_completion_tokens")) return { ...shape, limit: "none" };
  if (shape.temperature && words.includes("temperature")) return { ...shape, temperature: false };
  if (shape.schema && /response_format|json_schema|structured|grammar/i.test(words)) return { ...shape, schema: false };
  return undefined;
}

/** Tokens that a body comes to, at most: English has some four characters a token, and this reckons with three. */
export function tokensOf(body: unknown): number {
  return Math.ceil(JSON.stringify(body).length / 3);
}
