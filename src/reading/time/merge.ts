// What is done with the candidates of all constructs: the longest of those that overlap stays, "early" and "the end of"
// join the time that they colour, two times with "to" between become a range, and "since" or "by" opens an end.
import type { Candidate } from "./construct.ts";
import type { Day } from "./calendar.ts";
import { addDays, daysBetween } from "./calendar.ts";
import { calendar } from "./meaning.ts";
import type { Meaning, Stated } from "./meaning.ts";
import { endOf, firstDay, lastDay, span, startOf } from "./norm.ts";
import type { Norm } from "./norm.ts";
import { DASH } from "./words.ts";

const REACH = 32;

function leftOf(text: string, at: number): string {
  return text.slice(Math.max(0, at - REACH), at);
}

/** The candidates in text order, of overlapping ones the longest. */
export function longest(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = kept.at(-1);
    if (previous === undefined || previous.end <= candidate.start) kept.push(candidate);
    else if (candidate.end - candidate.start > previous.end - previous.start) kept[kept.length - 1] = candidate;
  }
  return kept;
}

const COLOUR =
  /(?:^|[^\p{L}])((?:(?:very |as )?(?:early|late|mid|earlier|later)(?:[- ]|-to-late[- ])(?:in |on )?(?:the )?)|(?:the )?(?:end|start|beginning|middle|close|turn|first days|last days|final days|first weeks|last weeks|latter part|early part|rest|remainder) of (?:the year )?)$/iu;

/** "early 2017", "the end of March": the words join, the norm stays as precise as it was. */
export function coloured(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const words = COLOUR.exec(leftOf(text, candidate.start))?.[1];
    return words === undefined ? candidate : { ...candidate, start: candidate.start - words.length, weak: false };
  });
}

const JOIN = new RegExp(`^(?: ?${DASH} ?|,? (?:to|until|till|through|thru|up to) (?:the )?)$`, "i");
const AND = /^,? and (?:the )?$/i;

function partsOfMeaning(meaning: Meaning): Stated | undefined {
  return meaning.kind === "stated" || meaning.kind === "anchored" ? meaning.parts : undefined;
}

/** One end with what only the other end states: "between March and June 2015", "August 28 to the 30th". */
function lend(own: Stated, other: Stated, back: boolean): Stated {
  const month = own.month ?? other.month;
  if (own.month === undefined && own.day === undefined) return own;
  const withMonth = month === undefined ? own : { ...own, month };
  if (own.year !== undefined || other.year === undefined) return withMonth;
  const wraps = month !== undefined && other.month !== undefined && (back ? month > other.month : month < other.month);
  return { ...withMonth, year: other.year + (wraps ? (back ? -1 : 1) : 0) };
}

/** "From October 15 until the end of the year" is of one year: readings that run on for longer are taken only where there are no others. */
function withinYear(norms: readonly Norm[]): readonly Norm[] {
  const short = norms.filter((norm) => daysBetween(firstDay(startOf(norm)), lastDay(endOf(norm))) < 366);
  return short.length > 0 ? short : norms;
}

/** All readings of the range: each start with the first end after it. */
function rangeMeaning(first: Meaning, second: Meaning): Meaning | undefined {
  const [a, b] = [partsOfMeaning(first), partsOfMeaning(second)];
  if (a?.year !== undefined && a.month === undefined && b?.month !== undefined && b.year === undefined) return undefined;
  const from = a === undefined || b === undefined ? first : (calendar(lend(a, b, true)) ?? first);
  const to = a === undefined || b === undefined ? second : (calendar(lend(b, a, false)) ?? second);
  if (from.kind === "stated" && to.kind === "stated")
    return firstDay(startOf(from.norm)) <= lastDay(endOf(to.norm)) ? { kind: "stated", norm: span(from.norm, to.norm) } : undefined;
  if ((from.kind !== "stated" && from.kind !== "anchored") || (to.kind !== "stated" && to.kind !== "anchored")) return undefined;
  const starts = (anchor: Day): readonly Norm[] => (from.kind === "stated" ? [from.norm] : from.candidates(anchor));
  const ends = (anchor: Day): readonly Norm[] => (to.kind === "stated" ? [to.norm] : to.candidates(anchor));
  const candidates = (anchor: Day) =>
    starts(anchor).flatMap((start) => {
      const first = firstDay(startOf(start));
      const all = [...ends(anchor), ...ends(addDays(first, 1))];
      const end = all.find((norm) => firstDay(startOf(norm)) > first) ?? all.find((norm) => lastDay(endOf(norm)) > lastDay(endOf(start)));
      return end === undefined ? [] : [span(start, end)];
    });
  return { kind: "anchored", candidates: (anchor) => withinYear(candidates(anchor)) };
}

