// Times told from another time: "ten days later", "the following day", "that year", and from an event: "two days after the vote".
import { addDays, mondayOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct } from "./construct.ts";
import { asPrecise, dayAt, lengthOf, PLAIN, pointAt } from "./lengths.ts";
import { kept } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { BEYOND, firstDay, span } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { MONTH, timePattern, WEEKDAY } from "./words.ts";

/** The Monday and Sunday of a day's week. */
function weekOf(day: Day): Norm {
  return span(mondayOf(day), addDays(mondayOf(day), 6));
}

/** The Saturday and Sunday of a day's week. */
function weekendOf(day: Day): Norm {
  return span(addDays(mondayOf(day), 5), addDays(mondayOf(day), 6));
}

/** So many units from the time told last that is as precise; `orAnchor`: from the day of the document where none was told. */
function referred(unit: string, count: number, orAnchor: boolean, at = (day: Day) => asPrecise(day, unit)): Meaning {
  const precise = asPrecise("2000-01-01", unit).length;
  const resolve = (told: Norm) => {
    const day = dayAt(firstDay(told), count, unit);
    return day === undefined ? BEYOND : at(day);
  };
  return { kind: "referred", fits: (told) => !told.includes("/") && told.length >= precise, resolve, orAnchor };
}

const REFERRED = "(?:earlier(?! than)|before(?! [\\p{L}\\d])|later|after(?:wards)?(?! \\p{L})|previously)";

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

/** What makes the count a length of its own: "jailed for ten years after a trial", "a term of ten years after which", "held for four hours before". */
const OF_LENGTH = /(?:^|[^\p{L}])(?:for|of|in|over|lasting|lasted|during)(?: (?:about|around|nearly|almost|at least|more than|up to|the))? ?$/iu;

/**
 * "four years after Russia withdrew", "two days before the visit": what follows happened, or will, so far from the day of
 * the document. The time is that of what follows, never of the clause before it.
 */
export const fromEvent: Construct = {
  pattern: timePattern(`${PLAIN} (?<way>after|before|since)(?= \\p{L})`),
  read: (said, match) => {
    if (OF_LENGTH.test(match.input.slice(Math.max(0, match.index - 24), match.index))) return undefined;
    const [length, sign] = [lengthOf(said), /before/i.test(said["way"] ?? "") ? -1 : 1] as const;
    const point = pointAt(said, sign === 1 ? -1 : 1);
    if (length === undefined || point.kind !== "anchored") return point;
    return { ...point, shift: (from) => asPrecise(dayAt(from, sign * length.count, length.unit) ?? from, length.unit) };
  },
  owned: true,
};

/** "three days from Tuesday": a day so far on. Behind "for" or "the" it is a length that begins then ("for two weeks from tomorrow"). */
export const fromDay: Construct = {
  pattern: timePattern(
    `(?<!(?:for|the|per|over|during|last|lasts|lasting|lasted|another) )(?<!\\p{L} a )(?!an? )${PLAIN} from(?= (?:tomorrow|yesterday|(?:(?:next|last|this) )?(?:${WEEKDAY}|${MONTH}))\\b)`,
  ),
  read: (said) => {
    const length = lengthOf(said);
    if (length === undefined) return kept("vague");
    const shift = (from: Day) => dayAt(from, length.count, length.unit) ?? from;
    return { kind: "anchored", candidates: () => [], shift };
  },
};

/** "the following day", "the next day", "that year", "the same month", "the day before". */
export const nearReference: Construct = {
  pattern: timePattern(
    "the (?<step>following|next|previous|preceding|same) (?<unit>day|weekend|week|month|year)(?! (?:last|next|of|a|as)\\b| in \\d)|that (?:same )?(?<unit2>day|weekend|week|month|year)|the (?<unit3>day|week|month|year) (?<way>before|after)(?! \\p{L})",
  ),
  read: (said) => {
    const unit = (said["unit"] ?? said["unit2"] ?? said["unit3"] ?? "day").toLowerCase();
    const step = /following|next|after/i.test(said["step"] ?? said["way"] ?? "")
      ? 1
      : /previous|preceding|before/i.test(said["step"] ?? said["way"] ?? "")
        ? -1
        : 0;
    return referred(unit, step, step <= 0, unit === "week" ? weekOf : unit === "weekend" ? weekendOf : undefined);
  },
};
