// Where deal views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** Where one deal lies, at a pair of days. `family` and `only` say which of its claims are shown, `claim` which of them is looked at, `from` and `to` which stretch of its life the picture shows. */
export const dealRoute = createRoute({
  getParentRoute: () => root,
  path: "/deals/$id",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["asOf", "known", "policy", "family", "only", "claim", "from", "to"]),
  component: lazyRouteComponent(() => import("./deal.tsx"), "DealView"),
});

/** A page about one deal, to print and to cite. */
export const dossierRoute = createRoute({
  getParentRoute: () => root,
  path: "/deals/$id/dossier",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["asOf", "known", "policy"]),
  component: lazyRouteComponent(() => import("./dossier.tsx"), "Dossier"),
});
