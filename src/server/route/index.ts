// The door of route/: every route of the API.
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Carried } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { changeRoutes } from "./changes.ts";
import { claimRoutes } from "./claims.ts";
import { dealRoutes } from "./deals.ts";
import { decisionRoutes } from "./decisions.ts";
import { documentRoutes } from "./documents.ts";
import { feedRoutes } from "./feeds.ts";
import { importRoutes } from "./imports.ts";
import { itemRoutes } from "./items.ts";
import { jobRoutes } from "./jobs.ts";
import { partyRoutes } from "./parties.ts";
import { reviewRoutes } from "./review.ts";
import { searchRoutes } from "./search.ts";
import { statusRoutes } from "./status.ts";
import { tokenRoutes } from "./tokens.ts";
import { viewRoutes } from "./views.ts";
import { watchRoutes } from "./watches.ts";

export { health } from "./status.ts";

/** Adds all routes of the API. */
export function addRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  for (const routes of [
    dealRoutes,
    changeRoutes,
    claimRoutes,
    documentRoutes,
    decisionRoutes,
    reviewRoutes,
    feedRoutes,
    jobRoutes,
    importRoutes,
    partyRoutes,
    itemRoutes,
    searchRoutes,
    viewRoutes,
    watchRoutes,
    tokenRoutes,
    statusRoutes,
  ])
    routes(app, desk);
}
