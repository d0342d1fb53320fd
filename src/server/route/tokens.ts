// Tokens, for admins: who may come in. A secret is told once.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { PactaError } from "../../error.ts";
import { ROLES } from "../../settings/index.ts";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { asked, day } from "../schema/index.ts";
import { body, json, route } from "./define.ts";
import { given, plain } from "./given.ts";

const tokenSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    made: z.string(),
    expires: z.string().optional(),
    revoked: z.string().optional(),
    used: z.string().optional(),
  })
  .openapi("Token");

const list = route("admin", [], {
  method: "get",
  path: "/tokens",
  tags: ["tokens"],
  summary: "All tokens without their secrets, revoked ones among them",
  responses: { 200: json(z.strictObject({ tokens: z.array(tokenSchema) }).openapi("Tokens"), "The tokens") },
});

const make = route("admin", [413, 415], {
  method: "post",
  path: "/tokens",
  tags: ["tokens"],
  summary: "Make a token; its secret is told here and never again",
  request: {
    body: body(
      z
        .strictObject({
          name: z
            .string()
            .regex(/^\S(?:.{0,98}\S)?$/)
            .openapi({ description: "Whose it is: decisions are made under this name" }),
          role: z.enum(ROLES),
          expires: day.optional().openapi({ description: "The last day on which it is good" }),
        })
        .openapi("TokenRequest"),
    ),
  },
  responses: { 201: json(z.strictObject({ token: tokenSchema, secret: z.string() }).openapi("NewToken"), "The token and its secret") },
});

const revoke = route("admin", [404], {
  method: "delete",
  path: "/tokens/{id}",
  tags: ["tokens"],
  summary: "Take a token's rights away for good",
  request: { params: z.object({ id: asked }) },
  responses: { 204: { description: "It is revoked" } },
});

/** Adds the routes of tokens. */
export function tokenRoutes(app: OpenAPIHono<Carried>, { settings: { tokens } }: Desk): void {
  app.openapi(list, async (c) => c.json(plain({ tokens: await tokens.list() }), 200));

  app.openapi(make, async (c) => {
    const { name, role, ...more } = c.req.valid("json");
    return c.json(plain(await tokens.add({ name, role, ...given(more) })), 201);
  });

  app.openapi(revoke, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await tokens.revoke(id))) throw new PactaError("PACTA_TOKEN_UNKNOWN", `there is no token "${id}" that is good`, "GET tokens lists them");
    return c.body(null, 204);
  });
}
