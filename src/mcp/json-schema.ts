// Schemas as an assistant is told them. It pays for every word, so that what says nothing is left out.
import { z } from "zod";

/** A schema as JSON Schema (draft 7) of what goes in or comes out. */
export function jsonSchemaOf(schema: z.ZodObject, io: "input" | "output"): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: "draft-7", io, override: ({ jsonSchema }) => spare(jsonSchema as Record<string, unknown>) });
}

/** Takes out bounds that every number has, and the pattern beside a format that says the same. */
function spare(schema: Record<string, unknown>): void {
  if (schema["minimum"] === Number.MIN_SAFE_INTEGER) delete schema["minimum"];
  if (schema["maximum"] === Number.MAX_SAFE_INTEGER) delete schema["maximum"];
  if (schema["format"] === "date") delete schema["pattern"];
  if (schema["id"] !== undefined) delete schema["id"];
}
