// What changed of deals since an entry of the chain, for who comes back.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { DealChange } from "../../deal/index.ts";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { changeSchema } from "../schema/index.ts";
import { json, route } from "./define.ts";
import { plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const list = route(
  "reader",
  [],
  {
    method: "get",
    path: "/changes",
    tags: ["deals"],
    summary: "What changed of deals by entries behind `after`, the newest last",
    description:
      "Pass `through` on as `after` to go on; where it is no more than `after`, nothing changed since. Changes are kept for 30 days after they came: what entries up to `forgotten` changed is no longer told. What one entry brought is told whole, also where that is more than `limit`.",
    request: {
      query: z.object({
        after: z.coerce.number().int().min(0).max(1e15).optional().openapi({ description: "An entry of the ledger", default: 0 }),
        limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ default: 100 }),
      }),
    },
    responses: {
      200: json(z.strictObject({ changes: z.array(changeSchema), through: z.int(), forgotten: z.int() }).openapi("DealChanges"), "The changes"),
    },
  },
  byBook,
);

/** Adds the route of changes. */
export function changeRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { after = 0, limit = 100 } = c.req.valid("query");
    const { changes, through, forgotten } = await (await freshBook(desk, c)).changes(after, limit);
    return c.json(plain({ changes: changes.map(toldOf), through, forgotten }), 200);
  });
}

/** Roots are the book's own matter. */
function toldOf({ seq, at, id, name, kind, was, gone, before, after, conflicts, isNews, told }: DealChange) {
  const deal = { deal: { id, name, kind }, was: was.map((one) => one.id), ...(gone === undefined ? {} : { gone }) };
  return { seq, at, ...deal, before, after, conflicts, isNews, told };
}
