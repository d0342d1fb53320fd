// How a network is asked for.
import { queryOptions } from "@tanstack/react-query";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

/** Parties and how many deals they have with each other. */
export type NetworkAnswer = Forms["PartyNetwork"];

/** What a network is of: a party by its id or name, or goods by their name. */
export interface NetworkOf {
  readonly kind: "parties" | "items";
  readonly name: string;
}

/** The question for a network. */
export function networkAsked({ kind, name }: NetworkOf) {
  return queryOptions({
    queryKey: ["network", kind, name],
    queryFn: async ({ signal }) => ask<NetworkAnswer>(`${pathOf(kind, name)}/network`, { signal }),
  });
}
