// Lengths of time, and times told by one: "two years ago", "in two weeks", "within a month", "the past year",
// "ten days later", and the mere length "for two years". How precise the result is follows the unit: days and weeks
// give a day, months a month, years a year.
import { addDays, addMonths, isDay, partsOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { relative } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { span } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { COUNT, countOf, HEDGE, timePattern, UNIT } from "./words.ts";

const LENGTH = `(?:${HEDGE} )?(?<count>${COUNT})[ -](?:\\p{L}{2,9} )?(?<unit>${UNIT})s?`;
const PLAIN = `(?:${HEDGE} )?(?<count>${COUNT}) (?:more |full |working |business |calendar |long )?(?<unit>${UNIT})s?`;

/** The day that lies so many units from `from`, forward or (negative) back; absent where the calendar ends. */
function dayAt(from: Day, count: number, unit: string): Day | undefined {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, centurie: 1200 }[unit];
  const days = { hour: 1 / 24, day: 1, night: 1, week: 7, fortnight: 14 }[unit];
  const far = Math.abs(count * (months ?? 1)) > 24_000;
  if (far) return undefined;
  const day =
    months !== undefined ? addMonths(from, Math.round(count * months)) : addDays(from, Math.sign(count) * Math.ceil(Math.abs(count) * (days ?? 1)));
  return isDay(day) ? day : undefined;
}

/** As precise as the unit. */
function asPrecise(day: Day, unit: string): Norm {
  if (/^(?:year|decade|centur)/.test(unit)) return yearNorm(partsOf(day).year);
  return /^(?:month|quarter)/.test(unit) ? day.slice(0, 7) : day;
}

interface Length {
  readonly count: number;
  readonly unit: string;
}

function lengthOf(said: Said): Length | undefined {
  const [count, unit] = [countOf(said["count"] ?? "a"), said["unit"]?.toLowerCase()];
  return count === undefined || unit === undefined ? undefined : { count, unit };
}

/** A point so far from the anchor; a vague length is known to be a time but not which. */
function pointAt(said: Said, sign: 1 | -1): Meaning {
  const length = lengthOf(said);
  if (length === undefined) return { kind: "vague" };
  return relative((anchor) => {
    const hours = length.unit === "hour" && length.count < 24;
    const day = hours ? anchor : dayAt(anchor, sign * length.count, length.unit);
    return day === undefined ? "" : asPrecise(day, length.unit);
  });
}

/** From the anchor so far, or back from it to the anchor. Several years are told in years, one in days. */
function stretch(said: Said, sign: 1 | -1): Meaning {
  const length = lengthOf(said);
  if (length === undefined) return { kind: "vague" };
  return relative((anchor) => {
    const day = dayAt(anchor, sign * length.count, length.unit);
    if (day === undefined) return "";
    const cut = (point: Day) => (/^(?:year|decade|centur)/.test(length.unit) && length.count > 1 ? point.slice(0, 4) : point);
    return sign === 1 ? span(cut(anchor), cut(day)) : span(cut(day), cut(anchor));
  });
}

/** "two years ago", "three months prior". */
export const ago: Construct = {
  pattern: timePattern(`${LENGTH} (?:ago|back(?! (?:to|in|on|from)\\b)|prior(?! to))`),
  read: (said) => pointAt(said, -1),
};

/** "the first visit in two years", "the lowest level in five years" look back over a length and date nothing. */
const SUPERLATIVE =
  /(?:^|[^\p{L}])(?:first|second|third|fourth|fifth|only|most|least|\p{L}{3,}est|worst|best|times?|once|twice)(?:[^\p{L}.;,][^.;,]{0,40})?$/iu;

/** "in two weeks", "in around ten days", "two weeks from now", "in three years' time". */
export const ahead: Construct = {
  pattern: timePattern(`in ${PLAIN}(?:['\u2019] time| from now)?(?! (?:of|to|as)\\b)`),
  read: (said, match) => (SUPERLATIVE.test(match.input.slice(Math.max(0, match.index - 48), match.index)) ? { kind: "duration" } : pointAt(said, 1)),
};

/** "two weeks from now", "a month from today", "two days hence". */
export const fromNow: Construct = {
  pattern: timePattern(`${PLAIN} (?:from (?:now|today)|hence)`),
  read: (said) => pointAt(said, 1),
};

