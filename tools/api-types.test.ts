// The types that the desk's pages are written against are those of the server's OpenAPI document.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { API_TYPES, apiTypes } from "./api-types.ts";

test("the desk's types are those of the OpenAPI document (npm run api-types makes them anew)", async () => {
  expect(readFileSync(API_TYPES, "utf8")).toBe(await apiTypes());
});
