// Which claims cover which words. Claims overlap and lie within each other: a part of the text falls into segments at every place where one begins or
// ends, and each segment knows all that cover it.
import type { Span } from "./part.ts";

/** A stretch that something is said about. */
export interface Cover extends Span {
  readonly key: string;
}

/** Words that the same covers cover, the longest cover first, so that what lies within is drawn within. */
export interface Segment extends Span {
  readonly covers: readonly string[];
  /** Those of the covers that begin with this segment. */
  readonly begins: readonly string[];
}

/** A part of the text in segments; covers may reach beyond it. */
export function segmentsOf(part: Span, covers: readonly Cover[]): readonly Segment[] {
  const here = covers.filter(({ start, end }) => start < part.end && end > part.start).toSorted(byLength);
  const ends = here.flatMap(({ start, end }) => [Math.max(start, part.start), Math.min(end, part.end)]);
  const cuts = [...new Set([part.start, ...ends, part.end])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n] ?? part.start;
    const own = here.filter((cover) => cover.start <= start && cover.end >= end);
    return { start, end, covers: own.map(({ key }) => key), begins: own.filter((cover) => cover.start === start).map(({ key }) => key) };
  });
}

function byLength(a: Cover, b: Cover): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || (a.key < b.key ? -1 : 1);
}
