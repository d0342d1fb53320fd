// Documents: their versions, what was read from them, and which are copies of one report.
import { setImmediate as turn } from "node:timers/promises";
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import type { Ledger, ListedDocument } from "../../ledger/index.ts";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import {
  addressed,
  after,
  clusterSchema,
  limit,
  listedDocumentSchema,
  listedReadingSchema,
  next,
  standingSchema,
  storedDocumentSchema,
} from "../schema/index.ts";
import { json, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook, byChain } from "./tagged.ts";
import { titleOf } from "./titled.ts";

const params = z.object({ id: addressed.openapi({ description: "The document's id, percent-encoded (an address has slashes)" }) });

const list = route(
  "reader",
  [],
  {
    method: "get",
    path: "/documents",
    tags: ["documents"],
    summary: "Versions of documents without their texts, the last that came first",
    request: { query: z.object({ after: after(/^[1-9]\d{0,14}$/), limit }) },
    responses: { 200: json(z.strictObject({ documents: z.array(listedDocumentSchema), next }).openapi("DocumentPage"), "A page of documents") },
  },
  byChain,
);

const total = route(
  "reader",
  [],
  {
    method: "get",
    path: "/totals/documents",
    tags: ["documents"],
    summary: "How many documents there are, whatever their versions",
    responses: { 200: json(z.strictObject({ documents: z.int() }).openapi("DocumentTotal"), "The number") },
  },
  byBook,
);

const one = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/documents/{id}",
    tags: ["documents"],
    summary: "A version of a document with its text, the newest unless told",
    request: { params, query: z.object({ version: z.coerce.number().int().min(1).max(1e9).optional() }) },
    responses: { 200: json(storedDocumentSchema, "The document") },
  },
  byChain,
);

const readings = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/documents/{id}/readings",
    tags: ["documents"],
    summary: "The readings of a document, newest version first, of each the newest reading first",
    request: { params },
    responses: { 200: json(z.strictObject({ readings: z.array(listedReadingSchema) }).openapi("Readings"), "The readings") },
  },
  byChain,
);

const standing = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/documents/{id}/standing",
    tags: ["documents"],
    summary: "What stands of a document: claims with all decisions, by which to decide about each, and what was not claimed and why",
    request: { params },
    responses: { 200: json(standingSchema, "What stands") },
  },
  byChain,
);

const copies = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/documents/{id}/copies",
    tags: ["documents"],
    summary: "The documents that are copies of one report with this one, and the one that the others have it from",
    request: { params },
    responses: { 200: json(clusterSchema, "The copies") },
  },
  byChain,
);

/** Adds the routes of documents. */
export function documentRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  const { ledger } = desk;
  app.openapi(total, async (c) => c.json({ documents: await (await freshBook(desk, c)).documents() }, 200));

  app.openapi(list, async (c) => {
    const { documents, ...page } = await ledger.documentPage(given(c.req.valid("query")));
    const called: Awaited<ReturnType<typeof titled>>[] = [];
    for (const one of documents) {
      // A text may be long, and others want to be answered in between.
      if (one.heading === undefined) await turn();
      called.push(await titled(one, ledger));
    }
    return c.json(plain({ documents: called, ...page }), 200);
  });

  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(plain(known(id, await ledger.document(id, c.req.valid("query").version))), 200);
  });

  app.openapi(readings, async (c) => {
    const { id } = c.req.valid("param");
    const found = await ledger.readings(id);
    if (found.length === 0) known(id, await ledger.document(id));
    return c.json(plain({ readings: found }), 200);
  });

  app.openapi(standing, async (c) => {
    const { id } = c.req.valid("param");
    const [found, read] = [known(id, await ledger.standing(id)), await ledger.reading(id)];
    const { abstained, reader } = read ?? { abstained: [], reader: undefined };
    return c.json(plain({ ...found, abstained, ...(reader === undefined ? {} : { reader }) }), 200);
  });

  app.openapi(copies, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(plain(known(id, await ledger.copies(id))), 200);
  });
}

/** A listed document with what it is called. */
async function titled(listed: ListedDocument, ledger: Ledger): Promise<ListedDocument & { readonly title?: string }> {
  const text = listed.heading === undefined ? ((await ledger.document(listed.id, listed.version))?.text ?? "") : "";
  const title = titleOf({ ...listed, text });
  return title === undefined ? listed : { ...listed, title };
}

/** What is there of a document. Throws `PACTA_DOCUMENT_UNKNOWN`. */
function known<Found>(id: string, found: Found | undefined): Found {
  if (found !== undefined) return found;
  throw new PactaError("PACTA_DOCUMENT_UNKNOWN", `the ledger has no document "${id}" of that version`, "GET documents lists them with their ids");
}
