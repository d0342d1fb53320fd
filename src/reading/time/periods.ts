// Parts of a year: quarters, halves, seasons, feasts. Seasons and feasts are data (knowledge/time/seasons.tsv, feasts.tsv):
// where a season begins is a matter of convention, and more feasts can be added without programming.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "../quantity/index.ts";
import { dayOf, partsOf } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { relative, stated, yearly } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { monthSpan } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { bySide, SIDE, sideOf, sideYear } from "./side.ts";
import { timePattern, YEAR, yearOf } from "./words.ts";

const WHICH = ["first", "second", "third", "fourth"];
const YEAR_AFTER = `(?:,? (?:of |in )?(?:(?<year>${YEAR})|(?<side>${SIDE}|the) year))?`;

function partOfYear(said: Said, inYear: (year: number) => Norm): Meaning | undefined {
  const [year, side] = [yearOf(said["year"]), sideOf(said["side"])];
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
    `(?:the )?(?:fiscal )?(?<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -]quarter${YEAR_AFTER}|Q(?<q>[1-4])(?: (?:of )?(?<year2>${YEAR}))?|(?<year3>${YEAR}) ?Q(?<q3>[1-4])`,
  ),
  read: (said) => {
    const which = whichOf(said["which"] ?? said["q"] ?? said["q3"]);
    const year = said["year"] ?? said["year2"] ?? said["year3"];
    return partOfYear({ year, side: said["side"] }, (near) => monthSpan(near, which * 3 - 2, which * 3));
  },
  dated: true,
};

/** "the first half of 2008", "H1 2016". */
export const half: Construct = {
  pattern: timePattern(
    `(?:the )?(?<which>first|second|latter)[ -]half of (?:(?<year>${YEAR})|(?<side>${SIDE}|the) year)|H(?<h>[12]) (?:of )?(?<year2>${YEAR})|(?<year3>${YEAR}) ?H(?<h3>[12])`,
  ),
  read: (said) => {
    const which = (said["h"] ?? said["h3"]) === "1" || said["which"]?.toLowerCase() === "first" ? 0 : 6;
    return partOfYear({ year: said["year"] ?? said["year2"] ?? said["year3"], side: said["side"] }, (near) => monthSpan(near, which + 1, which + 6));
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
const feastRow = z.strictObject({
  name: z.string().min(1),
  month: z.coerce.number().int().min(1).max(12),
  day: z.coerce.number().int().min(1).max(31),
});

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

/** "Christmas", "New Year's Eve 2014". */
export function feasts(file: string = resource("knowledge", "time", "feasts.tsv")): Construct {
  const rows = new Map(loadTable(file, feastRow).map((row) => [row.name.toLowerCase(), row]));
  const names = [...rows.keys()]
    .toSorted((a, b) => b.length - a.length)
    .join("|")
    .replaceAll("'", "['\u2019]");
  return {
    pattern: timePattern(`(?<name>${names})(?:,? (?<year>${YEAR}))?`),
    read: (said) => {
      const row = rows.get((said["name"] ?? "").toLowerCase().replaceAll("\u2019", "'"));
      return row === undefined ? undefined : partOfYear(said, (year) => dayOf({ year, month: row.month, day: row.day }));
    },
    dated: true,
  };
}
