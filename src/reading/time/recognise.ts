// Times of a stretch of text: every construct is tried, then what they found is merged, opened, and resolved against the
// day of the document. Without that day, relative times keep their place but get no norm.
import type { Span } from "../../document/index.ts";
import type { TimeMention } from "../annotation.ts";
import { isAttributive } from "./attributive.ts";
import { checkDay } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { run } from "./construct.ts";
import type { Candidate, Construct } from "./construct.ts";
import { allConstructs } from "./constructs.ts";
import { guessDirection, loadCues } from "./direction.ts";
import type { Cues } from "./direction.ts";
import type { Direction } from "./meaning.ts";
import { bounds, coloured, longest, ranges, shifted } from "./merge.ts";
import type { Norm } from "./norm.ts";
import { resolve } from "./resolve.ts";

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

/** Reads the time tables. Throws as `loadTable`. Without arguments, the package's own. */
export function loadTimeKnowledge(): TimeKnowledge {
  return { constructs: allConstructs(), cues: loadCues() };
}

let shipped: TimeKnowledge | undefined;

const MAY_HOLD_TIME =
  /\d|now\b|day|week|month|year|decade|centur|quarter|spring|summer|autumn|fall|winter|night|morrow|hour|morning|afternoon|evening|january|february|march|april|may|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b|christmas|halloween|ties\b|two thousands|tens\b|fortnight|easter|thanksgiving|juneteenth|nineteen|twenty|two thousand|w\/c/i;

function candidatesOf(text: string, constructs: readonly Construct[]): readonly Candidate[] {
  const found = ranges(text, shifted(coloured(text, longest(constructs.flatMap((construct) => run(construct, text))))));
  return bounds(text, found, (candidate) => isAttributive(text, candidate)).filter((candidate) => !candidate.weak);
}

function futureOf({ future }: TimeContext, place: Span): boolean | undefined {
  return typeof future === "function" ? future(place) : future;
}

/** The caller's word, else what the time says itself (a deadline lies ahead), else what the words before it tell. "As of 1 March" may lie on either side. */
function directionOf(context: TimeContext, place: Span, candidate: Candidate, text: string, cues: Cues): Direction | undefined {
  if (/^as of /i.test(text.slice(candidate.start, candidate.end))) return undefined;
  if (/^(?:ever )?since /i.test(text.slice(candidate.start, candidate.end))) return { side: "past", sure: true };
  if (/^(?:until|till) /i.test(text.slice(candidate.start, candidate.end))) return { side: "future", sure: false };
  const future = futureOf(context, place);
  if (future !== undefined) return { side: future ? "future" : "past", sure: true };
  if (candidate.open === "until") return { side: "future", sure: false };
  return guessDirection(text, candidate.start, cues, candidate.meaning.kind === "anchored" && candidate.meaning.weekday === true);
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
    // What is past did not follow on a day that is still to come.
    const ended = day !== undefined && candidate.meaning.kind === "referred" && futureOf(context, place) === false;
    const before = ended ? told.filter((norm) => norm <= day) : told;
    const resolved = resolve(candidate, day, before, () => directionOf(context, place, candidate, within, cues));
    if (resolved.norm !== undefined) told.push(resolved.norm);
    const attributive = candidate.meaning.kind !== "duration" && isAttributive(within, candidate);
    return { type: "time", ...place, ...resolved, ...(attributive ? { attributive } : {}) };
  });
}
