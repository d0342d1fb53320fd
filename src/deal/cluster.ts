// Folds readings of many documents into deals, all at once and in memory. Knots are taken in canonical order, never in the order of arrival, so
// that the same claims give the same deals; what has no opener in the end waits, whoever came first.
import type { ClaimInText, Deal, DealReading, Membership } from "./deal.ts";
import { dealOf, elderRoots, tellingOf, waitingOf } from "./group.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { knotsOf } from "./knot.ts";
import { foundUnder, looksUnder, placementOf, REACH } from "./link.ts";
import type { Placed } from "./link.ts";
import type { Knot } from "./knot.ts";
import { compareMembers } from "./order.ts";
import { withSuccession } from "./succession.ts";
import { tiedTo } from "./tie.ts";

/** Places knots, which must come in the order of their keys. */
function placeAll(knots: readonly Knot[], knowledge: DealKnowledge): readonly Placed[] {
  const lists = new Map<string, Placed[]>();
  const byKey = new Map<string, Placed>();
  return knots.map((knot) => {
    const near = new Set(looksUnder(knot, knowledge).flatMap((key) => lists.get(key) ?? []));
    const older = knot.older.flatMap((key) => byKey.get(key) ?? []);
    const before = { joined: tiedTo(knot, "join", byKey.values()), apart: tiedTo(knot, "split", byKey.values()) };
    const placed = { ...knot, placement: placementOf(knot, [...near], older, knowledge, before) };
    byKey.set(knot.key, placed);
    for (const key of foundUnder(placed, knowledge)) lists.set(key, [...(lists.get(key) ?? []), placed].slice(-REACH));
    return placed;
  });
}

/**
 * Every claim's place, with hindsight over all readings given; the result does not depend on their order. A document without claims may
 * still speak of a deal. A restriction may stand in a measure and touch a deal; every other claim has one place.
 */
export function cluster(readings: readonly DealReading[], knowledge: DealKnowledge): Membership {
  const knots = readings.flatMap((reading) => knotsOf(reading, knowledge)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const groups = Map.groupBy(placeAll(knots, knowledge).map(tellingOf), ({ placement }) => placement.root);
  const made = new Map(
    [...groups].flatMap(([root, group]): [string, Deal][] =>
      [dealOf(group, knowledge)].flatMap((deal) => (deal === undefined ? [] : [[root, deal]])),
    ),
  );
  const dealAt = (root: string): string | undefined => made.get(root)?.id;
  const deals = withSuccession(made, (root) => elderRoots(groups.get(root) ?? [], knowledge));
  const review = [...groups].filter(([root]) => !made.has(root)).flatMap(([, group]) => waitingOf(group, dealAt));
  const members = new Set(deals.flatMap((deal) => deal.members.map(({ member }) => member.claim.id)));
  const claims = readings.flatMap(({ document, claims: own }) => own.map((claim) => ({ claim, document })));
  const apart = claims.filter(({ claim }) => knowledge.roles[claim.act].part === "refers" && !members.has(claim.id));
  return { deals, review: review.sort((a, b) => compareMembers(a.member, b.member)), apart: apart.sort(compareMembers) };
}

/** Claims with their texts as readings. */
export function readingsOf(claims: readonly ClaimInText[]): readonly DealReading[] {
  return [...Map.groupBy(claims, ({ document }) => document.id).values()].flatMap((of) => {
    const document = of[0]?.document;
    return document === undefined ? [] : [{ document, claims: of.map(({ claim }) => claim), abstained: [] }];
  });
}
