// Recognizers-Text's typed values in the normal form of CLAIMS.md, for its own cases and for what its library finds alike.
// The timex says what the words name, the resolution on which days that falls. Where its conventions are others than ours, but
// the same time is meant, all ways to write it are given: its periods end with the day after them, but "from 4 to 22
// November" and "from 2014 to 2018" end with the day or the year that the words name.
import { z } from "zod";
import { dayBefore } from "./extent.ts";
import type { Norm } from "./norm.ts";

/** A value of Recognizers-Text, as its model writes it. */
export const timexValue = z.object({
  timex: z.string().default(""),
  type: z.string().optional(),
  value: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  Mod: z.string().optional(),
});
export type TimexValue = z.infer<typeof timexValue>;

const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  SP: ["03", "05"],
  SU: ["06", "08"],
  FA: ["09", "11"],
  WI: ["12", "02"],
};

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith("0001");
}

/** Periods that the library names without resolving them: fiscal years and seasons. */
function named(timex: string): Norm | undefined {
  const fiscal = /^FY(\d{4})$/.exec(timex)?.[1];
  const [, year, season] = /^(\d{4})-([A-Z]{2})$/.exec(timex) ?? [];
  const months = SEASONS[season ?? ""];
  if (months === undefined || year === undefined) return fiscal;
  return `${year}-${months[0]}/${months[0] === "12" ? Number(year) + 1 : year}-${months[1]}`;
}

/** The year or month that the timex names, in the year that `near` lies in; absent for other periods. */
function period(timex: string, near: string): Norm | undefined {
  if (/^\d{4}(?:-\d{2})?$/.test(timex)) return timex;
  const month = /^XXXX-(\d{2})$/.exec(timex)?.[1];
  if (month === undefined) return undefined;
  // The end of December is the first of January.
  const year = Number(near.slice(0, 4)) - (month === "12" && near.slice(5, 7) === "01" ? 1 : 0);
  return `${year}-${month}`;
}

/** The seven days of an ISO week ("2018-W47"), whatever part of it was meant. */
function week(timex: string): Norm | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(timex) ?? [];
  if (year === undefined || number === undefined) return undefined;
  const fourth = Date.parse(`${year}-01-04T00:00:00Z`);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (Number(number) - 1) * 7 * 86_400_000;
  const day = (steps: number): string => new Date(monday + steps * 86_400_000).toISOString().slice(0, 10);
  return `${day(0)}/${day(6)}`;
}

/** A closed range: with its end left out, with it, and, where months or years are counted, with the month or year that it opens. */
function closed(timex: string, start: string, end: string): Norm[] {
  const unit = /^\(.*,P\d+([MY])\)$/.exec(timex)?.[1];
  const norms = [`${start}/${dayBefore(end)}`];
  if (timex.startsWith("(")) norms.push(`${start}/${end}`);
  if (unit !== undefined && start.endsWith("-01") && end.endsWith("-01")) norms.push(`${start}/${end.slice(0, 7)}`);
  if (unit === "Y" && start.endsWith("-01-01") && end.endsWith("-01-01")) norms.push(`${start}/${end.slice(0, 4)}`);
  return norms;
}

function open({ timex, start, end, Mod = "" }: TimexValue): Norm[] {
  if (isDay(start) && Mod.startsWith("after")) return [`${period(timex, dayBefore(start)) ?? start}/`];
  if (isDay(start)) return [`${start}/`];
  if (!isDay(end)) return [];
  return [`/${period(timex, end) ?? end}`];
}

/** The norms of a value; none where it is no date or is left unresolved. */
export function normsOf(value: TimexValue): readonly Norm[] {
  const { timex, start, end } = value;
  if (isDay(value.value)) return [value.value];
  const unresolved = named(timex);
  if (unresolved !== undefined) return [unresolved];
  if (!isDay(start) || !isDay(end)) return open(value);
  // "Early 2015" is 2015: a part of a period is as precise as the period.
  const whole = period(timex, start) ?? week(timex);
  return whole === undefined ? closed(timex, start, end) : [whole];
}
