// The search over everything.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import { arrayText } from "../answer/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { asked, dealBriefSchema, itemSchema, partySchema } from "../schema/index.ts";
import { json, JSON_TYPE, route } from "./define.ts";
import { byBook } from "./tagged.ts";

const search = route(
  "reader",
  [],
  {
    method: "get",
    path: "/search",
    tags: ["search"],
    summary: "Deals that hold all of these words, and parties and goods that begin so: the first few of each",
    request: { query: z.object({ q: asked, limit: z.coerce.number().int().min(1).max(50).optional().openapi({ default: 10 }) }) },
    responses: {
      200: json(
        z.strictObject({ deals: z.array(dealBriefSchema), parties: z.array(partySchema), items: z.array(itemSchema) }).openapi("Found"),
        "What was found",
      ),
    },
  },
  byBook,
);

/** Adds the route of the search. */
export function searchRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(search, async (c) => {
    const { q, limit = 10 } = c.req.valid("query");
    const book = await freshBook(desk, c);
    const asked = { begins: q, limit };
    const [{ briefs }, named, goods] = [await book.briefs({ search: q, limit }), await book.parties(asked), await book.items(asked)];
    const beside = JSON.stringify({ parties: named.values, items: goods.values });
    return c.body(`{"deals":${arrayText(briefs)},${beside.slice(1)}`, 200, JSON_TYPE) as never;
  });
}
