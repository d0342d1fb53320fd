// The normal form of a time: a year, month or day of ISO 8601, two of them with "/" between, or one end open.
import { dayOf, daysInMonth, isDay, monthNorm, partsOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";

/** `2007`, `2015-04`, `2015-01-20`, `2007-12/2008-03`, `/2026`, `2026/`. */
export type Norm = string;

/** What is given for a time that no norm can be written for; a day that the calendar lacks is given as it would be written, or as nothing. */
export const BEYOND: Norm = "beyond";

function isPoint(point: string): boolean {
  if (/^\d{4}$/.test(point)) return point !== "0000";
  if (/^\d{4}-\d{2}$/.test(point)) return isDay(`${point}-01`);
  return isDay(point);
}

/** True for a well-formed norm whose days exist and whose ends are in order. */
export function isNorm(norm: Norm): boolean {
  const ends = norm.split("/");
  const [from, to] = ends;
  if (from === undefined || ends.length > 2) return false;
  if (to === undefined) return isPoint(from);
  if (from === "" || to === "") return isPoint(from === "" ? to : from);
  return isPoint(from) && isPoint(to) && firstDay(from) <= lastDay(to);
}

/** The earlier end as written: `2007-12` of `2007-12/2008-03`, `2007` of `2007`. */
export function startOf(norm: Norm): string {
  return norm.split("/")[0] ?? norm;
}

/** The later end as written: `2008-03` of `2007-12/2008-03`, `2007` of `2007`. */
export function endOf(norm: Norm): string {
  return norm.split("/").at(-1) ?? norm;
}

/** From the start of `a` to the end of `b`; one point where both are the same. */
export function span(a: Norm, b: Norm): Norm {
  return startOf(a) === endOf(b) ? startOf(a) : `${startOf(a)}/${endOf(b)}`;
}

/** `2014/` for since, `/2014` for until; a norm that is open already stays. */
export function opened(norm: Norm, side: "since" | "until"): Norm {
  if (norm.startsWith("/") || norm.endsWith("/")) return norm;
  return side === "since" ? `${startOf(norm)}/` : `/${endOf(norm)}`;
}

/** The first day of a point. */
export function firstDay(point: string): Day {
  return `${point}-01-01`.slice(0, 10);
}

/** The last day of a point. */
export function lastDay(point: string): Day {
  if (point.length === 10) return point;
  const { year, month } = partsOf(point.length === 4 ? `${point}-12-01` : `${point}-01`);
  return dayOf({ year, month, day: daysInMonth(year, month) });
}

/** A span of whole months, written as one year or month where it is one. Months past 12 run into the next year. */
export function monthSpan(year: number, first: number, last: number): Norm {
  if (first === 1 && last === 12) return yearNorm(year);
  const at = (month: number) => monthNorm(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1);
  return span(at(first), at(last));
}
