// A normal form as the days that it covers, so that "2015" and "2015-01-01/2015-12-31" are one time whoever wrote them.
import type { Norm } from "./norm.ts";

interface Extent {
  /** The first day; absent where the time is open before. */
  readonly first?: string;
  /** The last day; absent where it is open after. */
  readonly last?: string;
}

function firstDay(point: string): string {
  return `${point}-01-01`.slice(0, 10);
}

function lastDay(point: string): string {
  if (point.length >= 10) return point.slice(0, 10);
  const [year = 0, month = 12] = point.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The days of a norm. */
function extentOf(norm: Norm): Extent {
  const [from = "", to = from] = norm.split("/");
  return { ...(from !== "" && { first: firstDay(from) }), ...(to !== "" && { last: lastDay(to) }) };
}

/** True where two norms are the same days. */
export function sameTime(a: Norm, b: Norm): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  return one.first === other.first && one.last === other.last;
}

function step(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return step(day, -1);
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return step(day, 1);
}
