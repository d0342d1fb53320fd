// Days by name: "20 January 2015", "Jan. 20, 2015", "the 20th of January", "10–11 December 2018", "June 10-30", "the 30th".
import { addDays, daysInMonth, dayOf, isDay, partsOf, weekdayOf } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { calendar, kept, relative, stated, yearly } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { monthAt } from "./relative.ts";
import { bySide, SIDE, sideOf } from "./side.ts";
import {
  DASH,
  DAY,
  DAY_WORDS,
  dayNumber,
  FIGURES,
  MONTH,
  monthOf,
  present,
  timePattern,
  WEEKDAY,
  WEEKDAY_BEFORE,
  weekdayIndex,
  YEAR,
  yearOf,
} from "./words.ts";

const YEAR_AFTER = `(?:(?: ?, ?| |,? of |,? in |[-/])(?<year>${YEAR})|,? (?<far>\\d{5,})(?=$|[.,;:)]))?`;
const TO_DAY = `(?:\\s?${DASH}\\s?| to | and | until | till | through )(?:the )?`;

const ENDS = /^(?:$|[.,;:)])/;

function readDate(said: Said, match?: RegExpExecArray): Meaning | undefined {
  const [month, day, year] = [monthOf(said["month"]), dayNumber(said["day"]), yearOf(said["year"])];
  if (month === undefined || day === undefined) return undefined;
  if (said["far"] !== undefined) return kept("beyond-calendar");
  // "In June 31 people died" counts people; "on June 31." is a slip.
  const counts = year === undefined && match !== undefined && !ENDS.test(match.input.slice(match.index + match[0].length)) && /\d$/.test(match[0]);
  return calendar({ month, day, ...present({ year }) }) ?? (counts ? undefined : kept("no-such-day"));
}

/** Two days of one month, in order. "June 3 and 5" are two days and no stretch, unless "between" stands before them. */
function readDays(said: Said, match: RegExpExecArray): Meaning | undefined {
  const [month, day, last, year] = [monthOf(said["month"]), dayNumber(said["day"]), dayNumber(said["last"]), yearOf(said["year"])];
  if (month === undefined || day === undefined || last === undefined || last <= day) return undefined;
  if (last > day + 1 && / and /i.test(match[0]) && !/^between /i.test(match[0])) return undefined;
  const inYear = (near: number) => `${dayOf({ year: near, month, day })}/${dayOf({ year: near, month, day: last })}`;
  if (year !== undefined) return stated(inYear(year), { year, month }) ?? kept("no-such-day");
  return isDay(dayOf({ year: 2000, month, day: last })) ? yearly(inYear, { month }) : kept("no-such-day");
}

/** "20 January 2015", "Tuesday, the 20th of January". */
export const dayMonth: Construct = {
  pattern: timePattern(`${WEEKDAY_BEFORE}?(?:the )?(?<day>${DAY})(?: day)?(?: of|\\.)?[ /-](?<month>${MONTH})${YEAR_AFTER}`),
  read: readDate,
  dated: true,
};

/** "January 20, 2015", "Tuesday, Jan. 20". */
export const monthDay: Construct = {
  pattern: timePattern(
    `${WEEKDAY_BEFORE}?(?<month>${MONTH})(?: |-|/|(?<=jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\\d)|, (?=\\d{1,2}(?:st|nd|rd|th)))(?:the )?(?<day>${DAY})(?! ?${DASH} ?\\d{1,2}(?!\\d))${YEAR_AFTER}`,
  ),
  read: readDate,
  dated: true,
};

/** "January twenty-five, 1986", "fifteen August nineteen ninety-three": a day in words, which only the year tells from a count. */
export const spelledDay: Construct = {
  pattern: timePattern(`${WEEKDAY_BEFORE}?(?:(?<month>${MONTH}) (?<day>${DAY_WORDS})|(?<day2>${DAY_WORDS}) (?<month2>${MONTH})),? (?<year>${YEAR})`),
  read: (said) => readDate({ month: said["month"] ?? said["month2"], day: said["day"] ?? said["day2"], year: said["year"] }),
  dated: true,
};

/** "last 6 April", "next January 3rd". */
export const sideDate: Construct = {
  pattern: timePattern(`(?<side>${SIDE}) (?:(?<month>${MONTH}) (?<day>${DAY})|(?<day2>${DAY}) (?:of )?(?<month2>${MONTH}))(?!,? ${YEAR})`),
  read: (said) => {
    const side = sideOf(said["side"]);
    const date = readDate({ month: said["month"] ?? said["month2"], day: said["day"] ?? said["day2"] });
    return date?.kind !== "anchored" || side === undefined ? undefined : { ...date, candidates: bySide(date.candidates, side) };
  },
};

