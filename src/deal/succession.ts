// Which deal succeeds which. Texts tell it ("the new contract"), and the catalogue of known deals does; the catalogue is believed first.
// It is part of what a deal is, and like membership seen with hindsight; but a deal of which nothing was known by a day is not named for it.
import type { Deal } from "./deal.ts";

/** The deal that one succeeds, and those that succeed it, by their ids; absent where there is none. */
export type Succession = Pick<Deal, "replaces" | "replacedBy">;

/** A succession without what is not there. `replacedBy` in the order of ids. */
export function succession(elder: string | undefined, successors: readonly string[]): Succession {
  return { ...(elder === undefined ? {} : { replaces: elder }), ...(successors.length === 0 ? {} : { replacedBy: [...successors].sort() }) };
}

/**
 * Deals by their roots, each with its succession. `eldersOf` gives the roots that one is told to succeed, the most to be believed last: it
 * succeeds the last of those of which something is told.
 */
export function withSuccession(made: ReadonlyMap<string, Deal>, eldersOf: (root: string) => readonly string[]): readonly Deal[] {
  const told = [...made].filter(([, { members }]) => members.length > 0);
  const ids = new Map(told.map(([root, { id }]) => [root, id]));
  const pairs = told.flatMap(([root, { id }]) =>
    eldersOf(root)
      .flatMap((elder) => ids.get(elder) ?? [])
      .slice(-1)
      .map((elder) => ({ id, elder })),
  );
  const elders = new Map(pairs.map(({ id, elder }) => [id, elder]));
  const successors = Map.groupBy(pairs, ({ elder }) => elder);
  return [...made.values()].map((deal) => ({
    ...deal,
    ...succession(elders.get(deal.id), successors.get(deal.id)?.map(({ id }) => id) ?? []),
  }));
}

/** The deal with the succession that could be told when only some deals were known. */
export function amongKnown({ replaces, replacedBy = [], ...deal }: Deal, isKnown: (id: string) => boolean): Deal {
  return { ...deal, ...succession(replaces !== undefined && isKnown(replaces) ? replaces : undefined, replacedBy.filter(isKnown)) };
}
