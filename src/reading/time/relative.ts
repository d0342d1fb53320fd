// Times told from the day of the document: "yesterday", "last week", "earlier this month", "the end of the month",
// "tonight". Weeks run from Monday to Sunday (CLAIMS.md).
import { addDays, addMonths, mondayOf, partsOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct } from "./construct.ts";
import { relative } from "./meaning.ts";
import type { Norm } from "./norm.ts";
import { lastDay, endOf, monthSpan, span } from "./norm.ts";
import { NOT_OF, SIDE, sideOf, sideYear } from "./side.ts";
import type { Side } from "./side.ts";
import { timePattern } from "./words.ts";

const DAYS: ReadonlyMap<string, number> = new Map([
  ["the day before yesterday", -2],
  ["yesterday", -1],
  ["last night", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
  ["the day after tomorrow", 2],
]);

/** "yesterday", "tomorrow morning", "the day after tomorrow", "this afternoon". */
export const namedDay: Construct = {
  pattern: timePattern(
    "(?:earlier )?(?<day>(?:the day (?:before|after) )?(?:yesterday|tomorrow)|last night|today|tonight)(?: (?:morning|afternoon|evening|night))?|(?<this>(?:earlier )?this (?:morning|afternoon|evening|midnight))",
  ),
  read: (said) => {
    const days = said["this"] === undefined ? DAYS.get(said["day"]?.toLowerCase() ?? "") : 0;
    return days === undefined ? undefined : relative((anchor) => addDays(anchor, days));
  },
};

/** The week, weekend, month, quarter or year so many units from the anchor's. */
function unitAt(unit: string, anchor: Day, steps: number): Norm {
  const monday = addDays(mondayOf(anchor), 7 * steps);
  if (unit === "week") return `${monday}/${addDays(monday, 6)}`;
  if (unit === "weekend") return `${addDays(monday, 5)}/${addDays(monday, 6)}`;
  if (unit === "month") return addMonths(`${anchor.slice(0, 8)}01`, steps).slice(0, 7);
  const { year, month } = partsOf(anchor);
  if (unit === "year") return yearNorm(year + steps);
  const index = year * 4 + Math.floor((month - 1) / 3) + steps;
  return monthSpan(Math.floor(index / 4), (index % 4) * 3 + 1, (index % 4) * 3 + 3);
}

/** The month before, of or after the anchor's, `YYYY-MM`. */
export function monthAt(anchor: Day, side: Side): string {
  return unitAt("month", anchor, sideYear(side));
}

/** "last week", "this weekend", "next month", "this quarter"; "the past month" is a length that ends today, read elsewhere. */
export const sideUnit: Construct = {
  pattern: timePattern(`(?<side>${SIDE}) (?<unit>week|weekend|month|quarter)${NOT_OF}`),
  read: (said) => {
    const [side, unit] = [sideOf(said["side"]), said["unit"]?.toLowerCase()];
    if (side === undefined || unit === undefined) return undefined;
    if (unit !== "weekend" && /^(?:the )?past|^the (?:last|next|coming)/i.test(said["side"] ?? "")) return undefined;
    return relative((anchor) => unitAt(unit, anchor, sideYear(side)));
  },
};

/** "over the weekend": the one before the anchor unless what is told lies ahead. */
export const theWeekend: Construct = {
  pattern: timePattern("the weekend"),
  read: () => ({ kind: "anchored", weekday: true, candidates: (anchor) => [unitAt("weekend", anchor, -1), unitAt("weekend", anchor, 0)] }),
};

/** "later in the year", "earlier in the month", "later in the day". */
export const inTheUnit: Construct = {
  pattern: timePattern("(?:earlier|later|early|late) (?:in )?the (?<unit>day|week|month|year)"),
  read: (said) => {
    const unit = said["unit"]?.toLowerCase() ?? "";
    return relative((anchor) => (unit === "day" ? anchor : unitAt(unit, anchor, 0)));
  },
};

/** "the end of the month" is its last day; of a year the year itself, as no one means 31 December. */
export const endOfUnit: Construct = {
  pattern: timePattern(
    `(?:the )?(?<part>end|close|beginning|start|middle) of (?:(?<side>the|${SIDE}) )?(?<unit>week|month|quarter|year)|(?<yearEnd>year['\u2019]?s?[ -]end)`,
  ),
  read: (said) => {
    const unit = said["unit"]?.toLowerCase() ?? "year";
    const side = sideOf(said["side"]) ?? "this";
    const ends = /end|close/i.test(said["part"] ?? "") && unit !== "year";
    return relative((anchor) => (ends ? lastDay(endOf(unitAt(unit, anchor, sideYear(side)))) : unitAt(unit, anchor, sideYear(side))));
  },
};

/** "the rest of the year": from the anchor to its end. */
export const restOfUnit: Construct = {
  pattern: timePattern("(?:the )?(?:rest|remainder) of (?:the|this) (?<unit>week|month|quarter|year)"),
  read: (said) => relative((anchor) => span(anchor, lastDay(endOf(unitAt(said["unit"]?.toLowerCase() ?? "", anchor, 0))))),
};

/** "between now and November": the anchor, where a range holds it. */
export const now: Construct = { pattern: timePattern("now"), read: () => relative((anchor) => anchor), weak: true };

/** "the week after next", "the year after next". */
export const afterNext: Construct = {
  pattern: timePattern("the (?<unit>week|weekend|month|quarter|year) after (?:the )?next"),
  read: (said) => relative((anchor) => unitAt(said["unit"]?.toLowerCase() ?? "", anchor, 2)),
};