/** "2019/Aug/01", "2019-Sep-1". */
export const yearMonthDay: Construct = {
  pattern: timePattern(`(?<year>${FIGURES})(?<mark>[-/])(?<month>${MONTH})\\k<mark>(?<day>\\d{1,2})`),
  read: readDate,
  dated: true,
};

/** "10–11 December 2018", "from 4 to 22 January". */
export const daysOfMonth: Construct = {
  pattern: timePattern(`(?:from |between )?(?:the )?(?<day>${DAY})${TO_DAY}(?<last>${DAY})(?: of)? (?<month>${MONTH})${YEAR_AFTER}`),
  read: readDays,
  dated: true,
};

/** "June 10–30", "August 28 through the 30th, 2007". */
export const monthDays: Construct = {
  pattern: timePattern(
    `(?:from |between )?(?<month>${MONTH}) (?<day>${DAY})${TO_DAY}(?<last>${DAY})(?! (?:other|more|people|per|percent|nations|countries|states)\\b)${YEAR_AFTER}`,
  ),
  read: readDays,
  dated: true,
};

/** "the 30th": held by a preposition or by the other end of a range. */
export const dayAlone: Construct = {
  pattern: timePattern(
    `(?:the|(?<=\\bon)) (?<day>${DAY}(?<=st|nd|rd|th))(?= ?(?:$|[,.;:)\u2013\u2014]|(?<= )- |(?:and|to) (?!(?:the )?\\d{1,2}(?:st|nd|rd|th)[ -]centur)|until |after |before |in |at |with |when |while |where |as ))`,
  ),
  read: (said) => {
    const day = dayNumber(said["day"]);
    return day === undefined ? undefined : calendar({ day });
  },
  weak: true,
};

/** "the 20th of next month". */
export const dayOfSideMonth: Construct = {
  pattern: timePattern(`(?:the )?(?<day>${DAY}) of (?<side>${SIDE}) month`),
  read: (said) => {
    const [day, side] = [dayNumber(said["day"]), sideOf(said["side"])];
    return day === undefined || side === undefined ? undefined : relative((anchor) => `${monthAt(anchor, side)}-${String(day).padStart(2, "0")}`);
  },
};

/** "from the 4th to the 22nd of this month", "between 4 and 22 next month". */
export const daysOfSideMonth: Construct = {
  pattern: timePattern(`(?:from |between )?(?:the )?(?<day>${DAY})${TO_DAY}(?<last>${DAY})(?: of| in)? (?<side>${SIDE}) month`),
  read: (said) => {
    const [day, last, side] = [dayNumber(said["day"]), dayNumber(said["last"]), sideOf(said["side"])];
    if (day === undefined || last === undefined || last <= day || side === undefined) return undefined;
    return relative((anchor) => {
      const { year, month } = partsOf(`${monthAt(anchor, side)}-01`);
      return `${dayOf({ year, month, day })}/${dayOf({ year, month, day: last })}`;
    });
  },
};

const WHICH = ["first", "second", "third", "fourth", "fifth"];

/** The n-th (from 0; -1 the last) of a weekday in a month; absent where the month has none. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = dayOf({ year, month, day: 1 });
  const day = ((weekday - weekdayOf(first) + 7) % 7) + 1 + 7 * (nth < 0 ? 4 : nth);
  const last = daysInMonth(year, month);
  if (nth >= 0) return day <= last ? addDays(first, day - 1) : "";
  return addDays(first, (day <= last ? day : day - 7) - 1);
}

/** "the first Friday of July 2016", "the last Monday of next month". */
export const weekdayOfMonth: Construct = {
  pattern: timePattern(
    `(?:the )?(?<which>${WHICH.join("|")}|last) (?<weekday>${WEEKDAY}) (?:of|in) (?:(?<month>${MONTH})${YEAR_AFTER}|(?<side>${SIDE}) month)`,
  ),
  read: (said) => {
    const [nth, weekday, month, year, side] = [
      WHICH.indexOf(said["which"]?.toLowerCase() ?? ""),
      weekdayIndex(said["weekday"]),
      monthOf(said["month"]),
      yearOf(said["year"]),
      sideOf(said["side"]),
    ];
    if (weekday === undefined) return undefined;
    if (month !== undefined)
      return year === undefined
        ? yearly((near) => nthWeekday(near, month, weekday, nth))
        : (stated(nthWeekday(year, month, weekday, nth)) ?? kept("no-such-day"));
    if (side === undefined) return undefined;
    return relative((anchor) => {
      const near = partsOf(`${monthAt(anchor, side)}-01`);
      return nthWeekday(near.year, near.month, weekday, nth);
    });
  },
};
