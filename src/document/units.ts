// Plain text to its smallest pieces of layout: a paragraph, a line, a list item. Text comes in two fashions, one paragraph
// a line or lines broken at a width; only where the breaks fall in mid-sentence are lines put together.
import { PactaError } from "../error.ts";
import { isStamp } from "./calendar.ts";
import type { BlockKind } from "./document.ts";
import { signedNames } from "./signed-names.ts";
import type { Span } from "./span.ts";

/** A piece of the text without surrounding white space. `kind` is set where markup already says what it is. */
export interface Unit extends Span {
  readonly kind?: BlockKind;
}

const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/g;
const BULLET = /^(?:[-*+•‣◦▪–]|\d{1,2}[.)])[ \t]+(?=\S)/;

/** Lines with words in them that a text may have: a book has twenty thousand, and each costs memory. */
const MOST_LINES = 200_000;

/** The units of a plain text, in order. Throws `PACTA_INPUT_TOO_LARGE` for more lines than any report has. */
export function unitsOf(text: string): Unit[] {
  return groupsOf(text).flatMap((group) => unitsOfGroup(text, group));
}

/** The lines of a text without their ends, white space trimmed; a blank line has `start === end`. Throws as `unitsOf` does. */
export function* linesOf(text: string): Generator<Span, undefined> {
  let [start, count] = [0, 0];
  const lineTo = (end: number): Span => {
    const line = trimmed(text, { start, end });
    count += line.start === line.end ? 0 : 1;
    if (count <= MOST_LINES) return line;
    throw new PactaError("PACTA_INPUT_TOO_LARGE", `the text has more than ${MOST_LINES} lines`, "Split it into its documents");
  };
  for (const end of text.matchAll(LINE_END)) {
    yield lineTo(end.index);
    start = end.index + end[0].length;
  }
  yield lineTo(text.length);
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.start + words.trimEnd().length) };
}

/** Runs of lines between blank ones. */
function groupsOf(text: string): Span[][] {
  const groups: Span[][] = [];
  let open = false;
  for (const line of linesOf(text)) {
    const isBlank = line.start === line.end;
    if (!isBlank && open) groups.at(-1)?.push(line);
    else if (!isBlank) groups.push([line]);
    open = !isBlank;
  }
  return groups;
}

function unitsOfGroup(text: string, lines: readonly Span[]): Unit[] {
  const broken = isBrokenAtWidth(text, lines);
  const units: Unit[] = [];
  for (const line of lines) {
    const bullet = BULLET.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
    const last = units.at(-1);
    if (bullet > 0) units.push({ start: line.start + bullet, end: line.end, kind: "list" });
    else if (broken && last !== undefined) units.splice(-1, 1, { ...last, end: line.end });
    else units.push(line);
  }
  return units;
}

/** True where at least half of the breaks fall between a line of some length and one that goes on in mid-sentence. */
function isBrokenAtWidth(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2 || lines.some((line) => line.end - line.start > 120)) return false;
  const breaks = lines.slice(1).filter((next, index) => goesOn(text, lines[index] ?? next, next)).length;
  return breaks * 2 >= lines.length - 1;
}

function goesOn(text: string, line: Span, next: Span): boolean {
  const words = text.slice(line.start, line.end);
  const after = text.slice(next.start, next.end);
  // A day under a headline begins with a number as the rest of a sentence may.
  if (isStamp(after) || signedNames(after) !== undefined) return false;
  return words.length >= 35 && !/[.!?:][”"’')]?$/.test(words) && /^[\p{Ll}\d($“"]/u.test(after.slice(0, 2));
}
