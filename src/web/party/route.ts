// Where party views lie, and what of them an address tells.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { picked, root } from "../shell/index.ts";

/** The list of parties. */
export const partiesRoute = createRoute({
  getParentRoute: () => root,
  path: "/parties",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, ["begins"]),
  component: lazyRouteComponent(() => import("./parties.tsx"), "Parties"),
});

/** One party, by its id or, where it has none, its name. */
export const partyRoute = createRoute({
  getParentRoute: () => root,
  path: "/parties/$key",
  validateSearch: (searched: Record<string, unknown>) => picked(searched, []),
  component: lazyRouteComponent(() => import("./party.tsx"), "PartyView"),
});
