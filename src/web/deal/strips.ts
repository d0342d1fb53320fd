// The rows of the picture: for each day on which something was published, what was known by it, as the server says it. A deal of very many reports is
// asked about on some of these days; those on which something moved go first.
import { useQueries } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Forms } from "../asking/index.ts";
import { OF_DEAL } from "../shell/index.ts";
import { dealQuestion } from "./asked.ts";
import { chosenStops, knownStops } from "./moment.ts";
import type { Axis } from "./moment.ts";
import { stripOf } from "./strip.ts";
import type { Strip } from "./strip.ts";

type Deal = Forms["Deal"];

/** Rows at the most, and claims in all their answers together: what a browser gets in a moment. */
const ROWS = 16;
const CLAIMS = 6000;
const LONG = 300_000;

/** A row: what was known by a day, undefined while it is on its way. Without a day it is what reports without a day add. */
export interface KnownRow {
  readonly known: string | undefined;
  readonly strip: Strip | undefined;
}

/** The rows of a deal, and how many days of publication they leave out. */
export interface KnownRows {
  readonly rows: readonly KnownRow[];
  readonly left: number;
}

/** What was known of a deal by day after day, and by the day that is looked at. */
export function useKnownRows(whole: Deal, axis: Axis, looked: string | undefined): KnownRows {
  const { id, life } = whole;
  const stops = useMemo(() => knownStops(life), [life]);
  const days = useMemo(() => daysOf(whole, stops, looked), [whole, stops, looked]);
  const combine = useCallback(
    (results: readonly UseQueryResult<Deal>[]) =>
      results.map(({ data }, at): KnownRow => ({ known: days[at], strip: data === undefined ? undefined : stripOf(data, days[at], axis.last) })),
    [days, axis],
  );
  const rows = useQueries({
    queries: days.map((known) => ({ ...dealQuestion(id, { known }), staleTime: LONG, meta: OF_DEAL })),
    combine,
  });
  const undated = useMemo(
    () => (life.some(({ document }) => document.published === undefined) ? [{ known: undefined, strip: stripOf(whole, undefined, axis.last) }] : []),
    [whole, life, axis],
  );
  return { rows: useMemo(() => [...rows, ...undated], [rows, undated]), left: stops.length - days.length };
}

/** The days that have a row: those that say most, and that by which what is looked at was known. */
function daysOf({ life, claims }: Deal, stops: readonly string[], looked: string | undefined): readonly string[] {
  const telling = new Set(life.filter(({ moved }) => moved).flatMap(({ document }) => document.published ?? []));
  const most = Math.max(2, Math.min(ROWS, Math.floor(CLAIMS / Math.max(1, claims.length))));
  const own = looked === undefined ? undefined : stops.findLast((stop) => stop <= looked);
  return [...new Set([...chosenStops(stops, telling, most), ...(own === undefined ? [] : [own])])].sort();
}
