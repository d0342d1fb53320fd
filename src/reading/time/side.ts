// "last", "this" and "next" before a month, season, week or year: which of the recurring periods is meant.
import { partsOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { endOf, firstDay, lastDay, startOf } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { MONTH } from "./words.ts";

/** Before, around or after the anchor. */
export type Side = "last" | "this" | "next";

/** The words that say a side. */
export const SIDE =
  "(?:(?:the )?(?:last|previous|preceding)|this past|(?:the )?past|this coming|this|(?:the )?current|(?:the )?(?:next|coming|upcoming))";

/** "the last year of the war" is a part of something else: after these words a unit is not the document's. */
export const NOT_OF = `(?! of (?:the|an?|its|his|her|their|\\d|${MONTH}))`;

/** The side that the words say; absent for other words. */
export function sideOf(words: string | undefined): Side | undefined {
  const said = words?.toLowerCase() ?? "";
  if (/last|previous|preceding|past/.test(said)) return "last";
  if (/next|coming/.test(said)) return "next";
  return /this|current/.test(said) ? "this" : undefined;
}

/** -1, 0 or 1 years, weeks or months. */
export function sideYear(side: Side): number {
  return { last: -1, this: 0, next: 1 }[side];
}

/** Of the recurring readings the one on that side: ended before the anchor, in the anchor's year, begun after it. */
export function bySide(candidates: (anchor: Day) => readonly Norm[], side: Side): (anchor: Day) => readonly Norm[] {
  return (anchor) => {
    const all = candidates(anchor);
    const chosen = {
      last: () => all.findLast((norm) => lastDay(endOf(norm)) < anchor),
      this: () => all.find((norm) => partsOf(firstDay(startOf(norm))).year === partsOf(anchor).year),
      next: () => all.find((norm) => firstDay(startOf(norm)) > anchor),
    }[side]();
    return chosen === undefined ? [] : [chosen];
  };
}
