// `npm run api-types`: the forms of the API's answers as types for the desk's pages, made of the server's OpenAPI document, whose schemas are JSON
// Schema. The pages thus need nothing of the server's own sources. A test holds the file to the document.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";
import type { JSONSchema } from "json-schema-to-typescript";
import { serve } from "../src/server/index.ts";
import { ROOT } from "./checkout.ts";

const HEAD = "// The forms of the API's questions and answers. Made by `npm run api-types` from the server's OpenAPI document; do not edit.";

/** Where the types lie. */
export const API_TYPES = join(ROOT, "src", "web", "asking", "api.gen.ts");

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** The types of all schemas that have a name, in one interface. */
export async function apiTypes(): Promise<string> {
  const schemas = Object.entries((await document()).components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const references = JSON.stringify(Object.fromEntries(schemas)).replaceAll("#/components/schemas/", "#/$defs/");
  const whole = {
    title: "Forms",
    type: "object",
    additionalProperties: false,
    required: schemas.map(([name]) => name),
    properties: Object.fromEntries(schemas.map(([name]) => [name, { $ref: `#/$defs/${name}` }])),
    $defs: JSON.parse(references) as JSONSchema,
  };
  const made = await compile(whole as JSONSchema, "Forms", {
    additionalProperties: false,
    bannerComment: HEAD,
    format: true,
    maxItems: -1,
    style: { printWidth: 150 },
  });
  return made.replaceAll(/^(\s+)(\w+\??|\[k: string\]|"[^"]+"\??):/gm, "$1readonly $2:");
}

async function document(): Promise<OpenApi> {
  const folder = mkdtempSync(join(tmpdir(), "pacta-api-types-"));
  const server = await serve({ ledger: join(folder, "pacta.db"), version: "0.0.0", level: "silent" });
  try {
    return (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApi;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) writeFileSync(API_TYPES, await apiTypes());
