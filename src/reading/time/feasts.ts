// Feasts and named days: "Christmas", "Easter Monday", "last Thanksgiving", "Labor Day weekend". When they fall is data
// (knowledge/time/feasts.tsv), so that more can be added without programming.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "../quantity/index.ts";
import { addDays, dayOf, daysInMonth, mondayOf, partsOf, weekdayOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct, Said } from "./construct.ts";
import { relative, stated, yearly } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { Norm } from "./norm.ts";
import { bySide, SIDE, sideOf, sideYear } from "./side.ts";
import { timePattern, YEAR, yearOf } from "./words.ts";

const feastRow = z.strictObject({
  name: z.string().min(1),
  falls: z.string().regex(/^(?:\d{1,2}-\d{1,2}|easter|[1-4](?:mon|tue|wed|thu|fri|sat|sun) \d{1,2}|last(?:mon|thu|fri) \d{1,2})(?:[+-]\d{1,2})?$/),
});

/** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
export function easterOf(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return dayOf({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The day of a feast in a year: "12-25", "easter+1", the fourth Thursday of November "4thu 11", the day after it "4thu 11+1". */
function fallsOn(falls: string, year: number): Day {
  const [rule = "", shift] = falls.split(/(?=\+)|(?<=easter)(?=-)/);
  const moved = (day: Day): Day => addDays(day, Number(shift ?? 0));
  if (rule === "easter") return moved(easterOf(year));
  const [, nth, weekday, month] = /^(last|\d)([a-z]{3}) (\d+)$/.exec(rule) ?? [];
  if (nth === undefined) {
    const [first = 1, day = 1] = rule.split("-").map(Number);
    return dayOf({ year, month: first, day });
  }
  const from = dayOf({ year, month: Number(month), day: nth === "last" ? daysInMonth(year, Number(month)) - 6 : 7 * Number(nth) - 6 });
  return moved(addDays(from, (WEEKDAYS.indexOf(weekday ?? "") - weekdayOf(from) + 7) % 7));
}

/** The weekend of a feast: Saturday and Sunday, and the feast itself and the days between where it lies beside them. */
function weekendOf(day: Day): Norm {
  const at = weekdayOf(day);
  const saturday = at === 0 ? addDays(day, -2) : addDays(mondayOf(day), 5);
  return `${at === 3 || at === 4 ? day : saturday}/${at === 0 ? day : addDays(saturday, 1)}`;
}

function inYears(said: Said, inYear: (year: number) => Norm): Meaning | undefined {
  const [year, side] = [yearOf(said["year"] ?? said["year2"]), sideOf(said["side"])];
  if (year !== undefined) return stated(inYear(year));
  if (said["ofYear"] !== undefined) return relative((anchor) => inYear(partsOf(anchor).year + sideYear(sideOf(said["ofYear"]) ?? "this")));
  const near = yearly(inYear);
  return side === undefined || near.kind !== "anchored" ? near : { ...near, candidates: bySide(near.candidates, side) };
}

/** "the Good Friday Agreement", "Christmas Island": a capital behind it makes it a part of a name. */
function isOfName(text: string, end: number): boolean {
  return /^ (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}/u.test(text.slice(end, end + 12));
}

/** "Christmas", "New Year's Eve 2014", "last Easter", "the weekend of Thanksgiving". */
export function feasts(file: string = resource("knowledge", "time", "feasts.tsv")): Construct {
  const rows = new Map(loadTable(file, feastRow).map((row) => [row.name.toLowerCase(), row]));
  const names = [...rows.keys()]
    .toSorted((a, b) => b.length - a.length)
    .join("|")
    .replaceAll("'", "['\u2019]");
  return {
    pattern: timePattern(
      `(?:(?:(?<side>${SIDE}) |the )?(?<before>weekend of ))?(?:(?<side2>${SIDE}) )?(?<name>${names})(?:(?:,? (?:in )?(?<year>${YEAR}))| (?:of )?(?<ofYear>${SIDE}) year)?(?<after> weekend(?: (?<year2>${YEAR}))?)?`,
    ),
    read: (said, match) => {
      if (isOfName(match.input, match.index + match[0].length)) return undefined;
      // "Nor'easter" is none, and "a thanksgiving" only is one where words tell which.
      const told = said["before"] ?? said["after"] ?? said["side"] ?? said["side2"] ?? said["year"] ?? said["year2"] ?? said["ofYear"];
      if (told === undefined && !/^\p{Lu}/u.test(said["name"] ?? "")) return undefined;
      const row = rows.get((said["name"] ?? "").toLowerCase().replaceAll("\u2019", "'"));
      if (row === undefined) return undefined;
      const weekend = said["before"] !== undefined || said["after"] !== undefined;
      const side = said["side"] ?? said["side2"];
      const at = (year: number): Norm => (weekend ? weekendOf(fallsOn(row.falls, year)) : fallsOn(row.falls, year));
      return inYears({ ...said, side }, at);
    },
    dated: true,
  };
}
