// Lengths of time in ISO 8601, as TIMEX writes them (`P25Y`, `P6M`, `PT72H`), and the day on which one that begins on a day is over.
import { addDays, addMonths, isDay } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Length } from "./lengths.ts";

/** Each unit as a multiple of one that ISO 8601 has. */
const UNITS: Readonly<Record<string, readonly [number, string]>> = {
  hour: [1, "H"],
  day: [1, "D"],
  night: [1, "D"],
  week: [1, "W"],
  fortnight: [2, "W"],
  month: [1, "M"],
  quarter: [3, "M"],
  year: [1, "Y"],
  decade: [10, "Y"],
  century: [100, "Y"],
  centurie: [100, "Y"],
};

/** Longer than any term, and near to where calendars end. */
const MOST_YEARS = 999;

/** The length as ISO 8601 writes it; absent where it has no whole number of a unit, or none that a term can have. */
export function isoLength(length: Length | undefined): string | undefined {
  const [multiple, unit] = UNITS[length?.unit ?? ""] ?? [0, ""];
  const count = (length?.count ?? 0) * multiple;
  if (unit === "Y" && count % 1 !== 0) return isoLength({ count: count * 12, unit: "month" });
  if (count <= 0 || count % 1 !== 0 || (unit === "Y" && count > MOST_YEARS)) return undefined;
  return `P${unit === "H" ? "T" : ""}${count}${unit}`;
}

/** The day that lies a length (as `isoLength` gives it) after another, hours rounded up to days; absent where it is no length or the calendar ends. */
export function dayAfter(day: Day, length: string): Day | undefined {
  const [, written, unit = ""] = /^PT?(\d{1,6})([YMWDH])$/.exec(length) ?? [];
  const count = Number(written);
  const months = { Y: 12, M: 1 }[unit];
  const days = { W: 7, D: 1, H: 1 / 24 }[unit];
  if (months === undefined && days === undefined) return undefined;
  const after = months === undefined ? addDays(day, Math.ceil(count * (days ?? 1))) : addMonths(day, count * months);
  return isDay(after) ? after : undefined;
}
