// Every way to write a time that there is a construct for. Their order says nothing: of readings that overlap the longest stays.
import type { Construct } from "./construct.ts";
import {
  dayAlone,
  dayMonth,
  dayOfSideMonth,
  daysOfMonth,
  daysOfSideMonth,
  monthDay,
  monthDays,
  sideDate,
  spelledDay,
  weekdayOfMonth,
  yearMonthDay,
} from "./dates.ts";
import { afterLength, ago, agoInParts, ahead, duration, fromNow, nextLength, pastLength, vagueLength, within } from "./distances.ts";
import { feasts } from "./feasts.ts";
import { bareMonth, everydayMonth, monthSideYear, monthYear, sideMonth, yearNamedMonth } from "./months.ts";
import { basic, dotted, monthSlashYear, noHour, slashed, yearFirst, yearLast, yearMonth } from "./numeric.ts";
import { half, monthsOfYear, quarter, seasons } from "./periods.ts";
import { fromDay, fromEvent, fromReference, nearReference } from "./referred.ts";
import { afterNext, endOfUnit, inTheUnit, namedDay, now, restOfUnit, sideUnit, theWeekend } from "./relative.ts";
import { bareWeekday, sideWeekday, weekdayOfWeek, weekdayThe } from "./weekdays.ts";
import { weekNumber, weekOfDay, weekOfPeriod, weeksOfYear } from "./weeks.ts";
import { bareYear, century, decade, farYear, fiscalYear, sideFiscalYear, sideOfYears, spelledYear, yearRange } from "./years.ts";

/** All constructs: those of the grammar, and those made from the tables under knowledge/time/. Throws as `loadTable`. */
export function allConstructs(): readonly Construct[] {
  return [...GRAMMAR, ...seasons(), feasts()];
}

const GRAMMAR: readonly Construct[] = [
  dayMonth,
  monthDay,
  yearMonthDay,
  spelledDay,
  sideDate,
  daysOfMonth,
  monthDays,
  dayAlone,
  dayOfSideMonth,
  daysOfSideMonth,
  weekdayOfMonth,
  yearFirst,
  basic,
  yearLast,
  dotted,
  slashed,
  noHour,
  monthSlashYear,
  yearMonth,
  monthYear,
  yearNamedMonth,
  monthSideYear,
  sideMonth,
  bareMonth,
  everydayMonth,
  bareYear,
  spelledYear,
  farYear,
  yearRange,
  decade,
  fiscalYear,
  sideFiscalYear,
  century,
  sideOfYears,
  quarter,
  half,
  monthsOfYear,
  bareWeekday,
  sideWeekday,
  weekdayOfWeek,
  weekdayThe,
  namedDay,
  sideUnit,
  theWeekend,
  inTheUnit,
  endOfUnit,
  restOfUnit,
  afterNext,
  weekOfPeriod,
  weekNumber,
  weeksOfYear,
  weekOfDay,
  now,
  afterLength,
  ago,
  agoInParts,
  ahead,
  fromNow,
  within,
  nextLength,
  pastLength,
  vagueLength,
  fromEvent,
  fromDay,
  fromReference,
  nearReference,
  duration,
];
