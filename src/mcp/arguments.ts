// Arguments of a call, held against the tool's schema. A slip is answered with what was meant, since an assistant can then ask again.
import type { z } from "zod";
import { PactaError } from "../error.ts";
import { nearest } from "../nearest.ts";

/** Problems that one error names. */
const NAMED = 5;

/** The arguments as the schema has them. Throws `PACTA_MCP_ARGUMENTS`. */
export function argumentsFor(schema: z.ZodObject, given: unknown): unknown {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, NAMED);
  const what = issues.map(({ path, message }) => `${path.length === 0 ? "" : `${path.map(String).join(".")}: `}${message.slice(0, 300)}`).join("; ");
  throw new PactaError("PACTA_MCP_ARGUMENTS", `the arguments cannot be taken: ${what}`, remedyFor(schema, parsed.error, given));
}

/** The name or value that was meant, or the names that there are. */
function remedyFor(schema: z.ZodObject, { issues }: z.ZodError, given: unknown): string {
  const names = Object.keys(schema.shape);
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
      const meant = issue.keys.map((key) => nearest(key.slice(0, 50), names)).find((name) => name !== undefined);
      return meant === undefined ? `The arguments are ${names.join(", ")}` : `Did you mean ${meant}?`;
    }
    if (issue.code === "invalid_value") {
      const said = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], given);
      const meant = typeof said === "string" ? nearest(said.slice(0, 50), issue.values.map(String)) : undefined;
      if (meant !== undefined) return `Did you mean ${meant}?`;
    }
  }
  return "Ask again with arguments as the tool's schema has them";
}
