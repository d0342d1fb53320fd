// Counts of units and the days that they lead to. How precise the result is follows the unit: days and weeks give a day,
// months a month, years a year.
import { addDays, addMonths, isDay, partsOf, weekdayOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Said } from "./construct.ts";
import { kept, relative } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { BEYOND } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { COUNT, countOf, HEDGE, UNIT } from "./words.ts";

/** A count and a unit, with a word between where there is one ("two long years"). */
export const LENGTH = `(?:${HEDGE} )?(?<count>${COUNT})[ -](?:(?!(?:to|and|or|of|in|on|by|per|for|hundred|thousand|million|billion)\\b)\\p{L}{2,9} )?(?<unit>${UNIT})s?`;
/** A count and a unit, working days too. */
export const PLAIN = `(?:${HEDGE} )?(?<count>${COUNT}) (?:more |full |calendar |long )?(?<unit>(?:(?:working|business) )?${UNIT})s?`;

/** The day that lies so many units from `from`, forward or (negative) back; absent where the calendar ends. */
export function dayAt(from: Day, count: number, unit: string): Day | undefined {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, centurie: 1200 }[unit];
  const days = { hour: 1 / 24, day: 1, night: 1, week: 7, weekend: 7, fortnight: 14 }[unit];
  if (/^(?:working|business) day$/.test(unit)) return workingDay(from, count);
  const far = Math.abs(count * (months ?? 1)) > 24_000;
  if (far) return undefined;
  const day =
    months !== undefined ? addMonths(from, Math.round(count * months)) : addDays(from, Math.sign(count) * Math.ceil(Math.abs(count) * (days ?? 1)));
  return isDay(day) ? day : undefined;
}

/** The working day that lies so many of them from `from`. */
function workingDay(from: Day, count: number): Day {
  let day = from;
  for (let left = Math.min(Math.ceil(Math.abs(count)), 3000); left > 0; left -= weekdayOf(day) < 5 ? 1 : 0) day = addDays(day, Math.sign(count));
  return day;
}

/** As precise as the unit. */
export function asPrecise(day: Day, unit: string): Norm {
  if (/^(?:year|decade|centur)/.test(unit)) return yearNorm(partsOf(day).year);
  return /^(?:month|quarter)/.test(unit) ? day.slice(0, 7) : day;
}

/** So many units. */
export interface Length {
  readonly count: number;
  readonly unit: string;
}

/** The length that the words say; absent for a vague count. */
export function lengthOf(said: Said): Length | undefined {
  const [count, unit] = [countOf(said["count"] ?? "a"), said["unit"]?.toLowerCase()];
  return count === undefined || unit === undefined ? undefined : { count, unit };
}

/** A point so far from the anchor; a vague length is known to be a time but not which. */
export function pointAt(said: Said, sign: 1 | -1): Meaning {
  const length = lengthOf(said);
  if (length === undefined) return kept("vague");
  return relative((anchor) => {
    const hours = length.unit === "hour" && length.count < 24;
    const day = hours ? anchor : dayAt(anchor, sign * length.count, length.unit);
    return day === undefined ? BEYOND : asPrecise(day, length.unit);
  });
}