function joined(text: string, first: Candidate, second: Candidate): Candidate | undefined {
  const gap = text.slice(first.end, second.start);
  if (gap.length > 16) return undefined;
  const opening = /(?:^|[^\p{L}])((?:from|between) (?:the )?)$/iu.exec(leftOf(text, first.start))?.[1];
  const fits = JOIN.test(gap) || (AND.test(gap) && /between/i.test(opening ?? ""));
  const meaning = fits ? rangeMeaning(first.meaning, second.meaning) : undefined;
  if (meaning === undefined) return undefined;
  return { start: first.start - (opening?.length ?? 0), end: second.end, meaning, weak: false, dated: false, owned: false, bounded: true };
}

/** Neighbours with "to", "and" after "between", or a dash between them, made one. */
export function ranges(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const done: Candidate[] = [];
  for (const candidate of candidates) {
    const previous = done.at(-1);
    const range = previous === undefined || previous.bounded ? undefined : joined(text, previous, candidate);
    if (range === undefined) done.push(candidate);
    else done[done.length - 1] = range;
  }
  return done;
}

/** "two days after" with the time that it counts from ("Monday") right behind it, made one. */
export function shifted(candidates: readonly Candidate[]): readonly Candidate[] {
  const done: Candidate[] = [];
  for (const candidate of candidates) {
    const [previous, { meaning }] = [done.at(-1), candidate];
    const shift = previous?.meaning.kind === "anchored" && candidate.start === previous.end + 1 ? previous.meaning.shift : undefined;
    if (previous === undefined || shift === undefined || (meaning.kind !== "stated" && meaning.kind !== "anchored")) done.push(candidate);
    else {
      const move = (norm: Norm) => shift(firstDay(startOf(norm)));
      const moved: Meaning =
        meaning.kind === "stated"
          ? { kind: "stated", norm: move(meaning.norm) }
          : { ...meaning, candidates: (anchor) => meaning.candidates(anchor).map(move) };
      done[done.length - 1] = { ...candidate, start: previous.start, meaning: moved, weak: false, bounded: true };
    }
  }
  return done;
}

const SINCE =
  /(?:^|[^\p{L}])((?:ever )?since (?:the )?|(?<!\bdat(?:es|ed|ing) )from (?:the )?|as of |as from |(?:no earlier|(?<!no |not )later) than (?:the )?|after (?:the )?)$/iu;
const UNTIL = /(?:^|[^\p{L}])((?:until|till|by|before|prior to|no later than|not later than|up to|through) (?:the )?(?:at least )?)$/iu;
const DEADLINE = /(?:^|[^\p{L}])deadline [^.;:]{0,22}?(?:is|was|of)(?: the)? $/iu;
const ONWARD = /^(?:,? (?:and|or) (?:(?:later|after|beyond)(?! \p{L})|onwards?)|,? onwards?)(?![\p{L}\p{N}])/iu;
const HELD =
  /(?:^|[^\p{L}])(?:in|on|of|during|for|at|starting|beginning|effective|early|late|mid|this|last|next|as early as|scheduled|due)[- ](?:the )?$/iu;

/** "2025 and beyond", "from 2018 onwards": open after it, by the words behind. */
function opening(candidate: Candidate, text: string, length: number): Candidate {
  const from = /(?:^|[^\p{L}])(from (?:the )?)$/iu.exec(leftOf(text, candidate.start))?.[1] ?? "";
  return { ...candidate, start: candidate.start - from.length, end: candidate.end + length, open: "since", weak: false, bounded: true };
}

/** "since 2014" is `2014/`, "by 2026" `/2026`. A time that owns a noun ("after Monday's talks", "since the 2003 dispute") is not opened: `owns` tells. */
export function bounds(text: string, candidates: readonly Candidate[], owns: (candidate: Candidate) => boolean): readonly Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.bounded || candidate.owned || candidate.meaning.kind === "duration") return candidate;
    const left = leftOf(text, candidate.start);
    if (DEADLINE.test(left)) return { ...candidate, open: "until", weak: false, bounded: true };
    const onward = ONWARD.exec(text.slice(candidate.end, candidate.end + REACH))?.[0];
    if (onward !== undefined) return opening(candidate, text, onward.length);
    const [since, until] = [SINCE.exec(left)?.[1], UNTIL.exec(left)?.[1] ?? toYear(left, candidate)];
    const words = since ?? until;
    if (words === undefined) return { ...candidate, weak: candidate.weak && !HELD.test(left) };
    const start = candidate.start - words.length;
    if (owns(candidate) || candidates.some((other) => other.start < candidate.start && start < other.end)) return { ...candidate, weak: false };
    return { ...candidate, start, open: since === undefined ? "until" : "since", weak: false, bounded: true };
  });
}

/** "to 2020" closes a time only before a year that is stated: "to" has too many other uses. */
function toYear(left: string, candidate: Candidate): string | undefined {
  const plainYear = candidate.meaning.kind === "stated" && /^\d{4}$/.test(candidate.meaning.norm) && candidate.end - candidate.start === 4;
  return plainYear && /(?<!(?:^|[^\p{L}])(?:back|relates?|dat(?:es|ed|ing)))(?:^|[^\p{L}])to $/iu.test(left) ? "to " : undefined;
}
