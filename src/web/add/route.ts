// Where add views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** Bringing documents, and one job of reading them. */
export const addRoute = createRoute({
  getParentRoute: () => root,
  path: "/add",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["job"]),
  component: lazyRouteComponent(() => import("./add.tsx"), "Add"),
});
