// Dates in figures: "2015-01-20", "2015/01/20", "20/01/2015", "20.1.2015", "2015-04". Where day and month could change
// places ("03/04/2015") the mention stays without a norm: which one is meant depends on the writer's country.
import type { Construct } from "./construct.ts";
import { calendar, kept } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { anywhere, timePattern } from "./words.ts";

function ymd(year: string | undefined, month: string | undefined, day: string | undefined): Meaning {
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return calendar(parts) ?? kept("no-such-day");
}

/** The date of two numbers that are day and month in an order that only they themselves can tell. */
function dayOrMonth(a: string | undefined, b: string | undefined, year: string | undefined): Meaning {
  const [first, second] = [Number(a), Number(b)];
  if (year?.length === 2) return kept("two-figure-year");
  if (first > 12 || first === second) return ymd(year, b, a);
  if (second > 12) return ymd(year, a, b);
  return kept("day-or-month");
}

/** Year first: the ISO order in any punctuation, and in any surroundings, as names of files have it. */
export const yearFirst: Construct = {
  pattern: anywhere("(?<year>(?:1\\d|20)\\d{2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?:T\\d{2}:\\d{2}[\\d:.Z+-]{0,12})?"),
  read: (said) => ymd(said["year"], said["month"], said["day"]),
  dated: true,
};

/** "20150120": ISO 8601 without hyphens, where no thing is counted behind it. */
export const basic: Construct = {
  pattern: anywhere("(?<year>(?:19|20)\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?! \\p{L})"),
  read: (said) => calendar({ year: Number(said["year"]), month: Number(said["month"]), day: Number(said["day"]) }),
};

/** Year last, with a slash or hyphen: told by the number above 12. */
export const yearLast: Construct = {
  pattern: timePattern("(?<a>\\d{1,2})(?<mark>[-/])(?<b>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d{2}|\\d{2})(?!\\d|[-/.]\\d)"),
  read: (said) => (said["mark"] === "-" && said["year"]?.length === 2 ? undefined : dayOrMonth(said["a"], said["b"], said["year"])),
  dated: true,
};

/** Year last with dots: day first, as all who write dots do. */
export const dotted: Construct = {
  pattern: timePattern("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d{2})"),
  read: (said) => ymd(said["year"], said["month"], said["day"]),
  dated: true,
};

/** "on 22/04": told where only one of the two can be the month; a preposition has to hold it. */
export const slashed: Construct = {
  pattern: timePattern(
    "(?<=(?:on|by|until|till|since|before|after|dated|from|between|to|and) )(?<a>\\d{1,2})/(?<b>\\d{1,2})(?![\\d/]|[.,-]\\d| of )",
  ),
  read: (said) => {
    const [a, b] = [Number(said["a"]), Number(said["b"])];
    if (a > 12 && b <= 12) return calendar({ month: b, day: a });
    if (a <= 12 && b > 12) return calendar({ month: a, day: b });
    return a >= 1 && b >= 1 && a <= 12 && b <= 12 ? kept("day-or-month") : undefined;
  },
};

/** "at 24:61": an hour that no clock has. Hours that there are tell no day. */
export const noHour: Construct = {
  pattern: timePattern("(?<hour>\\d{1,2}):(?<minute>\\d{2})(?![\\d:])"),
  read: (said) => {
    const [hour, minute] = [Number(said["hour"]), Number(said["minute"])];
    return minute > 59 || hour > 24 || (hour === 24 && minute > 0) ? kept("no-such-hour") : undefined;
  },
  weak: true,
};

/** "4/2015", "04-2015". */
export const monthSlashYear: Construct = {
  pattern: timePattern("(?<month>0?[1-9]|1[0-2])[-/](?<year>(?:19|20)\\d{2})(?![-/.]\\d)"),
  read: (said) => calendar({ year: Number(said["year"]), month: Number(said["month"]) }),
  dated: true,
};

/** "2015-04", "2015/4"; a second number that could be a later year ("2005-11", "2007-08") is a range of years and read elsewhere. */
export const yearMonth: Construct = {
  pattern: timePattern("(?<year>(?:19|20)\\d{2})[-/](?<month>0?[1-9]|1[0-2])(?![-/.\u2013]?\\d)"),
  read: (said) => {
    const [year, month] = [Number(said["year"]), Number(said["month"])];
    return month > year % 100 ? undefined : calendar({ year, month });
  },
  dated: true,
};
