// Days as they stand in metadata, URLs and lines of text. Only a day that the calendar has is one; a form that two
// countries read differently (3/4/2015) is none; and no day is ever filled in from today's.
import { PactaError } from "../error.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** A month's name or its usual abbreviation with or without a full stop, for use in a pattern. */
export const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

/** "20 January 2015", "January 20, 2015", "20th Jan. 2015": the forms of prose that carry a year. */
const PROSE_DAY = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH}),?\\s+(\\d{4})\\b|\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
  "i",
);

const TIME_OF_DAY = "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?";
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME_OF_DAY}$`);

/** `YYYY-MM-DD` where the calendar has that day in the years 1000 to 2999, else undefined. */
export function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 2999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** A day that the caller gives: ISO 8601, with or without a time of day. Throws `PACTA_INPUT_DATE` for anything else. */
export function callerDay(written: string): string {
  const match = ISO.exec(written.trim());
  const day = match === null ? undefined : calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) throw new PactaError("PACTA_INPUT_DATE", `"${written.slice(0, 40)}" is no day of the calendar`, "Write it as YYYY-MM-DD");
  return day;
}

/** The day in a date of web metadata, as it is written there (its own time zone); undefined where it cannot be told for sure. */
export function webDay(written: string): string | undefined {
  const iso = /^\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(written);
  return iso === null ? proseDay(written) : calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

/** The first day with a year in a line of prose. */
export function proseDay(line: string): string | undefined {
  const match = PROSE_DAY.exec(line);
  if (match === null) return undefined;
  const [, dayFirst, monthSecond, yearA, monthFirst, daySecond, yearB] = match;
  return calendarDay(Number(yearA ?? yearB), monthNumber(monthSecond ?? monthFirst ?? ""), Number(dayFirst ?? daySecond));
}

/** The day in an address: `/2015/01/20/`, `/2015/jan/20/`, `2015-01-20`, `20150120`. */
export function urlDay(url: string): string | undefined {
  const parts =
    /[/_-]((?:19|20)\d{2})[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?![\d])/i.exec(url) ?? /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(url);
  if (parts === null) return undefined;
  const month = /^\d/.test(parts[2] ?? "") ? Number(parts[2]) : monthNumber(parts[2] ?? "");
  return calendarDay(Number(parts[1]), month, Number(parts[3]));
}

/** 1 to 12, or 0 where it is no month (which no calendar day has). */
function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return start.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

const AROUND = new RegExp(
  `\\b(?:published|updated|posted|first|last|modified|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|` +
    `\\d{1,2}[:.]\\d{2}(?::\\d{2})?|[ap]\\.?m\\.?|gmt|utc|est|edt|cet|cest|bst|ist|msk|et|pt)(?![\\w])`,
  "gi",
);

/** True where a line says a day (and perhaps a time and "Published") and nothing else. */
export function isDayLine(line: string): boolean {
  if (line.length > 100 || proseDay(line) === undefined) return false;
  return (
    line
      .replace(PROSE_DAY, "")
      .replace(AROUND, "")
      .replace(/[^\p{L}\p{N}]/gu, "") === ""
  );
}

const NUMBERS_DAY = "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}";
const STAMP_DAY = new RegExp(
  `${PROSE_DAY.source}|\\b${NUMBERS_DAY}|\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+${MONTH}(?!\\p{L})|\\b(?:today|yesterday)\\b|` +
    "\\b\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?!\\d)|\\b\\d{1,2}\\s*[ap]\\.?m\\b|\\b\\d+ (?:minute|min|hour|day|week|month|year)s? (?:ago|read)\\b",
  "giu",
);
const STAMP_WORDS =
  /\b(?:[ap]\.?m\.?|published|updated|posted|created|first|last|originally|modified|edited|update|date|on|at|from|the|a|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)|gmt|utc|[ecmphs][sd]?t|akst|ce?st|bst|ist|msk|jst|aest|aedt|hkt|sgt|\d{4})(?![\p{L}\p{N}])/giu;

/** The days that a stamp says: of publication, and of the last change where its words call it so. */
export function stampDays(stamp: string): { readonly published?: string; readonly modified?: string } {
  const said = stamp.split(/(?=\b(?:published|posted|created|(?:last )?(?:updated|modified|edited))\b)/i).map((part) => ({
    day: proseDay(part),
    modified: /^(?:last )?(?:updated|modified|edited)/i.test(part),
  }));
  const published = said.find(({ day, modified }) => day !== undefined && !modified)?.day;
  const modified = said.find((each) => each.day !== undefined && each.modified)?.day;
  return { ...(published === undefined ? {} : { published }), ...(modified === undefined ? {} : { modified }) };
}

/** True for a line of days and times with the words that go with them ("Updated 9:05 pm EST, March 3 | Posted 4 hours ago"), and nothing else. */
export function isStamp(line: string): boolean {
  return withoutDays(line)?.replace(/[^\p{L}\p{N}]/gu, "") === "";
}

/** A short line without its days, times and the words that go with them; undefined where it has none. */
export function withoutDays(line: string): string | undefined {
  if (line.length > 160) return undefined;
  const rest = line.replace(STAMP_DAY, "");
  return rest.length < line.length ? rest.replace(STAMP_WORDS, "") : undefined;
}
