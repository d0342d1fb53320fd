// Lengths of time, and times told by one: "two years ago", "in two weeks", "within a month", "the past year",
// "ten days later", and the mere length "for two years". How precise the result is follows the unit: days and weeks
// give a day, months a month, years a year.
import { addDays, addMonths, isDay, mondayOf, partsOf, weekdayOf, yearNorm } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { kept, relative } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { BEYOND, firstDay, monthSpan, span } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { COUNT, countOf, HEDGE, MONTH, timePattern, UNIT, WEEKDAY } from "./words.ts";

const LENGTH = `(?:${HEDGE} )?(?<count>${COUNT})[ -](?:\\p{L}{2,9} )?(?<unit>${UNIT})s?`;
const PLAIN = `(?:${HEDGE} )?(?<count>${COUNT}) (?:more |full |calendar |long )?(?<unit>(?:(?:working|business) )?${UNIT})s?`;

/** The day that lies so many units from `from`, forward or (negative) back; absent where the calendar ends. */
function dayAt(from: Day, count: number, unit: string): Day | undefined {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, centurie: 1200 }[unit];
  const days = { hour: 1 / 24, day: 1, night: 1, week: 7, fortnight: 14 }[unit];
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
function asPrecise(day: Day, unit: string): Norm {
  if (/^(?:year|decade|centur)/.test(unit)) return yearNorm(partsOf(day).year);
  return /^(?:month|quarter)/.test(unit) ? day.slice(0, 7) : day;
}

/** The Monday and Sunday of a day's week. */
function weekOf(day: Day): Norm {
  return span(mondayOf(day), addDays(mondayOf(day), 6));
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
  if (length === undefined) return kept("vague");
  return relative((anchor) => {
    const hours = length.unit === "hour" && length.count < 24;
    const day = hours ? anchor : dayAt(anchor, sign * length.count, length.unit);
    return day === undefined ? BEYOND : asPrecise(day, length.unit);
  });
}

/** So many whole quarters before the anchor's own, or after it: no one counts quarters from the day. */
function quarters(anchor: Day, count: number): Norm {
  const { year, month } = partsOf(anchor);
  const first = Math.ceil(month / 3) * 3 - 2;
  const from = first + (count < 0 ? 3 * count : 3);
  return monthSpan(year + Math.floor((from - 1) / 12), ((((from - 1) % 12) + 12) % 12) + 1, ((((from - 1) % 12) + 12) % 12) + 3 * Math.abs(count));
}

/** From the anchor so far, or back from it to the anchor. Several years are told in years, one in days. */
function stretch(said: Said, sign: 1 | -1): Meaning {
  const length = lengthOf(said);
  if (length === undefined) return kept("vague");
  return relative((anchor) => {
    if (length.unit === "quarter") return length.count > 400 || !Number.isInteger(length.count) ? BEYOND : quarters(anchor, sign * length.count);
    const day = dayAt(anchor, sign * length.count, length.unit);
    if (day === undefined) return BEYOND;
    const cut = (point: Day) => (/^(?:year|decade|centur)/.test(length.unit) && length.count > 1 ? point.slice(0, 4) : point);
    return sign === 1 ? span(cut(anchor), cut(day)) : span(cut(day), cut(anchor));
  });
}

const PART = new RegExp(`(?<count>${COUNT}) (?<unit>${UNIT})s?`, "giu");

/** The unit of those that gives the most precise norm. */
function finest(parts: readonly (Length | undefined)[]): string {
  const units = parts.map((part) => part?.unit ?? "day");
  return units.toSorted((a, b) => asPrecise("2000-01-01", b).length - asPrecise("2000-01-01", a).length)[0] ?? "day";
}

/** "two years ago", "three months prior". */
export const ago: Construct = {
  pattern: timePattern(`${LENGTH} (?:ago|back(?! (?:to|in|on|from)\\b)|prior(?! to))`),
  read: (said) => pointAt(said, -1),
};

/** "two years, one month and 21 days ago": as precise as its last unit. */
export const agoInParts: Construct = {
  pattern: timePattern(`(?<!(?:last|past|previous|next) )(?:${COUNT} ${UNIT}s?,? (?:and )?){1,3}${COUNT} ${UNIT}s? ago`),
  read: (_, match) => {
    const parts = [...match[0].matchAll(PART)].map(({ groups }) => lengthOf({ count: groups?.["count"], unit: groups?.["unit"] }));
    return relative((anchor) => {
      const day = parts.reduce<Day | undefined>(
        (from, part) => (from === undefined || part === undefined ? undefined : dayAt(from, -part.count, part.unit)),
        anchor,
      );
      return day === undefined ? BEYOND : asPrecise(day, finest(parts));
    });
  },
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
    return length === undefined ? kept("vague") : relative((anchor) => `/${dayAt(anchor, length.count, length.unit) ?? BEYOND}`);
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
    if (/s$/i.test(match[0])) return kept("vague");
    return /following|day$/i.test(match[0]) ? undefined : stretch(said, 1);
  },
};

