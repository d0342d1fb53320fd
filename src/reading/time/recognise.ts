// Times of a stretch of text: every construct is tried, then what they found is merged, opened, and resolved against the
// day of the document. Without that day, relative times keep their place but get no norm.
import type { Span } from "../../document/index.ts";
import type { TimeMention, TimeReason } from "../annotation.ts";
import { isAttributive } from "./attributive.ts";
import { checkDay } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { run } from "./construct.ts";
import type { Candidate, Construct } from "./construct.ts";
import { dayAlone, dayMonth, dayOfSideMonth, daysOfMonth, monthDay, monthDays, sideDate, spelledDay, weekdayOfMonth, yearMonthDay } from "./dates.ts";
import { guessDirection, loadCues } from "./direction.ts";
import type { Cues } from "./direction.ts";
import {
  ago,
  agoInParts,
  ahead,
  duration,
  fromEvent,
  fromNow,
  fromReference,
  nearReference,
  nextLength,
  pastLength,
  vagueLength,
  within,
} from "./distances.ts";
import { pick } from "./meaning.ts";
import type { Direction, Meaning } from "./meaning.ts";
import { bounds, coloured, longest, ranges, shifted } from "./merge.ts";
import { bareMonth, everydayMonth, monthSideYear, monthYear, sideMonth, yearNamedMonth } from "./months.ts";
import { endOf, isNorm, opened, startOf } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { basic, dotted, monthSlashYear, noHour, slashed, yearFirst, yearLast, yearMonth } from "./numeric.ts";
import { feasts } from "./feasts.ts";
import { half, monthsOfYear, quarter, seasons } from "./periods.ts";
import { afterNext, endOfUnit, inTheUnit, namedDay, now, restOfUnit, sideUnit, theWeekend } from "./relative.ts";
import { bareWeekday, sideWeekday, weekdayOfWeek, weekdayThe } from "./weekdays.ts";
import { weekNumber, weekOfDay, weekOfPeriod, weeksOfYear } from "./weeks.ts";
import { bareYear, century, decade, farYear, fiscalYear, sideFiscalYear, sideOfYears, spelledYear, yearRange } from "./years.ts";

/** What the tables under knowledge/time/ say: constructs made from them, and the cues of direction. */
export interface TimeKnowledge {
  readonly constructs: readonly Construct[];
  readonly cues: Cues;
}

/** What the caller knows beyond the text. */
export interface TimeContext {
  /** True where the clause lies ahead, false where it is past; for all times of the span, or told for each. Absent: guessed from the words. */
  readonly future?: boolean | ((time: Span) => boolean | undefined);
  /** Norms of the times told before the span, the nearest last: what "the following day" and "two years later" count from. */
  readonly before?: readonly Norm[];
  /** Other tables than the package's own. */
  readonly knowledge?: TimeKnowledge;
}

const CONSTRUCTS: readonly Construct[] = [
  dayMonth,
  monthDay,
  yearMonthDay,
  spelledDay,
  sideDate,
  daysOfMonth,
  monthDays,
  dayAlone,
  dayOfSideMonth,
  weekdayOfMonth,
  yearFirst,
  basic,
  yearLast,
  dotted,
  slashed,
  noHour,
  monthSlashYear,
  yearMonth,
  monthYear,
  yearNamedMonth,
  monthSideYear,
  sideMonth,
  bareMonth,
  everydayMonth,
  bareYear,
  spelledYear,
  farYear,
  yearRange,
  decade,
  fiscalYear,
  sideFiscalYear,
  century,
  sideOfYears,
  quarter,
  half,
  monthsOfYear,
  bareWeekday,
  sideWeekday,
  weekdayOfWeek,
  weekdayThe,
  namedDay,
  sideUnit,
  theWeekend,
  inTheUnit,
  endOfUnit,
  restOfUnit,
  afterNext,
  weekOfPeriod,
  weekNumber,
  weeksOfYear,
  weekOfDay,
  now,
  ago,
  agoInParts,
  ahead,
  fromNow,
  within,
  nextLength,
  pastLength,
  vagueLength,
  fromEvent,
  fromReference,
  nearReference,
  duration,
];

/** Reads the time tables. Throws as `loadTable`. Without arguments, the package's own. */
export function loadTimeKnowledge(): TimeKnowledge {
  return { constructs: [...CONSTRUCTS, ...seasons(), feasts()], cues: loadCues() };
}

