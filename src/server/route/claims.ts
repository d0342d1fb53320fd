// Claims by what they are about, and one by its id.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import { ACTS } from "../../reading/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { addressed, after, asked, limit, next, storedClaimSchema } from "../schema/index.ts";
import { json, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byChain } from "./tagged.ts";

const readings = z.enum(["current", "all"]).optional().openapi({
  description: "current: claims as they stand, with all decisions; all: every claim of every reading as it was read",
  default: "current",
});

const list = route(
  "reader",
  [],
  {
    method: "get",
    path: "/claims",
    tags: ["claims"],
    summary: "Claims in the order in which the ledger had them",
    request: {
      query: z.object({
        document: addressed.optional(),
        act: z.enum(ACTS).optional(),
        party: asked.optional().openapi({ description: "The id of an actor or target, or its name where it has no id" }),
        readings,
        after: after(/^\d{1,15}\.\d{1,15}$/),
        limit,
      }),
    },
    responses: { 200: json(z.strictObject({ claims: z.array(storedClaimSchema), next }).openapi("ClaimPage"), "A page of claims") },
  },
  byChain,
);

const one = route(
  "reader",
  [404],
  {
    method: "get",
    path: "/claims/{id}",
    tags: ["claims"],
    summary: "A claim with the document and reader that it comes from",
    request: { params: z.object({ id: asked }), query: z.object({ readings }) },
    responses: { 200: json(storedClaimSchema, "The claim") },
  },
  byChain,
);

/** Adds the routes of claims. */
export function claimRoutes(app: OpenAPIHono<Carried>, { ledger }: Desk): void {
  app.openapi(list, async (c) => c.json(plain(await ledger.claims(given(c.req.valid("query")))), 200));

  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const found = await ledger.claim(id, given(c.req.valid("query")));
    if (found === undefined) throw new PactaError("PACTA_CLAIM_UNKNOWN", `the ledger has no claim "${id}"`, "GET claims lists them with their ids");
    return c.json(plain(found), 200);
  });
}
