// Weeks that a month, a year or a day names: "the first week of July 2016", "the last week of next month", "the week of
// 10 April". They run from Monday to Sunday, and belong to the month or the year that has their Thursday (ISO 8601).
import { addDays, dayOf, mondayOf, partsOf, weekdayOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { calendar, kept, relative, stated, yearly } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { endOf, firstDay, lastDay, span, startOf } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { monthAt } from "./relative.ts";
import { SIDE, sideOf, sideYear } from "./side.ts";
import { COUNT, countOf, DAY, dayNumber, MONTH, monthOf, present, timePattern, YEAR, yearOf } from "./words.ts";

const WHICH = ["first", "second", "third", "fourth", "fifth"];
const THURSDAY = 3;

function weekOf(day: Day): Norm {
  const monday = mondayOf(day);
  return `${monday}/${addDays(monday, 6)}`;
}

/** The n-th week (from 0; -1 the last) of a year or month; nothing where it has none. */
function nthWeek(period: string, nth: number): Norm {
  const [first, last] = [firstDay(period), lastDay(period)];
  const thursday =
    nth < 0 ? addDays(last, -((weekdayOf(last) - THURSDAY + 7) % 7)) : addDays(first, ((THURSDAY - weekdayOf(first) + 7) % 7) + 7 * nth);
  return first <= thursday && thursday <= last ? weekOf(thursday) : "";
}

function nthOf(said: Said): number {
  const word = said["which"]?.toLowerCase() ?? "";
  if (/^\d/.test(word)) return Number.parseInt(word, 10) - 1;
  return WHICH.indexOf(word);
}

/** "the first week of July 2016", "the last week of the month", "the third week of 2018". */
export const weekOfPeriod: Construct = {
  pattern: timePattern(
    `(?:the )?(?<which>${WHICH.join("|")}|1st|2nd|3rd|4th|5th|last|final) week (?:(?:of|in) (?:(?<month>${MONTH})(?:,? (?:of )?(?<year>${YEAR}))?|(?<year2>${YEAR}))|(?:(?:of|in) )?(?<side>the|${SIDE}) (?<unit>month|year))`,
  ),
  read: (said): Meaning | undefined => {
    const [nth, month, year] = [nthOf(said), monthOf(said["month"]), yearOf(said["year"] ?? said["year2"])];
    const inYear = (near: number): Norm => nthWeek(month === undefined ? String(near) : dayOf({ year: near, month, day: 1 }).slice(0, 7), nth);
    if (year !== undefined) return stated(inYear(year)) ?? kept("no-such-day");
    if (month !== undefined) return yearly(inYear);
    const side = sideOf(said["side"]) ?? "this";
    if (said["unit"]?.toLowerCase() === "month") return relative((anchor) => nthWeek(monthAt(anchor, side), nth));
    return relative((anchor) => inYear(partsOf(anchor).year + sideYear(side)));
  },
  dated: true,
};

/** "the first two weeks of 2021", "the last three weeks of this year". */
export const weeksOfYear: Construct = {
  pattern: timePattern(`(?:the )?(?<which>first|last|final) (?<count>${COUNT}) weeks of (?:(?<year>${YEAR})|(?<side>the|${SIDE}) year)`),
  read: (said) => {
    const [count, year, side] = [countOf(said["count"]), yearOf(said["year"]), sideOf(said["side"]) ?? "this"];
    if (count === undefined || count > 52 || !Number.isInteger(count)) return undefined;
    const inYear = (near: number): Norm => {
      const [at, steps] = /first/i.test(said["which"] ?? "") ? [nthWeek(String(near), 0), count - 1] : [nthWeek(String(near), -1), 1 - count];
      return steps < 0 ? span(addDays(startOf(at), 7 * steps), at) : span(at, addDays(endOf(at), 7 * steps));
    };
    return year === undefined ? relative((anchor) => inYear(partsOf(anchor).year + sideYear(side))) : stated(inYear(year));
  },
  dated: true,
};

/** "week 31", "week 3 of 2027": what a preposition must hold. */
export const weekNumber: Construct = {
  pattern: timePattern(`(?:the )?week (?<week>[1-9]|[1-4]\\d|5[0-3])(?: of (?<year>${YEAR}))?(?![.,]?\\d)`),
  read: (said) => {
    const [nth, year] = [Number(said["week"]) - 1, yearOf(said["year"])];
    return year === undefined ? relative((anchor) => nthWeek(anchor.slice(0, 4), nth)) : (stated(nthWeek(String(year), nth)) ?? kept("no-such-day"));
  },
  weak: true,
};

/** "the week of 10 April", "the week beginning February 4", "the week of the 18th": the week that has the day. */
export const weekOfDay: Construct = {
  pattern: timePattern(
    `(?<!(?:one|a|1|each|per|every) )(?:(?:the )?week (?:of|commencing|(?:starting|beginning)(?: on)?)|w/c) (?:(?:the )?(?:(?<month>${MONTH}) (?<day>${DAY})|(?<day2>${DAY}) (?:of )?(?<month2>${MONTH}))(?:,? (?<year>${YEAR}))?|the (?<alone>${DAY}(?<=st|nd|rd|th)))`,
  ),
  read: (said) => {
    const [month, day] = [monthOf(said["month"] ?? said["month2"]), dayNumber(said["day"] ?? said["day2"] ?? said["alone"])];
    const date = day === undefined ? undefined : calendar({ day, ...present({ month, year: yearOf(said["year"]) }) });
    if (date?.kind === "stated") return { kind: "stated", norm: weekOf(date.norm) };
    return date?.kind === "anchored" ? { kind: "anchored", candidates: (anchor) => date.candidates(anchor).map(weekOf) } : undefined;
  },
};
