// Claims to deals with their states: what the command line and the server ask for.
import { cluster } from "./cluster.ts";
import type { AsOf, Deal, DealReading, DealKind, DealState } from "./deal.ts";
import { fold, knownMembers } from "./fold.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { amongKnown } from "./succession.ts";

/** What is asked for: the two days, the policy, and the kinds of deal (all where absent). */
export interface DealsQuery extends AsOf {
  readonly kinds?: readonly DealKind[];
}

/** A deal and its state at the days asked for. */
export interface DealAtDays {
  readonly deal: Deal;
  readonly state: DealState;
}

/** The states of deals at a pair of days; a deal of which nothing is known by then is left out, and named by no other. */
export function statesOf(all: readonly Deal[], knowledge: DealKnowledge, query: DealsQuery = {}): readonly DealAtDays[] {
  const told = all.filter((deal) => knownMembers(deal, query.known).length > 0);
  const ids = new Set(told.map(({ id }) => id));
  return told
    .filter(({ kind }) => query.kinds === undefined || query.kinds.includes(kind))
    .map((deal) => ({ deal: amongKnown(deal, (id) => ids.has(id)), state: fold(deal, knowledge, query) }));
}

/** Clusters readings and folds each deal: membership with hindsight over all readings, states at the days asked for. */
export function deals(readings: readonly DealReading[], knowledge: DealKnowledge, query: DealsQuery = {}): readonly DealAtDays[] {
  return statesOf(cluster(readings, knowledge).deals, knowledge, query);
}
