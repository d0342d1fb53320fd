// Lengths of time, and times told by one: "two years ago", "in two weeks", "within a month", "the past year",
// and the mere length "for two years".
import { partsOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { isoLength } from "./iso-length.ts";
import { asPrecise, dayAt, LENGTH, lengthOf, PLAIN, pointAt } from "./lengths.ts";
import type { Length } from "./lengths.ts";
import { kept, relative } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { BEYOND, monthSpan, span } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { COUNT, countOf, timePattern, UNIT } from "./words.ts";

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

const GRANTED = /(?:^|[^\p{L}])(?:has|have|had|gives?|gave|given|giving)(?: \p{L}{1,20}){0,3} $/iu;

/** "within a month", "has 60 days to": at any time up to then. */
export const within: Construct = {
  pattern: timePattern(`within ${PLAIN}(?: from (?:now|today))?(?! of\\b)|(?<count2>${COUNT}) (?<unit2>${UNIT})s(?= to )`),
  read: (said, match) => {
    if (said["count2"] !== undefined && !GRANTED.test(match.input.slice(Math.max(0, match.index - 72), match.index))) return undefined;
    const length = lengthOf({ count: said["count"] ?? said["count2"], unit: said["unit"] ?? said["unit2"] });
    return length === undefined ? kept("vague") : relative((anchor) => `/${dayAt(anchor, length.count, length.unit) ?? BEYOND}`);
  },
};

/** "Will end after ten days": so far ahead, where the words before look ahead and no noun makes it a length ("after ten days of talks"); "will leave after ten years" looks back. */
export const afterLength: Construct = {
  pattern: timePattern(`after ${PLAIN}(?<=(?:days?|weeks?))(?=$|[.,;:)])`),
  read: (said, match) =>
    /(?:^|[^\p{L}])(?:will|shall|['\u2019]ll) [^.;:]*$/iu.test(match.input.slice(Math.max(0, match.index - 72), match.index))
      ? pointAt(said, 1)
      : { kind: "duration" },
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

/** "for two years", "four-year-old", "a five-year deal", "decades-long": a length, no time of an act. */
export const duration: Construct = {
  pattern: timePattern(`${LENGTH}(?:[- ](?:old|long))?|${UNIT}s-(?:long|old)`),
  read: (said, match) => {
    // "A five day truce": the count stands behind the article.
    const inner = /^an?$/iu.test(said["count"] ?? "") ? match[0].split(/[ -]/u)[1] : undefined;
    const length = isoLength(lengthOf(countOf(inner) === undefined ? said : { ...said, count: inner }));
    return { kind: "duration", ...(length === undefined ? {} : { length }) };
  },
};
