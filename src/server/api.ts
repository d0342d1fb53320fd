// The server as a function from requests to answers: what every request passes, then the routes.
import { OpenAPIHono } from "@hono/zod-openapi";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { timeout } from "hono/timeout";
import { PactaError } from "../error.ts";
import { resource } from "../resources.ts";
import { admitting, countingRate, limitingRate, needing, sameOrigin } from "./access/index.ts";
import type { Carried } from "./access/index.ts";
import { problemAnswer } from "./answer/index.ts";
import { tagOf } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { watching } from "./observe/index.ts";
import { pages } from "./pages.ts";
import { addRoutes, health } from "./route/index.ts";

/** What requests may cost, and from where they may come. */
export interface ApiLimits {
  /** Whether nobody but this machine can reach the server. */
  readonly isLoopback: boolean;
  /** Whether a request without a token is one of an admin. */
  readonly open: boolean;
  /** Names of hosts besides this machine's own. */
  readonly names: readonly string[];
  /** Requests a second of one asker. */
  readonly rate: number;
  /** Bytes of a request. */
  readonly body: number;
  /** Milliseconds that a request may take. */
  readonly time: number;
  /** Milliseconds after which an answer is logged as slow. */
  readonly slow: number;
}

/** Where the routes of the API stand. */
export const API = "/api/v1";

/** Answers requests from the desk. */
export function apiOf(desk: Desk, limits: ApiLimits): OpenAPIHono<Carried> {
  const app = newApp(desk);
  app.use(watching(desk.log, desk.metrics, limits.slow));
  const guarded = secureHeaders({ strictTransportSecurity: false, contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } });
  app.use(sameOrigin(limits.names, limits.isLoopback));
  app.use(pages(resource("dist", "web")));
  app.use(guarded);
  app.get("/healthz", async (c) => {
    const { status, body } = await health(desk);
    return c.json(body, status);
  });
  const count = countingRate(limits.rate, desk.clock, (c) => getConnInfo(c).remote.address ?? "");
  app.use(admitting(desk.settings, limits.open, count));
  app.use(limitingRate(count));
  app.get("/metrics", needing("reader"), async (c) => {
    const { seq } = await desk.ledger.head();
    const { body, type } = await desk.metrics.text({ ledger: seq, book: desk.keeper.seq });
    return c.text(body, 200, { "content-type": type });
  });
  app.route(API, routesOf(desk, limits));
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Pacta", version: desk.version, description: "What the ledger of deals between states knows, and what people decide about it." },
  });
  return app;
}

function routesOf(desk: Desk, { body, time }: ApiLimits): OpenAPIHono<Carried> {
  const routes = newApp(desk);
  // A stream of events has no end by which it could be told.
  const tagged = etag();
  routes.use((c, next) => (c.req.path.endsWith("/events") ? next() : tagged(c, next)));
  routes.use((c, next) => {
    c.set("tagOf", (of) => tagOf(desk, c, of));
    return next();
  });
  for (const path of BRINGING) routes.use(path, limitedTo(Math.max(body, DOCUMENTS)));
  routes.use(
    limitedTo(
      body,
      BRINGING.map((path) => API + path),
    ),
  );
  routes.use(timeout(time, () => new HTTPException(503, { message: "time" })));
  addRoutes(routes, desk);
  refuseOtherMethods(routes);
  return routes;
}

/** Requests that bring documents or sheets. */
const BRINGING = ["/jobs", "/imports"];

/** Bytes of such a request. */
const DOCUMENTS = 32 * 1024 * 1024;

/** Refuses larger requests, but those to paths that have a limit of their own. */
function limitedTo(bytes: number, but: readonly string[] = []): MiddlewareHandler {
  const limited = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new PactaError(
        "PACTA_SERVER_TOO_LARGE",
        `a request of more than ${bytes} bytes`,
        "Send less at a time, or start the server with another --body",
      );
    },
  });
  return (c, next) => (but.includes(c.req.path) ? next() : limited(c, next));
}

/** Behind all routes: whoever comes so far asks something of a path that it does not do. */
function refuseOtherMethods(app: OpenAPIHono<Carried>): void {
  const methods = Map.groupBy(
    app.routes.filter(({ method }) => method !== "ALL"),
    ({ path }) => path,
  );
  for (const [path, all] of methods) {
    const allowed = [...new Set(all.map(({ method }) => method))].join(", ");
    app.all(path, (c) => {
      c.header("allow", allowed);
      throw new PactaError("PACTA_SERVER_METHOD", `${c.req.method} is not what ${c.req.path} does`, `It does ${allowed}`);
    });
  }
}

function newApp(desk: Desk): OpenAPIHono<Carried> {
  const app = new OpenAPIHono<Carried>({
    defaultHook: (result) => {
      if (!result.success) throw new PactaError("PACTA_SERVER_REQUEST", z.prettifyError(result.error), "See /openapi.json for what is asked");
    },
  });
  app.notFound((c) =>
    problemAnswer(c, new PactaError("PACTA_SERVER_PATH", `there is nothing at ${c.req.path}`, "See /openapi.json for what there is")),
  );
  app.onError(async (thrown, c) => {
    const error = (await isAnew(desk, thrown)) ? anew() : coded(thrown);
    const answer = problemAnswer(c, error);
    if (answer.status >= 500 && answer.status !== 503)
      desk.log.error({ request: c.get("request"), error: String(error), stack: thrown.stack }, "failed");
    return answer;
  });
  return app;
}

/** Whether it is because the book of deals is being made anew, as it is after a redaction, that something was not found in the ledger's tables. */
async function isAnew({ ledger, keeper }: Desk, error: Error): Promise<boolean> {
  if (!(error instanceof PactaError) || error.code !== "PACTA_LEDGER_BROKEN") return false;
  return (await ledger.head().catch(() => ({ seq: 0 }))).seq > keeper.seq;
}

function anew(): PactaError {
  return new PactaError("PACTA_SERVER_BOOK", "the book of deals is being made anew", "Ask again in a while; GET status tells how far it is");
}

/** What Hono itself throws, with a code of ours. */
function coded(error: Error): Error {
  if (!(error instanceof HTTPException)) return error;
  if (error.message === "time") return new PactaError("PACTA_SERVER_TIME", "the answer takes too long", "Ask for less at a time");
  if (error.status === 415) return new PactaError("PACTA_SERVER_MEDIA_TYPE", error.message, "Send application/json");
  return new PactaError("PACTA_SERVER_REQUEST", error.message === "" ? "the request cannot be read" : error.message, "Send JSON");
}
