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

/** From a day (undefined: behind all of them) to the stop before or after it; undefined again behind the last. No step leads further back than the day. */
export function stepFrom(stops: readonly string[], day: string | undefined, by: -1 | 1): string | undefined {
  if (by === 1) return day === undefined ? undefined : stops.find((stop) => stop > day);
  return stops.findLast((stop) => day === undefined || stop < day) ?? day;
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

/** Months from mark to mark. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MONTHS_A_YEAR = 12;
const DAYS_A_MONTH = DAYS_A_YEAR / MONTHS_A_YEAR;

/** Years, and months of short lives, to mark on an axis: about `most` of them at the most. */
export function ticksOf({ first, last }: Axis, most: number): readonly Tick[] {
  const step = STEPS.find((one) => (last - first) / DAYS_A_MONTH / one <= most) ?? 1200;
  const monthOf = (day: number): number => Number(isoDay(day).slice(0, 4)) * MONTHS_A_YEAR + Number(isoDay(day).slice(5, 7)) - 1;
  const from = Math.ceil(monthOf(first) / step) * step;
  const count = Math.max(0, Math.floor((monthOf(last) - from) / step) + 1);
  return Array.from({ length: count }, (_, n) => tickAt(from + n * step)).filter(({ day }) => day >= first && day <= last);
}

function tickAt(month: number): Tick {
  const [year, inYear] = [Math.floor(month / MONTHS_A_YEAR), month % MONTHS_A_YEAR];
  const day = Math.round(Date.UTC(year, inYear, 1) / DAY_MS);
  const name = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(day * DAY_MS);
  return { day, text: inYear === 0 ? String(year) : `${name} ${year}` };
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