let shipped: TimeKnowledge | undefined;

const MAY_HOLD_TIME =
  /\d|now\b|day|week|month|year|decade|centur|quarter|spring|summer|autumn|fall|winter|night|morrow|hour|morning|afternoon|evening|january|february|march|april|may|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b|christmas|halloween|ties\b|fortnight|easter|thanksgiving|juneteenth|nineteen|twenty|two thousand|w\/c/i;

function candidatesOf(text: string, constructs: readonly Construct[]): readonly Candidate[] {
  const found = ranges(text, shifted(coloured(text, longest(constructs.flatMap((construct) => run(construct, text))))));
  return bounds(text, found, (candidate) => isAttributive(text, candidate)).filter((candidate) => !candidate.weak);
}

/** The caller's word, else what the time says itself (a deadline lies ahead), else what the words before it tell. */
function directionOf(context: TimeContext, place: Span, candidate: Candidate, text: string, cues: Cues): Direction | undefined {
  const future = typeof context.future === "function" ? context.future(place) : context.future;
  if (future !== undefined) return { side: future ? "future" : "past", sure: true };
  if (candidate.open === "until") return { side: "future", sure: false };
  return guessDirection(text, candidate.start, cues);
}

type Resolved = Pick<TimeMention, "norm" | "basis" | "reason" | "duration">;

function without(reason: TimeReason): Resolved {
  return { basis: "none", reason };
}

/** Before it, the calendars of countries differed, and a date is only what its writer meant by it. */
const OLDEST_YEAR = "1800";

function written(norm: Norm | undefined, basis: "stated" | "anchored", open: Candidate["open"]): Resolved {
  // A day that the calendar lacks is given as it would be written ("2015-06-31"), or as nothing ("the fifth Friday of May").
  if (norm === undefined || !isNorm(norm)) return without(norm === undefined || /^(?:\d{4}-|$)/.test(norm) ? "no-such-day" : "beyond-calendar");
  if ((startOf(norm) || endOf(norm)) < OLDEST_YEAR) return without("before-1800");
  return { norm: open === undefined ? norm : opened(norm, open), basis };
}

/** The time that a referred meaning counts to, from the last time before it that fits. */
function toldFrom(meaning: Extract<Meaning, { kind: "referred" }>, before: readonly Norm[], anchor: Day | undefined): Norm | undefined {
  const told = before.findLast(meaning.fits) ?? (meaning.orAnchor ? anchor : undefined);
  return told === undefined ? undefined : meaning.resolve(told);
}

function resolve({ meaning, open }: Candidate, anchor: Day | undefined, before: readonly Norm[], direction: () => Direction | undefined): Resolved {
  switch (meaning.kind) {
    case "stated":
      return written(meaning.norm, "stated", open);
    case "anchored":
      if (anchor === undefined) return without("no-document-day");
      return written(pick(meaning, anchor, direction()) ?? meaning.candidates(anchor)[0], "anchored", open);
    case "referred": {
      const norm = toldFrom(meaning, before, anchor);
      return norm === undefined ? without("nothing-told-before") : written(norm, "anchored", open);
    }
    case "duration":
      return { ...without("length"), duration: true };
    case "kept":
      return without(meaning.reason);
  }
}

/**
 * The times of the span, in text order, none overlapping. `anchor` is the day of the document (`YYYY-MM-DD`), against which
 * relative times are resolved; without it they have basis `none`. Never throws on a text; `PACTA_DAY_INVALID` where
 * the anchor is no day.
 */
export function recogniseTimes(text: string, span: Span, anchor?: Day, context: TimeContext = {}): readonly TimeMention[] {
  const day = anchor === undefined ? undefined : checkDay(anchor);
  const within = text.slice(span.start, span.end);
  if (!MAY_HOLD_TIME.test(within)) return [];
  const { constructs, cues } = context.knowledge ?? (shipped ??= loadTimeKnowledge());
  const told = [...(context.before ?? [])];
  return candidatesOf(within, constructs).map((candidate): TimeMention => {
    const place = { start: candidate.start + span.start, end: candidate.end + span.start };
    const resolved = resolve(candidate, day, told, () => directionOf(context, place, candidate, within, cues));
    if (resolved.norm !== undefined) told.push(resolved.norm);
    const attributive = candidate.meaning.kind !== "duration" && isAttributive(within, candidate);
    return { type: "time", ...place, ...resolved, ...(attributive ? { attributive } : {}) };
  });
}
