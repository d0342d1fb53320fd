// Figures: how many gold times are found in their items, and how much of Recognizers-Text's date cases is read alike.
// Its conventions differ from CLAIMS.md in places (a year ago as a day, next Sunday in the next week), so the share is no grade.
import { expect, test } from "vitest";
import { goldItems, missing, specCases } from "../quantity/shared.fixture.ts";
import { addDays } from "./calendar.ts";
import { endOf, firstDay, lastDay, startOf } from "./norm.ts";
import { recogniseTimes } from "./recognise.ts";

test.for([
  ["items.dev", 0.9],
  ["items.train", 0.89],
] as const)("measured: gold times of %s that are found in the item", ([set, floor], context) => {
  const why = missing("gold", `${set}.jsonl`);
  if (why !== undefined) return context.skip(why);
  const wanted = goldItems(set).flatMap(({ text, date, claims }) =>
    claims.flatMap(({ time }) => (time === null || time === undefined || time.basis === "none" ? [] : [{ norm: time.norm, text, date }])),
  );
  const missed = wanted.filter(
    ({ norm, text, date }) => !recogniseTimes(text, { start: 0, end: text.length }, date).some((mention) => mention.norm === norm),
  );
  console.log(`times of ${set}: ${wanted.length - missed.length} of ${wanted.length} found; missed ${missed.map(({ norm }) => norm).join(" ")}`);
  expect(1 - missed.length / wanted.length).toBeGreaterThan(floor);
});

interface Resolution {
  readonly date?: string;
  readonly startDate?: string;
  readonly endDate?: string;
}

interface DateCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly { readonly Value?: { readonly PastResolution: Resolution; readonly FutureResolution: Resolution } | null }[];
}

/** The specification writes ends of periods as the first day after them. */
function agrees(norm: string, { date, startDate, endDate }: Resolution): boolean {
  if (date !== undefined) return norm === date;
  if (startDate === undefined && endDate === undefined) return false;
  const [start, last] = [startOf(norm), endOf(norm)];
  const begins = startDate === undefined ? start === "" : start !== "" && firstDay(start) === startDate;
  const ends = endDate === undefined ? last === "" : last !== "" && (lastDay(last) === endDate || addDays(lastDay(last), 1) === endDate);
  return begins && ends;
}

function isRight({ Input, Context, Results }: DateCase): boolean {
  const anchor = (Context?.ReferenceDateTime ?? "2016-11-07").slice(0, 10);
  const found = [{}, { future: true }, { future: false }].flatMap((context) =>
    recogniseTimes(Input, { start: 0, end: Input.length }, anchor, context).flatMap(({ norm }) => norm ?? []),
  );
  const wanted = Results.flatMap(({ Value }) => (Value === null || Value === undefined ? [] : [[Value.PastResolution, Value.FutureResolution]]));
  return wanted.length === 0
    ? found.length === 0
    : wanted.every((either) => either.some((resolution) => found.some((norm) => agrees(norm, resolution))));
}

test.for([
  ["date", "DateTime/DateParser", 0.5],
  ["date range", "DateTime/DatePeriodParser", 0.3],
] as const)("measured: share of Recognizers-Text %s cases read alike", ([what, file, floor], context) => {
  const why = missing("corpora", "recognizers-text", `${file}.json.gz`);
  if (why !== undefined) return context.skip(why);
  const cases = specCases<DateCase>(file);
  const right = cases.filter(isRight);
  console.log(`${what}: ${right.length} of ${cases.length}`);
  expect(right.length / cases.length).toBeGreaterThan(floor);
});
