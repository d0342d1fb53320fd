// Where item views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** The list of goods. */
export const itemsRoute = createRoute({
  getParentRoute: () => root,
  path: "/items",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["begins"]),
  component: lazyRouteComponent(() => import("./items.tsx"), "Items"),
});

/** One kind of goods. */
export const itemRoute = createRoute({
  getParentRoute: () => root,
  path: "/items/$name",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, []),
  component: lazyRouteComponent(() => import("./item.tsx"), "ItemView"),
});
