// Where watches views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** All watches; with something to watch, a form that is filled with it. `show=deliveries` tells what was delivered for all of them. */
export const watchesRoute = createRoute({
  getParentRoute: () => root,
  path: "/watches",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["new", "deal", "party", "item", "search", "query", "show"]),
  component: lazyRouteComponent(() => import("./watches.tsx"), "Watches"),
});

/** One watch. */
export const watchRoute = createRoute({
  getParentRoute: () => root,
  path: "/watches/$id",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, []),
  component: lazyRouteComponent(() => import("./watch.tsx"), "WatchView"),
});
