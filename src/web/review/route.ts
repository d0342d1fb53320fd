// Where review views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** What waits for a person to look at it. */
export const reviewRoute = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["after", "kind", "claim"]),
  component: lazyRouteComponent(() => import("./review.tsx"), "Review"),
});
