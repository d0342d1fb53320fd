// Saved views: lists that people want to come back to, by the queries of their addresses.
import { randomBytes } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import { viewSchema as kept } from "../../settings/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { asked } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { plain } from "./given.ts";

const tags = ["views"];
const params = z.object({ id: asked });
const viewSchema = z.strictObject(kept.shape).openapi("View");
const requestSchema = z
  .strictObject({
    name: kept.shape.name,
    of: kept.shape.of,
    query: kept.shape.query,
  })
  .openapi("ViewRequest");

const list = route("reader", [], {
  method: "get",
  path: "/views",
  tags,
  summary: "Saved views of all who use this ledger, by name",
  responses: { 200: json(z.strictObject({ views: z.array(viewSchema) }).openapi("Views"), "The views") },
});

const add = route("reviewer", [409, 413, 415], {
  method: "post",
  path: "/views",
  tags,
  summary: "Save a view: what is listed, and the query of its address without the question mark",
  request: { body: body(requestSchema) },
  responses: { 201: json(viewSchema, "The view") },
});

const change = route("reviewer", [404, 413, 415], {
  method: "put",
  path: "/views/{id}",
  tags,
  summary: "Save a view anew, in the place of what it was",
  request: { params, body: body(requestSchema) },
  responses: { 200: json(viewSchema, "The view") },
});

const remove = route("reviewer", [404], {
  method: "delete",
  path: "/views/{id}",
  tags,
  summary: "Forget a view",
  request: { params },
  responses: { 204: { description: "It is gone" } },
});

/** Views that are kept: they are listed all at once. */
const MOST = 500;

/** Adds the routes of views. */
export function viewRoutes(app: OpenAPIHono<Carried>, { settings: { views }, clock }: Desk): void {
  const now = (): string => new Date(clock.now()).toISOString();
  const unknown = (id: string) => new PactaError("PACTA_VIEW_UNKNOWN", `there is no view "${id}"`, "GET views lists them");

  app.openapi(list, async (c) => {
    const all = await views.list();
    return c.json(plain({ views: all.toSorted((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1)) }), 200);
  });

  app.openapi(add, async (c) => {
    if ((await views.list()).length >= MOST)
      throw new PactaError("PACTA_VIEW_MANY", `${MOST} views are kept already`, "Remove some that nobody needs");
    const made = now();
    const view = { id: `view-${randomBytes(8).toString("hex")}`, ...c.req.valid("json"), made, changed: made };
    await views.put(view);
    return c.json(view, 201);
  });

  app.openapi(change, async (c) => {
    const { id } = c.req.valid("param");
    const told = c.req.valid("json");
    const view = await views.change(id, (before) => before && { ...before, ...told, changed: now() });
    if (view === undefined) throw unknown(id);
    return c.json(view, 200);
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await views.remove(id))) throw unknown(id);
    return c.body(null, 204);
  });
}
