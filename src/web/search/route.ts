// Where search views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** What was searched for. */
export const searchRoute = createRoute({
  getParentRoute: () => root,
  path: "/search",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["q"]),
  component: lazyRouteComponent(() => import("./search.tsx"), "SearchView"),
});
