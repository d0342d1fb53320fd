// What comes along when a reader copies a page whole into a text: the menu and the cookie notice before the article, buttons
// and prompts between its paragraphs, and what readers say of it. Looked for in plain text alone.
import { isStamp, proseDay } from "./calendar.ts";
import type { BlockKind } from "./document.ts";
import type { Furniture, Tail } from "./furniture.ts";
import { signedNames } from "./signed-names.ts";
import type { Unit } from "./units.ts";
import { endsSentence, isByline, isProse, tailOf } from "./line-kind.ts";

/** Lines before the article that are looked at. */
const REACH = 40;

/** So many short lines in a row are a menu. */
const MENU = 3;

/** What follows the article may be at most this share of the text: more is the article's own. */
const MOST_AFTER = 0.6;

const COOKIES =
  /\bcookies?\b.*\b(?:accept|agree|consent|preferences|privacy|experience|partners|advertis\w+|settings|personali[sz]\w+|site)\b|\b(?:accept|consent|agree|partners|privacy)\b.*\bcookies?\b/i;

/** The line of a page that a line is, as far as it stands around an article: undefined for one of the article. */
export function aroundOf(line: string, furniture: Furniture): Tail | undefined {
  return tailOf(withoutCount(line), { tails: furniture.around }) ?? (line.length <= 600 && COOKIES.test(line) ? NOTICE : undefined);
}

/** "Comments (3)" and "3 comments" without their numbers. */
function withoutCount(line: string): string {
  return line.length > 60 ? line : line.replace(/\s*\(\d{1,5}\)$/, "").replace(/^\d{1,5} (?=comments?$)/i, "");
}

const NOTICE: Tail = { phrase: "cookies", where: "start", opens: false };

/** How many of the first lines stand before the article; 0 where that leaves no article. */
export function linesBefore(lines: readonly string[], furniture: Furniture): number {
  let start = 0;
  while (start < Math.min(REACH, lines.length)) {
    const line = lines[start] ?? "";
    const menu = menuAt(lines, start, furniture);
    if (menu >= MENU) start += menu;
    else if (aroundOf(line, furniture) !== undefined || tailOf(line, furniture) !== undefined) start += 1;
    else break;
  }
  return lines.slice(start).filter(isProse).length < 2 ? 0 : start;
}

/** How many lines from `start` on are entries of a menu: a word or two each, with a longer line after them. */
function menuAt(lines: readonly string[], start: number, furniture: Furniture): number {
  let end = start;
  while (end < Math.min(start + REACH, lines.length) && isEntry(lines[end] ?? "", furniture)) end += 1;
  return end < lines.length ? end - start : 0;
}

function isEntry(line: string, furniture: Furniture): boolean {
  const short = line.length <= 24 && line.split(/\s+/).length <= 2 && !endsSentence(line) && !isByline(line) && !isStamp(line);
  return short || aroundOf(line, furniture) !== undefined;
}

/** Where the article has ended: the line from which on readers speak, and else the end. */
export function endOf(lines: readonly string[], furniture: Furniture): number {
  const lengthFrom = (from: number): number => lines.slice(from).reduce((sum, line) => sum + line.length, 0);
  const tails = furniture.around.filter(({ rest }) => rest === true);
  let prose = 0;
  const end = lines.findIndex((line) => {
    if (prose > 1 && tailOf(withoutCount(line), { tails }) !== undefined) return true;
    prose += isProse(line) ? 1 : 0;
    return false;
  });
  return end < 0 || lengthFrom(end) > MOST_AFTER * lengthFrom(0) ? lines.length : end;
}

/** The units of an article with their kinds, where their looks tell them on a page that was copied. */
export function markedAsPasted(units: readonly Unit[], lines: readonly string[], furniture: Furniture): Unit[] {
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  let open = false;
  return units.map((unit, index) => {
    const line = lines[index] ?? "";
    const around = aroundOf(line, furniture);
    open = around?.opens === true || (open && !isProse(line));
    const kind = unit.kind ?? (around !== undefined || open ? "tail" : kindOf(line, index < first, index > last));
    return kind === undefined ? unit : { ...unit, kind };
  });
}

function kindOf(line: string, before: boolean, after: boolean): BlockKind | undefined {
  if (isStaff(line)) return "tail";
  if (isCreditedCaption(line)) return "caption";
  if (isPhotoCredit(line)) return "credit";
  if (before && signedNames(line) !== undefined) return "byline";
  if ((before || after) && isStamp(line)) return before && proseDay(line) !== undefined ? "dateline" : "tail";
  return undefined;
}

/** "A helicopter at an airfield. Photograph: Jon Berg/AP", "Image caption, A helicopter at an airfield". */
function isCreditedCaption(line: string): boolean {
  if (line.length > 600) return false;
  return /^image caption,? /i.test(line) || /[.!?”"] \(?(?:photo(?:graph)?|image|picture)(?: credit)?: ?[^.:]{2,80}\)?$/i.test(line);
}

/** "Photo by Jon Berg/Getty Images". */
function isPhotoCredit(line: string): boolean {
  return line.length <= 120 && /^\(?(?:photo(?:graph)?|image|picture)s? (?:by|courtesy of) \p{Lu}/iu.test(line) && !endsSentence(line);
}

/** "Reporting by Ann Lee; Editing by Jon Berg". */
function isStaff(line: string): boolean {
  return (
    line.length <= 300 &&
    /^\(?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting) by \p{Lu}[^.]{2,120}(?:;|,? (?:writing|edit(?:ing|ed)) by |\)?$)/u.test(line)
  );
}

/** The words after "Tags:" and the like. */
export function tagsIn(line: string): string[] {
  const list = /^(?:tags|topics|filed under|keywords):\s*(.{2,300})$/i.exec(line)?.[1];
  return (list ?? "")
    .split(/\s*[,;|]\s*/)
    .map((tag) => tag.replace(/[.\s]+$/, "").trim())
    .filter((tag) => tag !== "");
}
