// A route with who may use it and how it fails, said once for the OpenAPI document and for what is done.
import { createRoute } from "@hono/zod-openapi";
import type { RouteConfig, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { PROBLEM, problemSchema } from "../answer/index.ts";
import { needing } from "../access/index.ts";
import type { Carried } from "../access/index.ts";
import { PactaError } from "../../error.ts";
import type { Role } from "../../settings/index.ts";

const problem = (description: string) => ({ description, content: { [PROBLEM]: { schema: problemSchema } } });

/** How requests are refused, by status. */
const REFUSALS = {
  400: problem("The request is none that can be answered"),
  401: problem("A token is asked for"),
  403: problem("The role, the host or the origin may not do this"),
  404: problem("There is no such thing"),
  409: problem("Another came in between, or it does not fit what the ledger holds, what else is asked, or how the server was started"),
  410: problem("The words were redacted"),
  413: problem("The request is too large"),
  415: problem("The media type cannot be read"),
  429: problem("Too many requests"),
  500: problem("A defect of Pacta"),
  503: problem("Busy or stopping"),
  507: problem("The disk is full"),
} as const;

/** Refusals that any route may give. */
const ALWAYS = [400, 401, 403, 429, 500, 503] as const;

type Refusal = keyof typeof REFUSALS;

/** Without one, a body whose keys may all be absent would be taken for an empty one. */
const bodied: MiddlewareHandler = async (c, next) => {
  if (c.req.header("content-type") === undefined)
    throw new PactaError("PACTA_SERVER_REQUEST", "the request has no body", "Send JSON, as application/json");
  await next();
};

/** A route of the API for askers of at least that role, with the refusals that it may give besides those of all routes; `tagged` says by what its answers are. */
export function route<const R extends Omit<RouteConfig, "security" | "middleware">>(
  role: Role,
  refusals: readonly Refusal[],
  config: R,
  ...tagged: readonly MiddlewareHandler<Carried>[]
) {
  const refused = Object.fromEntries([...ALWAYS, ...refusals].map((status) => [status, REFUSALS[status]]));
  return createRoute({
    ...config,
    // The first is none at all: on loopback nobody needs a token.
    security: [{}, { token: [] }],
    "x-role": role,
    middleware: [needing(role), ...("request" in config && config.request?.body !== undefined ? [bodied] : []), ...tagged],
    responses: { ...refused, ...config.responses },
  });
}

/** An answer in JSON. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({ description, content: { "application/json": { schema } } });

/** The header of an answer that is JSON already. */
export const JSON_TYPE = { "content-type": "application/json" };

/** A request's body in JSON. */
export const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { "application/json": { schema } } });