/** "within a month", "has 60 days to": at any time up to then. */
export const within: Construct = {
  pattern: timePattern(
    `within ${PLAIN}(?: from (?:now|today))?(?! of\\b)|(?<=(?:has|have|had|gives?|gave|given|giving)(?: \\p{L}{1,20}){0,3} )(?<count2>${COUNT}) (?<unit2>${UNIT})s(?= to )`,
  ),
  read: (said) => {
    const length = lengthOf({ count: said["count"] ?? said["count2"], unit: said["unit"] ?? said["unit2"] });
    return length === undefined ? { kind: "vague" } : relative((anchor) => `/${dayAt(anchor, length.count, length.unit) ?? "?"}`);
  },
};

/** "the next two weeks", "the next year": from the anchor on. */
export const nextLength: Construct = {
  pattern: timePattern(
    `(?:within )?(?:the (?:next|coming|following|upcoming) (?:(?<count>${COUNT}) )?(?<unit>${UNIT})s?|next (?<count2>${COUNT}) (?<unit2>${UNIT})s?)`,
  ),
  read: (said, match) => {
    if (said["count2"] !== undefined) return stretch({ count: said["count2"], unit: said["unit2"] }, 1);
    if (said["count"] !== undefined) return stretch(said, 1);
    return /s$/i.test(match[0]) ? { kind: "vague" } : /following/i.test(match[0]) ? undefined : stretch(said, 1);
  },
};

/** "the past year", "the last two months", "past 3 weeks": up to the anchor. */
export const pastLength: Construct = {
  pattern: timePattern(`(?:the )?(?:past|last|previous) (?<count>${COUNT}) (?<unit>${UNIT})s?|(?:the past|the last|past) (?<one>${UNIT})(?<many>s?)`),
  read: (said, match) => {
    if (said["one"] === undefined) return stretch(said, -1);
    if (said["many"] !== "") return { kind: "vague" };
    return /night$/i.test(match[0]) ? undefined : stretch({ unit: said["one"] }, -1);
  },
};

/** "in recent weeks", "in the coming days": a time, but no one can say which. */
export const vagueLength: Construct = {
  pattern: timePattern(`(?:recent|coming) ${UNIT}s`),
  read: () => ({ kind: "vague" }),
};

const REFERRED = "(?:earlier|before(?! [\\p{L}\\d])|later|after(?:wards)?(?! \\p{L})|previously)";

/** "ten days later", "a year earlier", "four months after": told from another time. */
export const fromReference: Construct = {
  pattern: timePattern(`${PLAIN} (?<way>${REFERRED})`),
  read: (said) => {
    const length = lengthOf(said);
    const sign = /later|after/i.test(said["way"] ?? "") ? 1 : -1;
    if (length === undefined) return { kind: "vague" };
    return { kind: "referred", resolve: (reference) => asPrecise(dayAt(reference, sign * length.count, length.unit) ?? reference, length.unit) };
  },
};

/**
 * "four years after Russia withdrew", "two days before the visit": what follows happened, or will, so far from the day of
 * the document. The time is that of what follows, never of the clause before it.
 */
export const fromEvent: Construct = {
  pattern: timePattern(`${PLAIN} (?<way>after|before|since)(?= \\p{L})`),
  read: (said) => {
    const [length, sign] = [lengthOf(said), /before/i.test(said["way"] ?? "") ? -1 : 1] as const;
    const point = pointAt(said, sign === 1 ? -1 : 1);
    if (length === undefined || point.kind !== "anchored") return point;
    return { ...point, shift: (from) => asPrecise(dayAt(from, sign * length.count, length.unit) ?? from, length.unit) };
  },
  owned: true,
};

/** "the following day", "the next day", "that year", "the same month", "the day before". */
export const nearReference: Construct = {
  pattern: timePattern(
    "the (?<step>following|next|previous|preceding|same) (?<unit>day|week|month|year)|(?<that>that) (?<unit2>same day|day|week|month|year)|the (?<unit3>day|week|month|year) (?<way>before|after)(?! \\p{L})",
  ),
  read: (said) => {
    const unit = (said["unit"] ?? said["unit2"] ?? said["unit3"] ?? "day").toLowerCase().replace("same ", "");
    const step = /following|next|after/i.test(said["step"] ?? said["way"] ?? "")
      ? 1
      : /previous|preceding|before/i.test(said["step"] ?? said["way"] ?? "")
        ? -1
        : 0;
    return { kind: "referred", resolve: (reference) => asPrecise(dayAt(reference, step, unit) ?? reference, unit) };
  },
};

/** "for two years", "four-year-old", "a five-year deal", "decades-long": a length, no time of an act. */
export const duration: Construct = {
  pattern: timePattern(`${LENGTH}(?:[- ](?:old|long))?|${UNIT}s-(?:long|old)`),
  read: () => ({ kind: "duration" }),
};
