// Every answer is counted and logged, one that took long as a warning with what it was asked for by.
import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Carried } from "../access/index.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** Counts and logs answers; those that took longer than `slow` milliseconds as slow ones. */
export function watching(log: Logger, metrics: Metrics, slow: number): MiddlewareHandler<Carried> {
  return async (c, next) => {
    const request = randomUUID();
    c.set("request", request);
    c.header("x-request-id", request);
    const began = performance.now();
    await next();
    const ms = performance.now() - began;
    const { method } = c.req;
    const route = routeOf(c);
    metrics.answered(method, route, c.res.status, ms / 1000);
    const said = { request, method, route, status: c.res.status, ms: Math.round(10 * ms) / 10, ...askerOf(c) };
    if (ms > slow) log.warn({ ...said, query: Object.keys(c.req.query()) }, "slow");
    else log.info(said, "answered");
  };
}

type Asked = Parameters<MiddlewareHandler<Carried>>[0];

/** The pattern of the route that answered: paths hold ids, which are too many to count apart. */
function routeOf(c: Asked): string {
  return matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "none";
}

function askerOf(c: Asked): { readonly token?: string } {
  const token = c.get("asker")?.token;
  return token === undefined ? {} : { token };
}
