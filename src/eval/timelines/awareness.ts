// Temporal awareness, as SemEval-2015 scores timelines: a timeline is the relations that it states, without those that follow from others. Of ours as
// many are right as follow from gold's timeline, and of gold's as many are found as follow from ours. Events at place 0 are in no relation.

/** An event on a timeline: the same key on both timelines means the same event. */
export interface Placed {
  readonly key: string;
  /** Its place in the order, from 1; 0 where it has none. */
  readonly position: number;
  readonly anchor: string;
}

type Relation =
  | { readonly kind: "at"; readonly key: string; readonly anchor: string }
  | { readonly kind: "before"; readonly first: string; readonly second: string };

/** Relations that were verified, of how many, from either side. */
export interface Awareness {
  readonly right: number;
  readonly stated: number;
  readonly found: number;
  readonly wanted: number;
}

/** The relations that a timeline states: each event is at its anchor, and the first of each place is before the first of the next. */
export function relationsOf(events: readonly Placed[]): readonly Relation[] {
  const placed = events.filter(({ position }) => position > 0);
  const firsts = [...Map.groupBy(placed, ({ position }) => position)]
    .sort(([a], [b]) => a - b)
    .flatMap(([, at]) => at.slice(0, 1).map(({ key }) => key));
  return [
    ...placed.map(({ key, anchor }): Relation => ({ kind: "at", key, anchor })),
    ...firsts.slice(1).map((second, i): Relation => ({ kind: "before", first: firsts[i] ?? "", second })),
  ];
}

/** Whether a relation follows from a timeline. */
function follows(relation: Relation, timeline: ReadonlyMap<string, Placed>): boolean {
  if (relation.kind === "at") return timeline.get(relation.key)?.anchor === relation.anchor;
  const [first, second] = [timeline.get(relation.first), timeline.get(relation.second)];
  return first !== undefined && second !== undefined && first.position < second.position;
}

const byKey = (events: readonly Placed[]): ReadonlyMap<string, Placed> =>
  new Map(events.filter(({ position }) => position > 0).map((event) => [event.key, event]));

/** Our timeline against gold's. */
export function awarenessOf(ours: readonly Placed[], gold: readonly Placed[]): Awareness {
  const [stated, wanted] = [relationsOf(ours), relationsOf(gold)];
  const [inOurs, inGold] = [byKey(ours), byKey(gold)];
  return {
    right: stated.filter((relation) => follows(relation, inGold)).length,
    stated: stated.length,
    found: wanted.filter((relation) => follows(relation, inOurs)).length,
    wanted: wanted.length,
  };
}

/** The sum over timelines, as micro figures need it. */
export function sumOfAwareness(all: readonly Awareness[]): Awareness {
  const sum = (key: keyof Awareness): number => all.reduce((total, one) => total + one[key], 0);
  return { right: sum("right"), stated: sum("stated"), found: sum("found"), wanted: sum("wanted") };
}
