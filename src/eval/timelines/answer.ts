// How gold's events are answered by ours: found where a word of ours stands on one of theirs, right where the target entity takes part in it, with the
// right day, and in the right order.
import { overlaps } from "../../document/index.ts";
import type { Claim } from "../../reading/index.ts";
import { awarenessOf } from "./awareness.ts";
import type { Awareness, Placed } from "./awareness.ts";
import { placesOf } from "./corpus.ts";
import type { Story, Timeline, TimelineEvent } from "./corpus.ts";
import { scopeOf } from "./labels.ts";
import type { Labels } from "./labels.ts";
import type { ToldEvent } from "./told.ts";

/** Of which events of a timeline is asked: all, those that are acts of the guideline, or of these those between states or countries. */
export type Scope = "all" | "acts" | "between";

/** A gold event with what is told of it: an event on its words, and one of them in which the entity takes part. */
export interface Answered {
  readonly event: TimelineEvent;
  readonly told?: ToldEvent;
  readonly ofEntity?: ToldEvent;
}

/** Which of our events stand on the words of one of gold's. */
export type Standing = (event: TimelineEvent) => readonly ToldEvent[];

/** Finds our events on gold's words. */
export function standingOn(told: readonly ToldEvent[], stories: ReadonlyMap<string, Story>): Standing {
  return ({ mentions }) => {
    const places = mentions.flatMap((mention) => placesOf(mention, stories.get(mention.story)).map((place) => ({ ...place, story: mention.story })));
    return told.filter(({ words }) => words.some((word) => places.some((place) => place.story === word.story && overlaps(place, word))));
  };
}

/** True where the entity is a party of one of the claims, its goods, or named in its object. */
export function involves({ claims }: Pick<ToldEvent, "claims">, entity: RegExp): boolean {
  const namesOf = ({ actors, targets, items, object }: Claim): readonly (string | undefined)[] => [
    ...[...actors, ...targets].flatMap(({ name, via }) => [name, via]),
    ...items.map(({ name }) => name),
    object,
  ];
  return claims.some((claim) => namesOf(claim).some((name) => name !== undefined && entity.test(name)));
}

/** True where an event is asked for. */
export function isAsked(event: TimelineEvent, scope: Scope, labels: Labels): boolean {
  if (scope === "all") return true;
  const own = scopeOf(event, labels);
  return scope === "between" ? own === "between" : own !== undefined;
}

/** What is told of each event of a timeline that is asked for. */
export function answersTo(timeline: Timeline, scope: Scope, labels: Labels, standing: Standing): readonly Answered[] {
  const entity = labels.entities.get(timeline.entity);
  return timeline.events
    .filter((event) => isAsked(event, scope, labels))
    .map((event): Answered => {
      const [told, ...others] = standing(event);
      const ofEntity = [told, ...others].find((one) => one !== undefined && entity !== undefined && involves(one, entity));
      return { event, ...(told === undefined ? {} : { told }), ...(ofEntity === undefined ? {} : { ofEntity }) };
    });
}

/** Anchors in the order of days; a year comes before its months, as in the corpus. */
export function positionsOf(anchors: readonly (string | undefined)[]): readonly number[] {
  const days = (anchor: string): string => anchor.replaceAll("X", "0");
  const ordered = [...new Set(anchors.filter((anchor) => anchor !== undefined))].sort((a, b) => (days(a) < days(b) ? -1 : 1));
  return anchors.map((anchor) => (anchor === undefined ? 0 : ordered.indexOf(anchor) + 1));
}

/** Pairs of found events that gold orders: ours are ordered alike, at one day, or the other way round. */
export function orderOf(answers: readonly Answered[]): { readonly alike: number; readonly tied: number; readonly pairs: number } {
  const found = answers.filter(({ event, ofEntity }) => event.position > 0 && ofEntity?.anchor !== undefined);
  const positions = positionsOf(found.map(({ ofEntity }) => ofEntity?.anchor));
  const pairs = found.flatMap((one, i) =>
    found.slice(i + 1).flatMap((other, k) => {
      const gold = Math.sign(other.event.position - one.event.position);
      return gold === 0 ? [] : [gold * Math.sign((positions[i + 1 + k] ?? 0) - (positions[i] ?? 0))];
    }),
  );
  return { alike: pairs.filter((sign) => sign > 0).length, tied: pairs.filter((sign) => sign === 0).length, pairs: pairs.length };
}

/** Our timeline of an entity against gold's, of the events that are asked for. What we tell of gold events that are not asked for is left out. */
export function awarenessIn(timeline: Timeline, scope: Scope, labels: Labels, told: readonly ToldEvent[], standing: Standing): Awareness {
  const entity = labels.entities.get(timeline.entity);
  const asked = timeline.events.filter((event) => isAsked(event, scope, labels));
  const beside = new Set(timeline.events.filter((event) => !asked.includes(event)).flatMap(standing));
  const keys = new Map<ToldEvent, string>();
  asked.forEach((event, i) => {
    const first = standing(event).find((one) => !keys.has(one));
    if (first !== undefined) keys.set(first, `gold ${i}`);
  });
  const own = told.filter((one) => entity !== undefined && involves(one, entity) && (keys.has(one) || !beside.has(one)));
  const positions = positionsOf(own.map(({ anchor }) => anchor));
  const ours = own.map((one, i): Placed => ({ key: keys.get(one) ?? `ours ${i}`, position: positions[i] ?? 0, anchor: one.anchor ?? "" }));
  const gold = asked.map(({ position, anchor }, i): Placed => ({ key: `gold ${i}`, position, anchor }));
  return awarenessOf(ours, gold);
}
