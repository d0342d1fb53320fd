// The days that a timeline shows, and what moving along it and zooming come to: both are the filter's own days, so that an address keeps them.
const DAY = 86_400_000;

/** A first and a last day, each in ISO form. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Told {
  readonly first?: string;
  readonly last?: string;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days that are shown: those asked for, else from the first to the last day on which any of the deals was told of. */
export function spanOf(deals: readonly Told[], asked: Partial<Span>): Span | undefined {
  const days = deals.flatMap(({ first, last }) => [first, last]).filter((day) => day !== undefined);
  const from = asked.from ?? least(days);
  const to = asked.to ?? least(days, true);
  if (from === undefined || to === undefined) return undefined;
  // A span of one day would have no width.
  return from < to ? { from, to } : { from: moved(to, -1), to: moved(from, 1) };
}

function least(days: readonly string[], most = false): string | undefined {
  return days.reduce<string | undefined>((found, day) => (found === undefined || (most ? day > found : day < found) ? day : found), undefined);
}

function moved(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY);
}

/** Ways along a timeline. */
export const WAYS = { in: "Zoom in", out: "Zoom out", earlier: "Earlier", later: "Later" } as const;
/** A way along a timeline. */
export type Way = keyof typeof WAYS;

/** No day that a filter takes lies outside of these. */
const [FIRST, LAST] = [Date.parse("0001-01-01"), Date.parse("9999-12-31")];

/** The span one step further: the middle half, twice as much, or half a span earlier or later. */
export function stepped({ from, to }: Span, way: Way): Span {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const half = Math.max(DAY, Math.round((end - begin) / 2 / DAY) * DAY);
  const quarter = Math.max(DAY, Math.round(half / 2 / DAY) * DAY);
  const steps: Readonly<Record<Way, readonly [number, number]>> = {
    in: end - begin < 4 * DAY ? [0, 0] : [quarter, -quarter],
    out: [-half, half],
    earlier: [-half, -half],
    later: [half, half],
  };
  const [a, b] = [begin + steps[way][0], end + steps[way][1]];
  return { from: dayOf(Math.max(FIRST, a)), to: dayOf(Math.min(LAST, b)) };
}
