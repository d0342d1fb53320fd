// Where watches views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** All watches. */
export const watchesRoute = createRoute({
  getParentRoute: () => root,
  path: "/watches",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, []),
  component: lazyRouteComponent(() => import("./watches.tsx"), "Watches"),
});

/** One watch. */
export const watchRoute = createRoute({
  getParentRoute: () => root,
  path: "/watches/$id",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, []),
  component: lazyRouteComponent(() => import("./watch.tsx"), "WatchView"),
});
