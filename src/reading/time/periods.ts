// Parts of a year: quarters, halves, seasons. Seasons are data (knowledge/time/seasons.tsv): where one begins is a matter of convention.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "../quantity/index.ts";
import { partsOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { relative, stated, yearly } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { monthSpan } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { bySide, SIDE, sideOf, sideYear } from "./side.ts";
import { COUNT, countOf, timePattern, YEAR, yearOf } from "./words.ts";

const WHICH = ["first", "second", "third", "fourth"];
const YEAR_AFTER = `(?:,? (?:of |in )?(?:(?<year>${YEAR})|(?<side>${SIDE}|the) year))?`;

function partOfYear(said: Said, inYear: (year: number) => Norm): Meaning | undefined {
  const [year, side] = [yearOf(said["year"]), /^the$/i.test(said["side"] ?? "") ? "this" : sideOf(said["side"])];
  if (year !== undefined) return stated(inYear(year));
  if (side !== undefined) return relative((anchor) => inYear(partsOf(anchor).year + sideYear(side)));
  return yearly(inYear);
}

/** 1 to 4 from "third", "3rd" or "3". */
function whichOf(word: string | undefined): number {
  const index = WHICH.indexOf(word?.toLowerCase() ?? "");
  return index < 0 ? (/^(?:last|final)$/i.test(word ?? "") ? 4 : Number.parseInt(word ?? "", 10)) : index + 1;
}

/** "the first quarter of 2015", "Q1 2015", "2015 Q1", "the third quarter". */
export const quarter: Construct = {
  pattern: timePattern(
    `(?:the )?(?:fiscal )?(?<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -]quarter${YEAR_AFTER}|Q(?<q>[1-4])(?:[ -](?:of )?(?<year2>${YEAR}))?|(?<year3>${YEAR})[ -]?Q(?<q3>[1-4])`,
  ),
  read: (said) => {
    const which = whichOf(said["which"] ?? said["q"] ?? said["q3"]);
    // "The last quarter" is of a year only where the year is named; else it is the one before.
    if (/^last$/i.test(said["which"] ?? "") && said["year"] === undefined && said["side"] === undefined) return relative(lastQuarter);
    const year = said["year"] ?? said["year2"] ?? said["year3"];
    return partOfYear({ year, side: said["side"] }, (near) => monthSpan(near, which * 3 - 2, which * 3));
  },
  dated: true,
};

function lastQuarter(anchor: Day): Norm {
  const { year, month } = partsOf(anchor);
  const first = Math.ceil(month / 3) * 3 - 5;
  return first > 0 ? monthSpan(year, first, first + 2) : monthSpan(year - 1, first + 12, first + 14);
}

/** "the first half of 2008", "H1 2016". */
export const half: Construct = {
  pattern: timePattern(
    `(?:the )?(?<which>first|second|latter)[ -]half of (?:(?<year>${YEAR})|(?<side>${SIDE}|the) year)|H(?<h>[12])[ -](?:of )?(?<year2>${YEAR})|(?<year3>${YEAR})[ -]?H(?<h3>[12])`,
  ),
  read: (said) => {
    const which = (said["h"] ?? said["h3"]) === "1" || said["which"]?.toLowerCase() === "first" ? 0 : 6;
    return partOfYear({ year: said["year"] ?? said["year2"] ?? said["year3"], side: said["side"] }, (near) => monthSpan(near, which + 1, which + 6));
  },
  dated: true,
};

/** "the first nine months of 2014", "the last four months of last year". */
export const monthsOfYear: Construct = {
  pattern: timePattern(`(?:the )?(?<which>first|last|final|opening) (?<count>${COUNT}) months of (?:(?<year>${YEAR})|(?<side>${SIDE}|the) year)`),
  read: (said) => {
    const count = countOf(said["count"]);
    if (count === undefined || count > 12 || !Number.isInteger(count)) return undefined;
    const first = /first|opening/i.test(said["which"] ?? "") ? 1 : 13 - count;
    return partOfYear(said, (near) => monthSpan(near, first, first + count - 1));
  },
  dated: true,
};

const seasonRow = z.strictObject({
  name: z.string().min(1),
  first: z.coerce.number().int().min(1).max(12),
  last: z.coerce.number().int().min(1).max(14),
  alone: z.enum(["", "yes"]),
});
type Season = z.infer<typeof seasonRow>;
function inSeason(season: Season): (year: number) => Norm {
  return (year) => monthSpan(year, season.first, season.last);
}

function readSeason(said: Said, season: Season): Meaning | undefined {
  const inYear = inSeason(season);
  const [year, side] = [yearOf(said["year"]), sideOf(said["side"])];
  if (year !== undefined) return stated(inYear(year));
  if (said["ofYear"] !== undefined) return partOfYear({ side: said["ofYear"] }, inYear);
  const near = yearly(inYear);
  return side === undefined || near.kind !== "anchored" ? undefined : { ...near, candidates: bySide(near.candidates, side) };
}

/** "summer 2015", "this summer", "summer next year", and "in the summer", which a preposition must hold; never the "Summer Olympics". */
export function seasons(file: string = resource("knowledge", "time", "seasons.tsv")): readonly Construct[] {
  const rows = new Map(loadTable(file, seasonRow).map((row) => [row.name.toLowerCase(), row]));
  const names = [...rows.keys()].join("|");
  const rowOf = (said: Said) => rows.get(said["name"]?.toLowerCase() ?? "");
  const placed: Construct = {
    pattern: timePattern(`(?:(?<side>${SIDE}) |the )?(?<name>${names})(?:(?: of)?,? (?<year>${YEAR})| (?:of )?(?<ofYear>${SIDE}) year)?`),
    read: (said) => {
      const row = rowOf(said);
      return row === undefined ? undefined : readSeason(said, row);
    },
    dated: true,
  };
  const bare: Construct = {
    pattern: timePattern(`(?<name>${names})`),
    read: (said, match) => {
      const row = rowOf(said);
      const named = /^ \p{Lu}/u.test(match.input.slice(match.index + match[0].length, match.index + match[0].length + 2));
      return row === undefined || row.alone === "" || named ? undefined : yearly(inSeason(row));
    },
    weak: true,
  };
  return [placed, bare];
}
