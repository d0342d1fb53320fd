// Which predicted claim answers which gold claim: one to one, the same act at the same place with a party in
// common. The rules are the guideline's own ("How a reading is scored"), so that two scorers give one figure.
import type { Span } from "../document/index.ts";
import type { Party } from "../reading/index.ts";

/** What the scorer looks at in a claim, gold or predicted; an absent slot is an empty one. */
export interface ScoredClaim {
  readonly act: string;
  readonly mode?: string | undefined;
  readonly negated?: boolean | undefined;
  readonly actors?: readonly Party[] | undefined;
  readonly targets?: readonly Party[] | undefined;
  readonly object?: string | undefined;
  readonly items?: readonly { readonly name: string }[] | undefined;
  readonly money?: readonly { readonly amount: number; readonly currency: string; readonly kind: string }[] | undefined;
  readonly time?: { readonly norm: string; readonly basis: string } | undefined;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
  readonly terms?: readonly string[] | undefined;
  readonly sources?: readonly { readonly name: string }[] | undefined;
  readonly evidence: Span;
  readonly tellings?: readonly Span[] | undefined;
}

/** A gold claim and its answer, as positions in the two lists. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
}

/** The last word of a name in lower case, or the empty string. */
export function lastWord(name: string): string {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.at(-1) ?? ""
  );
}

/** What the parties may be recognised by: the id where there is one, else the last word of the name. */
export function partyKeys(parties: readonly Party[] | undefined): ReadonlySet<string> {
  return new Set((parties ?? []).map((party) => party.id || lastWord(party.name)).filter((key) => key !== ""));
}

function samePlaceAs(gold: Span, predicted: Span): boolean {
  const common = Math.min(gold.end, predicted.end) - Math.max(gold.start, predicted.start);
  const shorter = Math.min(gold.end - gold.start, predicted.end - predicted.start);
  const union = Math.max(gold.end, predicted.end) - Math.min(gold.start, predicted.start);
  return common >= 0.5 * Math.max(1, shorter) && common >= 0.2 * union;
}

/** True when the evidence, or another telling, shares half of the shorter span and a fifth of the union with gold's. */
export function samePlace(gold: ScoredClaim, predicted: ScoredClaim): boolean {
  return [predicted.evidence, ...(predicted.tellings ?? [])].some((place) => samePlaceAs(gold.evidence, place));
}

/** How many parties the two share; 0 also where the side that must agree (actors, else targets) does not. */
function likeness(gold: ScoredClaim, predicted: ScoredClaim): number {
  const actors = partyKeys(gold.actors).intersection(partyKeys(predicted.actors)).size;
  const targets = partyKeys(gold.targets).intersection(partyKeys(predicted.targets)).size;
  const needed = (gold.actors ?? []).length > 0 ? actors : targets;
  return needed === 0 ? 0 : actors + targets;
}

function candidates(gold: readonly ScoredClaim[], predicted: readonly ScoredClaim[]): (Pair & { readonly like: number })[] {
  return gold.flatMap((g, i) =>
    predicted.flatMap((p, j) => {
      const like = g.act === p.act && samePlace(g, p) ? likeness(g, p) : 0;
      return like > 0 ? [{ gold: i, predicted: j, like }] : [];
    }),
  );
}

/** One-to-one pairs, most alike first, then in the order of gold and of the prediction. */
export function matchClaims(gold: readonly ScoredClaim[], predicted: readonly ScoredClaim[]): readonly Pair[] {
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const order = candidates(gold, predicted).sort((a, b) => b.like - a.like || a.gold - b.gold || a.predicted - b.predicted);
  return order.filter((pair) => {
    if (usedGold.has(pair.gold) || usedPredicted.has(pair.predicted)) return false;
    usedGold.add(pair.gold);
    usedPredicted.add(pair.predicted);
    return true;
  });
}
