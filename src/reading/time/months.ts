// Months: "April 2015", "last April", "June next year", "in April". "May" and "March" alone are everyday words and
// count only after a preposition or in a range.
import type { Construct } from "./construct.ts";
import { calendar, kept, relative, yearly } from "./meaning.ts";
import { monthNorm, partsOf } from "./calendar.ts";
import { bySide, SIDE, sideOf, sideYear } from "./side.ts";
import { FIGURES, MONTH, monthOf, present, timePattern, YEAR, yearOf } from "./words.ts";

/** "April 2015", "April of 2015". */
export const monthYear: Construct = {
  pattern: timePattern(`(?<month>${MONTH})(?:(?: ?, ?| | of | of the year | in |-)(?<year>${YEAR})|,? (?<far>\\d{5,})(?=$|[.,;:)]))`),
  read: (said) => {
    const month = monthOf(said["month"]);
    if (said["far"] !== undefined) return kept("beyond-calendar");
    return month === undefined ? undefined : calendar({ month, ...present({ year: yearOf(said["year"]) }) });
  },
  dated: true,
};

/** "2015 April"; not "In 2016 May said". */
export const yearNamedMonth: Construct = {
  pattern: timePattern(`(?<year>${FIGURES})(?: ?, ?| )(?<month>(?!(?:may|march)(?!$|[,.;:)]))${MONTH})(?! \\d)`),
  read: (said) => {
    const [month, year] = [monthOf(said["month"]), yearOf(said["year"])];
    return month === undefined || year === undefined ? undefined : calendar({ year, month });
  },
  dated: true,
};

/** "April last year", "June of next year". */
export const monthSideYear: Construct = {
  pattern: timePattern(`(?<month>${MONTH}) (?:of )?(?<side>${SIDE}) year`),
  read: (said) => {
    const [month, side] = [monthOf(said["month"]), sideOf(said["side"])];
    if (month === undefined || side === undefined) return undefined;
    return relative((anchor) => monthNorm(partsOf(anchor).year + sideYear(side), month));
  },
};

/** "last April", "this September". */
export const sideMonth: Construct = {
  pattern: timePattern(`(?<side>${SIDE}) (?<month>${MONTH})(?! \\d)`),
  read: (said) => {
    const [month, side] = [monthOf(said["month"]), sideOf(said["side"])];
    if (month === undefined || side === undefined) return undefined;
    const near = yearly((year) => monthNorm(year, month));
    return near.kind === "anchored" ? { ...near, candidates: bySide(near.candidates, side) } : undefined;
  },
};

function monthAlone(said: Readonly<Record<string, string | undefined>>, match: RegExpExecArray) {
  const month = monthOf(said["month"]);
  return month === undefined || !/^\p{Lu}/u.test(match[0]) ? undefined : calendar({ month });
}

/** "in April", "the December summit". */
export const bareMonth: Construct = {
  pattern: timePattern("(?<month>january|february|april|june|july|august|september|october|november|december)"),
  read: monthAlone,
  dated: true,
};

/** "in May", "since March", "by Sept.". */
export const everydayMonth: Construct = {
  pattern: timePattern("(?<month>(?:march|may)|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\\.?)"),
  read: monthAlone,
  weak: true,
  dated: true,
};
