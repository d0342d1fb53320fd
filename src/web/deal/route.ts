// Where deal views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** Where one deal lies, at a pair of days. */
export const dealRoute = createRoute({
  getParentRoute: () => root,
  path: "/deals/$id",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["asOf", "known", "policy", "tab", "claim"]),
  component: lazyRouteComponent(() => import("./deal.tsx"), "DealView"),
});
