// The search over everything: deals, parties and goods at once, and the documents and claims that hold the words.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import { arrayText } from "../answer/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { after, asked, dealBriefSchema, foundClaimSchema, foundDocumentSchema, itemSchema, next, partySchema } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { claimsFound, documentsFound } from "./found.ts";
import type { FindAsked } from "./found.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const limit = z.coerce.number().int().min(1).max(50).optional().openapi({ default: 10 });
const words = asked.openapi({ description: "Words that must all be there" });
const cursor = after(/^[1-9]\d{0,9}$/);

const search = route(
  "reader",
  [],
  {
    method: "get",
    path: "/search",
    tags: ["search"],
    summary: "Deals that hold all of these words, and parties and goods that begin so: the first few of each",
    request: { query: z.object({ q: asked, limit }) },
    responses: {
      200: json(
        z.strictObject({ deals: z.array(dealBriefSchema), parties: z.array(partySchema), items: z.array(itemSchema) }).openapi("Found"),
        "What was found",
      ),
    },
  },
  byBook,
);

const documents = route(
  "reader",
  [],
  {
    method: "get",
    path: "/search/documents",
    tags: ["search"],
    summary: "Documents whose text, with its heading, holds all of these words, the last that came first",
    request: { query: z.object({ q: words, after: cursor, limit }) },
    responses: { 200: json(z.strictObject({ documents: z.array(foundDocumentSchema), next }).openapi("FoundDocuments"), "A page of documents") },
  },
  byBook,
);

const claims = route(
  "reader",
  [],
  {
    method: "get",
    path: "/search/claims",
    tags: ["search"],
    summary: "Claims whose evidence holds all of these words, those of the document that came last first",
    description: "A document's claims stand on one page. A page may have fewer than are asked for, or none, and still be followed by others.",
    request: { query: z.object({ q: words, after: cursor, limit }) },
    responses: { 200: json(z.strictObject({ claims: z.array(foundClaimSchema), next }).openapi("FoundClaims"), "A page of claims") },
  },
  byBook,
);

/** Adds the routes of the search. */
export function searchRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(search, async (c) => {
    const { q, limit: most = 10 } = c.req.valid("query");
    const book = await freshBook(desk, c);
    const begins = { begins: q, limit: most };
    const [{ briefs }, named, goods] = [await book.briefs({ search: q, limit: most }), await book.parties(begins), await book.items(begins)];
    const beside = JSON.stringify({ parties: named.values, items: goods.values });
    return c.body(`{"deals":${arrayText(briefs)},${beside.slice(1)}`, 200, JSON_TYPE) as never;
  });

  app.openapi(documents, async (c) => {
    await freshBook(desk, c);
    return c.json(plain(await documentsFound(desk, given(c.req.valid("query")) as FindAsked)), 200);
  });

  app.openapi(claims, async (c) => {
    await freshBook(desk, c);
    return c.json(plain(await claimsFound(desk, given(c.req.valid("query")) as FindAsked)), 200);
  });
}
