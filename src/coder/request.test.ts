// A request goes out with all fields; those that a server refuses by name are left out, one at a time.
import { expect, test } from "vitest";
import { FULL_SHAPE, requestBody, reshaped } from "./request.ts";
import { ANSWER_SCHEMA } from "./wire.ts";

test("the first request asks for JSON by schema, at temperature 0, within bounds", () => {
  expect(requestBody("m", [], 50, FULL_SHAPE)).toEqual({
    model: "m",
    messages: [],
    temperature: 0,
    max_tokens: 50,
    response_format: { type: "json_schema", json_schema: { name: "claims", strict: true, schema: ANSWER_SCHEMA } },
  });
});

test("the schema demands every field and allows no other, as strict decoding needs", () => {
  const nodes: Record<string, unknown>[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value) && "type" in value && value.type === "object") nodes.push({ ...value });
    Object.values(value).forEach(walk);
  };
  walk(ANSWER_SCHEMA);
  // The answer, a claim, a sum and a source.
  expect(nodes).toHaveLength(4);
  for (const { properties, required, additionalProperties } of nodes)
    expect([required, additionalProperties]).toEqual([Object.keys(properties ?? {}), false]);
  expect(JSON.stringify(ANSWER_SCHEMA)).not.toContain('"default"');
});

test("a refused field is left out or renamed, until none is named", () => {
  const renamed = reshaped(FULL_SHAPE, 400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.");
  expect(renamed).toEqual({ ...FULL_SHAPE, limit: "max_completion_tokens" });
  expect(renamed && reshaped(renamed, 400, "unknown field max_completion_tokens")).toEqual({ ...FULL_SHAPE, limit: "none" });
  expect(reshaped(FULL_SHAPE, 400, "'temperature' does not support 0")).toEqual({ ...FULL_SHAPE, temperature: false });
  expect(reshaped(FULL_SHAPE, 422, "response_format: extra fields not permitted")).toEqual({ ...FULL_SHAPE, schema: false });
  expect(reshaped({ ...FULL_SHAPE, schema: false }, 400, "response_format")).toBeUndefined();
  expect(reshaped(FULL_SHAPE, 400, "the text is too long")).toBeUndefined();
  expect(reshaped(FULL_SHAPE, 401, "temperature")).toBeUndefined();
});