/** "the past year", "the last two months", "the two past years": up to the anchor. */
export const pastLength: Construct = {
  pattern: timePattern(
    `(?:the )?(?:past|last|previous) (?<count>${COUNT}) (?<unit>${UNIT})s?|(?:the )?(?<count2>${COUNT}) (?:past|previous) (?<unit2>${UNIT})s?|(?:the past|the last|past) (?<one>${UNIT})(?<many>s?)`,
  ),
  read: (said, match) => {
    if (said["count2"] !== undefined) return stretch({ count: said["count2"], unit: said["unit2"] }, -1);
    if (said["one"] === undefined) return stretch(said, -1);
    if (said["many"] !== "") return kept("vague");
    return /night$/i.test(match[0]) ? undefined : stretch({ unit: said["one"] }, -1);
  },
};

/** "in recent weeks", "in the coming days": a time, but no one can say which. */
export const vagueLength: Construct = {
  pattern: timePattern(`(?:recent|coming) ${UNIT}s`),
  read: () => kept("vague"),
};

/** So many units from the time told last that is as precise; `orAnchor`: from the day of the document where none was told. */
function referred(unit: string, count: number, orAnchor: boolean, at = (day: Day) => asPrecise(day, unit)): Meaning {
  const precise = asPrecise("2000-01-01", unit).length;
  const resolve = (told: Norm) => {
    const day = dayAt(firstDay(told), count, unit);
    return day === undefined ? BEYOND : at(day);
  };
  return { kind: "referred", fits: (told) => !told.includes("/") && told.length >= precise, resolve, orAnchor };
}

const REFERRED = "(?:earlier|before(?! [\\p{L}\\d])|later|after(?:wards)?(?! \\p{L})|previously)";

/** "ten days later", "a year earlier", "four months after": told from another time. */
export const fromReference: Construct = {
  pattern: timePattern(`${PLAIN} (?<way>${REFERRED})`),
  read: (said) => {
    const length = lengthOf(said);
    const sign = /later|after/i.test(said["way"] ?? "") ? 1 : -1;
    if (length === undefined) return kept("vague");
    return referred(length.unit, sign * length.count, sign === -1);
  },
};

/**
 * "four years after Russia withdrew", "two days before the visit": what follows happened, or will, so far from the day of
 * the document. The time is that of what follows, never of the clause before it.
 */
export const fromEvent: Construct = {
  pattern: timePattern(`${PLAIN} (?<way>after|before|since|from(?= (?:tomorrow|yesterday|next|last|this|${WEEKDAY}|${MONTH})\\b))(?= \\p{L})`),
  read: (said) => {
    const [length, sign] = [lengthOf(said), /before/i.test(said["way"] ?? "") ? -1 : 1] as const;
    const point = pointAt(said, sign === 1 ? -1 : 1);
    if (length === undefined || point.kind !== "anchored") return point;
    const exact = /^from$/i.test(said["way"] ?? "");
    return { ...point, shift: (from) => asPrecise(dayAt(from, sign * length.count, length.unit) ?? from, exact ? "day" : length.unit) };
  },
  owned: true,
};

/** "the following day", "the next day", "that year", "the same month", "the day before". */
export const nearReference: Construct = {
  pattern: timePattern(
    "the (?<step>following|next|previous|preceding|same) (?<unit>day|week|month|year)|that (?:same )?(?<unit2>day|week|month|year)|the (?<unit3>day|week|month|year) (?<way>before|after)(?! \\p{L})",
  ),
  read: (said) => {
    const unit = (said["unit"] ?? said["unit2"] ?? said["unit3"] ?? "day").toLowerCase();
    const step = /following|next|after/i.test(said["step"] ?? said["way"] ?? "")
      ? 1
      : /previous|preceding|before/i.test(said["step"] ?? said["way"] ?? "")
        ? -1
        : 0;
    return referred(unit, step, step <= 0, unit === "week" ? weekOf : undefined);
  },
};

/** "for two years", "four-year-old", "a five-year deal", "decades-long": a length, no time of an act. */
export const duration: Construct = {
  pattern: timePattern(`${LENGTH}(?:[- ](?:old|long))?|${UNIT}s-(?:long|old)`),
  read: () => ({ kind: "duration" }),
};
