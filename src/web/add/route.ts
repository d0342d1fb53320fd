// Where add views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** Bringing documents by one `way` or another, and jobs of reading them (`job`, several with commas between). */
export const addRoute = createRoute({
  getParentRoute: () => root,
  path: "/add",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["way", "job"]),
  component: lazyRouteComponent(() => import("./add.tsx"), "Add"),
});
