// Where document views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** The list of documents. */
export const documentsRoute = createRoute({
  getParentRoute: () => root,
  path: "/documents",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["after"]),
  component: lazyRouteComponent(() => import("./documents.tsx"), "Documents"),
});

/** One document, with a claim of it to look at, or beside another version. */
export const documentRoute = createRoute({
  getParentRoute: () => root,
  path: "/documents/$id",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["version", "claim", "with"]),
  component: lazyRouteComponent(() => import("./document.tsx"), "DocumentView"),
});
