// Days on the two axes: those on which something happened or was told, how to step from one to the next, and where a day lies in a picture.
import type { Forms } from "../asking/index.ts";

type Row = Forms["LifeRow"];

/** A stretch of days by their numbers, both ends with it. */
export interface Axis {
  readonly first: number;
  readonly last: number;
}

const DAY_MS = 86_400_000;
const DAYS_A_YEAR = 365.25;

/** Days since 1970 of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The ISO day of a number of days since 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether this is a day that the calendar has, written as ISO does. */
export function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(`${written}T00:00:00Z`)) && isoDay(dayNumber(written)) === written;
}

const sorted = (days: readonly (string | undefined)[]): readonly string[] => [...new Set(days.filter((day) => day !== undefined))].sort();

/** The days by which something of a life must have happened. */
export function validStops(life: readonly Row[]): readonly string[] {
  return sorted(life.map(({ when }) => when.latest));
}

/** The days on which something of a life was published. */
export function knownStops(life: readonly Row[]): readonly string[] {
  return sorted(life.map(({ document }) => document.published));
}

/** From a day (undefined: behind all of them) to the stop before or after it; undefined again behind the last. */
export function stepFrom(stops: readonly string[], day: string | undefined, by: -1 | 1): string | undefined {
  if (by === 1) return day === undefined ? undefined : stops.find((stop) => stop > day);
  return stops.findLast((stop) => day === undefined || stop < day) ?? stops[0] ?? day;
}

/** The days that a picture of a life shows, with some room at both ends; undefined where no day of it is told. */
export function axisOf(life: readonly Row[]): Axis | undefined {
  const days = life.flatMap(({ when, document }) => [when.earliest, when.latest, document.published]).filter((day) => day !== undefined);
  const numbers = days.map(dayNumber);
  if (numbers.length === 0) return undefined;
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const room = Math.max(20, Math.round((last - first) * 0.04));
  return { first: first - room, last: last + room };
}

/** A mark under an axis. */
export interface Tick {
  readonly day: number;
  readonly text: string;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Years (and half years of short lives) to mark on an axis, no more than `most` of them. */
export function ticksOf({ first, last }: Axis, most: number): readonly Tick[] {
  const years = (last - first) / DAYS_A_YEAR;
  const [from, to] = [Number(isoDay(first).slice(0, 4)), Number(isoDay(last).slice(0, 4))];
  const step = STEPS.find((one) => years / one <= most) ?? 100;
  const monthly = years * 2 <= most && years <= 3;
  const days = Array.from({ length: to - from + 1 }, (_, n) => from + n)
    .filter((year) => year % step === 0)
    .flatMap((year) => (monthly ? [`${year}-01-01`, `${year}-07-01`] : [`${year}-01-01`]));
  return days
    .map((iso): Tick => ({ day: dayNumber(iso), text: monthly && iso.slice(5, 7) === "07" ? `July ${iso.slice(0, 4)}` : iso.slice(0, 4) }))
    .filter(({ day }) => day >= first && day <= last);
}

/** Of many days so many that say most: those `kept` first, then evenly among the others; in order. */
export function chosenStops(stops: readonly string[], kept: ReadonlySet<string>, most: number): readonly string[] {
  if (stops.length <= most) return stops;
  const first = stops.filter((stop, at) => kept.has(stop) || at === stops.length - 1).slice(-most);
  const others = stops.filter((stop) => !first.includes(stop));
  const room = most - first.length;
  const even = Array.from({ length: room }, (_, n) => others[Math.floor((n * others.length) / room)]);
  return sorted([...first, ...even]);
}
