// Where the list of deals lies, and what of it an address tells.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** What deals are asked for by; each as the API takes it. */
export const DEAL_FILTERS = [
  "kind",
  "state",
  "party",
  "item",
  "act",
  "money",
  "document",
  "from",
  "to",
  "search",
  "asOf",
  "known",
  "policy",
  "sort",
] as const;

/** The list of deals. */
export const dealsRoute = createRoute({
  getParentRoute: () => root,
  path: "/deals",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, [...DEAL_FILTERS, "shown"]),
  component: lazyRouteComponent(() => import("./deals.tsx"), "Deals"),
});

/** The desk begins with its deals. */
export const startRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/deals" });
  },
});
