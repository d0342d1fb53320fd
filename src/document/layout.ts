// The units of a report to its blocks: the head (headline, dek, captions, byline, day), the body, and what hangs after it.
// News has no markup in plain text, but it has an order; a kind that is not sure is a paragraph, which is always read.
import { datelineOf } from "./dateline.ts";
import type { Block, BlockKind } from "./document.ts";
import type { Furniture } from "./furniture.ts";
import { endsSentence, isByline, isCaption, isCredit, isDay, isHelp, isProse, tailOf } from "./line-kind.ts";
import { endOf, linesBefore, markedAsPasted } from "./pasted.ts";
import type { Unit } from "./units.ts";

/** How the text stands in its document. */
export interface Layout {
  /** True where the text may open with a headline; false where the headline stands outside it. */
  readonly head: boolean;
  /** True where the text may be a page that was copied whole, with what stands around its article. */
  readonly pasted?: boolean;
}

/** The head is looked for in this many first units. */
const HEAD = 12;

/** Blocks of the text, in order and without overlap. A single unit is always read as a paragraph. */
export function layout(text: string, units: readonly Unit[], furniture: Furniture, { head, pasted }: Layout = { head: true }): Block[] {
  const lines = units.map((unit) => text.slice(unit.start, unit.end));
  if (pasted !== true || units.length < 3) return blocksIn(text, units, lines, furniture, head);
  const [start, end] = [linesBefore(lines, furniture), endOf(lines, furniture)];
  const outside = (unit: Unit): Block => ({ start: unit.start, end: unit.end, kind: "tail" });
  const inside = lines.slice(start, end);
  const article = blocksIn(text, markedAsPasted(units.slice(start, end), inside, furniture), inside, furniture, head);
  return [...units.slice(0, start).map(outside), ...article, ...units.slice(end).map(outside)];
}

function blocksIn(text: string, units: readonly Unit[], lines: readonly string[], furniture: Furniture, head: boolean): Block[] {
  const body = units.length < 2 ? 0 : bodyStart(text, units, lines, furniture, head);
  const kinds = units.map((unit, index) => unit.kind ?? (index < body ? headKind(units, lines, index, furniture, head) : undefined));
  const bodyKinds = bodyKindsOf(lines, kinds, body, furniture);
  const first = kinds.findIndex((kind, index) => index >= body && kind === undefined);
  return units.flatMap((unit, index) => blocksOf(text, unit, kinds[index] ?? bodyKinds[index] ?? "paragraph", index === first, furniture));
}

/** The first unit of the body: prose, or a dateline, after which no byline or day follows any more. A report that opens with prose has no head. */
function bodyStart(text: string, units: readonly Unit[], lines: readonly string[], furniture: Furniture, head: boolean): number {
  const first = lines[0] ?? "";
  if (isProse(first) && !isMarked(units[0]) && !isHeadMark(first, furniture)) return 0;
  const reach = Math.min(HEAD, units.length);
  let start = 0;
  for (let index = 0; index < reach; index += 1) {
    const unit = units[index];
    if (unit !== undefined && unit.kind === undefined && datelineOf(text, unit, furniture) !== undefined) return index;
    if (unit?.kind === "tail") continue;
    if (isMarked(unit) || isHeadMark(lines[index] ?? "", furniture)) start = index + 1;
    else if (index > start + 1 && isProse(lines[index] ?? "")) break;
  }
  if (start === 0 && !(head && isHeadline(first))) return 0;
  const prose = lines.findIndex((line, index) => index >= start && units[index]?.kind === undefined && isProse(line) && !isCaption(line, furniture));
  if (prose >= 0 && prose < HEAD) return prose;
  return Math.max(start, 1);
}

/** True for a line that stands in the head by its kind. */
function isMarked(unit: Unit | undefined): boolean {
  return unit?.kind === "byline" || unit?.kind === "dateline";
}

/** Kinds of what may stand before the headline. */
const ASIDE: ReadonlySet<BlockKind | undefined> = new Set<BlockKind>(["byline", "dateline", "caption", "credit", "tail"]);

function isHeadMark(line: string, furniture: Furniture): boolean {
  return isByline(line) || isDay(line) || isCaption(line, furniture) || isCredit(line, furniture);
}

/** A short line that does not close like a sentence (an abbreviation's full stop does not count). */
function isHeadline(line: string): boolean {
  return line.length <= 220 && (!endsSentence(line) || /[?!]["”’']?$/.test(line) || /\b\p{Lu}\.\p{Lu}\.$/u.test(line));
}

function headKind(units: readonly Unit[], lines: readonly string[], index: number, furniture: Furniture, head: boolean): BlockKind {
  const line = lines[index] ?? "";
  if (isByline(line)) return "byline";
  if (isDay(line)) return "dateline";
  if (isCredit(line, furniture)) return "credit";
  if (isCaption(line, furniture)) return "caption";
  if (tailOf(line, furniture) !== undefined) return "tail";
  if (index > 1 && (line === lines[index - 1] || line === lines[index + 1])) return "caption";
  if (!head) return "paragraph";
  const before = lines.slice(0, index).every((each, at) => ASIDE.has(units[at]?.kind) || isHeadMark(each, furniture) || each === line);
  return before && isHeadline(line) ? "headline" : "dek";
}

/** Kinds of body units; undefined is a paragraph. A brief list of headlines with agencies keeps its lines: captions need prose around them. */
function bodyKindsOf(
  lines: readonly string[],
  fixed: readonly (BlockKind | undefined)[],
  body: number,
  furniture: Furniture,
): (BlockKind | undefined)[] {
  const prose = lines.filter((line, index) => index >= body && isProse(line)).length;
  let open = false;
  return lines.map((line, index) => {
    if (index < body || lines.length < 2) return undefined;
    const tail = tailOf(line, furniture);
    open = tail?.opens === true || (open && !isProse(line));
    if (tail !== undefined || isHelp(line) || (open && fixed[index] === undefined)) return "tail";
    if (prose < 2) return undefined;
    if (isCredit(line, furniture)) return "credit";
    return isCaption(line, furniture) ? "caption" : undefined;
  });
}

/** A unit's block, or two where the body opens with a dateline. */
function blocksOf(text: string, unit: Unit, kind: BlockKind, first: boolean, furniture: Furniture): Block[] {
  const whole: Block = { start: unit.start, end: unit.end, kind };
  const dateline = first && kind === "paragraph" ? datelineOf(text, unit, furniture) : undefined;
  if (dateline === undefined) return [whole];
  const rest = text.slice(dateline.end, unit.end);
  const start = dateline.end + rest.length - rest.trimStart().length;
  return [
    { start: unit.start, end: dateline.end, kind: "dateline" },
    { start, end: unit.end, kind },
  ];
}
