// Day arithmetic on ISO 8601 days. Days are strings, as they are everywhere in Pacta; no clock and no time zone takes part.
import { PactaError } from "../../error.ts";

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/** What a calendar date consists of; months and days count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS = 86_400_000;
const two = (value: number) => String(value).padStart(2, "0");

/** `2015` for 2015, `0800` for 800. */
export function yearNorm(year: number): string {
  return String(year).padStart(4, "0");
}

/** `2015-04`. */
export function monthNorm(year: number, month: number): string {
  return `${yearNorm(year)}-${two(month)}`;
}

/** The day of the parts, not checked; see `isDay`. */
export function dayOf({ year, month, day }: DateParts): Day {
  return `${monthNorm(year, month)}-${two(day)}`;
}

/** The parts of a day. */
export function partsOf(day: Day): DateParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function toUtc({ year, month, day }: DateParts): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function fromUtc(milliseconds: number): Day {
  const date = new Date(milliseconds);
  return dayOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** True for a day that the calendar has, from year 1 to 9999. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !day.startsWith("0000") && fromUtc(toUtc(partsOf(day))) === day;
}

/** Throws `PACTA_DAY_INVALID` unless it is a day of the calendar. */
export function checkDay(day: string): Day {
  if (isDay(day)) return day;
  throw new PactaError("PACTA_DAY_INVALID", `"${day}" is no day of the calendar`, "Give the day as YYYY-MM-DD, e.g. 2015-01-20");
}

/** The day so many days later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(partsOf(day)) + days * MILLISECONDS);
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((toUtc(partsOf(b)) - toUtc(partsOf(a))) / MILLISECONDS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(toUtc(partsOf(day))).getUTCDay() + 6) % 7;
}

/** The last day of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return partsOf(fromUtc(toUtc({ year, month: month + 1, day: 0 }))).day;
}

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return dayOf({ ...target, day: Math.min(date, daysInMonth(target.year, target.month)) });
}

/** The Monday of the day's week; weeks run from Monday to Sunday. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}
