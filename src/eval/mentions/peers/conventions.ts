// Where Pacta's reading of a case is another than Recognizers-Text's because the two follow other conventions, not because
// one of them misses the words. Such cases count as wrong all the same; here they are told apart, so that anyone may judge.
import { overlaps } from "../../../document/index.ts";
import type { SpecCase } from "./cases.ts";
import { dayAfter, sameTime } from "./extent.ts";
import type { FoundTime, Norm } from "./norm.ts";

/** A convention in dispute: what each side takes words to mean, with an example of ours. */
export interface Convention {
  readonly name: string;
  /** What Pacta does, after CLAIMS.md. */
  readonly ours: string;
  /** What the cases expect. */
  readonly theirs: string;
  readonly example: string;
}

interface Dispute extends Convention {
  readonly holds: (mine: Norm | undefined, wanted: Norm, asked: SpecCase) => boolean;
}

const isDay = (norm: Norm): boolean => /^\d{4}-\d{2}-\d{2}$/.test(norm);
const startOf = (norm: Norm): string => norm.split("/")[0] ?? "";
const endOf = (norm: Norm): string => norm.split("/").at(-1) ?? "";
const isClosed = (norm: Norm): boolean => norm.includes("/") && startOf(norm) !== "" && endOf(norm) !== "";
const saidIn = ({ text, span }: SpecCase): string => text.slice(span.start, span.end);

function daysApart(a: Norm, b: Norm): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** The first that holds names a case, so the narrower stand before the wider. */
const DISPUTES: readonly Dispute[] = [
  {
    name: "day or month first",
    ours: "kept as text",
    theirs: "month first",
    example: "on 03/04/2015",
    holds: (mine, _, asked) => mine === undefined && /\d[-/.,]\d/.test(saidIn(asked)),
  },
  {
    name: "counted months and years",
    ours: "the month or the year",
    theirs: "the day",
    example: "three months ago",
    holds: (mine, wanted) => mine !== undefined && !isDay(mine) && !mine.includes("/") && isDay(wanted) && wanted.startsWith(mine),
  },
  {
    name: "last or next weekday",
    ours: "the nearest on that side",
    theirs: "the one of the week before or after",
    example: "next Saturday",
    holds: (mine, wanted) => mine !== undefined && isDay(mine) && isDay(wanted) && daysApart(mine, wanted) === 7,
  },
  {
    name: "the next days",
    ours: "from the day of the document",
    theirs: "from the day after it",
    example: "over the next four days",
    holds: (mine, wanted, { day }) => mine !== undefined && isClosed(mine) && startOf(mine) === day && startOf(wanted) === dayAfter(day),
  },
  {
    name: "within a time",
    ours: "open before",
    theirs: "from the day of the document on",
    example: "within six weeks",
    holds: (mine, wanted) => mine?.startsWith("/") === true && isClosed(wanted),
  },
  {
    name: "starting at a time",
    ours: "that time",
    theirs: "open after",
    example: "starting 1 March",
    holds: (mine, wanted) => mine !== undefined && !mine.endsWith("/") && wanted.endsWith("/"),
  },
  {
    name: "from a time",
    ours: "open after",
    theirs: "that time",
    example: "from October",
    holds: (mine, wanted) => mine?.endsWith("/") === true && !wanted.endsWith("/"),
  },
  {
    name: "centuries and decades",
    ours: "1901/2000, decades counted back from the day",
    theirs: "1900/1999, decades of the calendar",
    example: "the 20th century",
    holds: (_, __, asked) => /centur|decade/i.test(saidIn(asked)),
  },
  {
    name: "the second end of a range",
    ours: "to its last day",
    theirs: "to its first day, or as far as its part",
    example: "from the first quarter of 2014 to the third of 2015",
    holds: (mine, wanted) => mine !== undefined && isClosed(mine) && isClosed(wanted) && startsAlike(mine, wanted),
  },
  {
    name: "counted from another time",
    ours: "a time told before, else kept as text",
    theirs: "the day of the document",
    example: "ten days later",
    holds: (mine, _, asked) => mine === undefined && /\b(?:later|following|that|same)\b/i.test(saidIn(asked)),
  },
  {
    name: "words that name no time in news",
    ours: "none",
    theirs: "the day, week or year of the document, or a day by its bare number",
    example: "my week",
    holds: (mine, _, asked) =>
      mine === undefined && /^(?:the|my|on)?\s?(?:day|week|weekend|month|year|fortnight|date|\d{1,2}|second)$/i.test(saidIn(asked)),
  },
];

function startsAlike(mine: Norm, wanted: Norm): boolean {
  return sameTime(`${startOf(mine)}/`, `${startOf(wanted)}/`);
}

/** Every convention in dispute. */
export const CONVENTIONS: readonly Convention[] = DISPUTES;

/** The convention that a case is a dispute about; absent where the words were missed, or read otherwise for no such reason. */
export function conventionOf(asked: SpecCase, found: readonly FoundTime[]): Convention | undefined {
  const mine = found.filter((time) => overlaps(time, asked.span)).flatMap(({ norms }) => norms)[0];
  return DISPUTES.find(({ holds }) => asked.wanted.some((wanted) => holds(mine, wanted, asked)));
}
