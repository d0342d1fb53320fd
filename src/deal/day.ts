// Days and the bounds between which something lies. A bound that is not told stays absent: nothing here invents a day.

/** Earliest and latest possible day, each ISO and inclusive; absent where unknown. */
export interface Bounds {
  readonly earliest?: string;
  readonly latest?: string;
}

const DAY_MS = 86_400_000;

/** Days since 1970 of an ISO day. */
function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/** The day `days` after (or before) an ISO day. */
export function shiftDay(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** First and last day of a year, a month or a day in ISO form; undefined for any other form. */
function pointBounds(norm: string): { readonly first: string; readonly last: string } | undefined {
  if (/^\d{4}$/.test(norm)) return { first: `${norm}-01-01`, last: `${norm}-12-31` };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(norm);
  if (month) {
    const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
    return { first: `${norm}-01`, last: `${norm}-${String(last).padStart(2, "0")}` };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(norm) && !Number.isNaN(Date.parse(`${norm}T00:00:00Z`))) return { first: norm, last: norm };
  return undefined;
}

/** The bounds of a claim's time (`2007`, `2015-04`, `2015-01-20`, `2007-12/2008-03`, `/2026`, `2026/`); both absent where the form is none of these. */
export function boundsOf(norm: string): Bounds {
  const [from, to] = norm.includes("/") ? norm.split("/", 2) : [norm, norm];
  const first = pointBounds(from ?? "")?.first;
  const last = pointBounds(to ?? "")?.last;
  return { ...(first === undefined ? {} : { earliest: first }), ...(last === undefined ? {} : { latest: last }) };
}

/** What both bounds allow together, where they can be about one event; undefined where they exclude each other. */
export function meetBounds(a: Bounds, b: Bounds): Bounds | undefined {
  const earliest = [a.earliest, b.earliest]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const latest = [a.latest, b.latest]
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  if (earliest !== undefined && latest !== undefined && earliest > latest) return undefined;
  return { ...(earliest === undefined ? {} : { earliest }), ...(latest === undefined ? {} : { latest }) };
}

/** Orders bounds by their latest day, then their earliest; an open end comes last, an open beginning after a known one. */
export function compareBounds(a: Bounds, b: Bounds): number {
  const by = (x: string | undefined, y: string | undefined): number => ((x ?? "9999") < (y ?? "9999") ? -1 : (x ?? "9999") > (y ?? "9999") ? 1 : 0);
  return by(a.latest, b.latest) || by(a.earliest, b.earliest);
}
