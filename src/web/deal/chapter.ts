// A life as it is read: what later reports only tell again stands under what they repeat, and years stand over what happened in them.
import type { Forms } from "../asking/index.ts";
import { ACT_FAMILY } from "../piece/index.ts";

type Row = Forms["LifeRow"];

/** A row, and the rows that tell it again. */
export interface Chapter {
  readonly row: Row;
  readonly again: readonly Row[];
}

/** Which chapters are shown: of a family of acts, and only those that moved the deal. */
export interface Shown {
  readonly family?: string | undefined;
  readonly only?: string | undefined;
}

/** The chapters of a life, in its order. */
export function chaptersOf(life: readonly Row[]): readonly Chapter[] {
  const again = Map.groupBy(
    life.filter(({ repeats }) => repeats !== undefined),
    ({ repeats }) => repeats,
  );
  // What a claim presumes, or whose end has passed, is told by nobody, and so not told again.
  return life
    .filter(({ repeats }) => repeats === undefined)
    .map((row) => ({ row, again: row.presumed === true || row.lapsed === true ? [] : (again.get(row.claim) ?? []) }));
}

/** Those that are shown. */
export function shownChapters(chapters: readonly Chapter[], { family, only }: Shown): readonly Chapter[] {
  return chapters.filter(({ row }) => (family === undefined || ACT_FAMILY[row.act] === family) && (only !== "moved" || row.moved));
}

/** The chapters under the years in which they ended at the latest; undefined for those without a day. */
export function byYear(chapters: readonly Chapter[]): readonly (readonly [string | undefined, readonly Chapter[]])[] {
  return [...Map.groupBy(chapters, ({ row }) => row.when.latest?.slice(0, 4))];
}

/** Whether somebody tells it: what a claim presumes, or whose end has passed, is told by nobody. */
const isTold = ({ row: { presumed, lapsed } }: Chapter): boolean => presumed !== true && lapsed !== true;

/** Of the chapters that are shown the next that is told, or the one before, from where a claim is told in the whole life; undefined behind the last. */
export function walkedTo(
  life: { readonly all: readonly Chapter[]; readonly shown: readonly Chapter[] },
  claim: string | undefined,
  by: -1 | 1,
): Chapter | undefined {
  const told = life.shown.filter(isTold);
  const from = claim === undefined ? undefined : chapterWith(life.all, claim);
  if (from === undefined) return told.at(by === 1 ? 0 : -1);
  const at = life.all.indexOf(from);
  return by === 1 ? told.find((chapter) => life.all.indexOf(chapter) > at) : told.findLast((chapter) => life.all.indexOf(chapter) < at);
}

/** The chapter in which a claim is told. */
export function chapterWith(chapters: readonly Chapter[], claim: string): Chapter | undefined {
  return (
    chapters.findLast((chapter) => chapter.row.claim === claim && isTold(chapter)) ??
    chapters.find(({ again }) => again.some((row) => row.claim === claim))
  );
}

/** A key that tells a chapter from others: a claim may presume one step and make another. */
export function chapterKey({ row }: Chapter): string {
  return `${row.claim}${row.presumed === true ? "-before" : ""}${row.lapsed === true ? "-over" : ""}`;
}

/** The id under which a chapter stands on the page. */
export function chapterPlace(chapter: Chapter): string {
  return `told-${chapterKey(chapter)}`;
}
