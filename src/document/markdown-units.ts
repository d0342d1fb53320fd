// Markdown's lines to units of layout. Only the block structure matters: which lines are prose and what kind.
import type { Span } from "./span.ts";
import { linesOf } from "./units.ts";
import type { Unit } from "./units.ts";

/** What a line is; `text` goes on with the paragraph, item or quote before it. */
type LineMark =
  | { readonly kind: "blank" | "skip" | "underline" | "text" }
  | { readonly kind: "fence"; readonly fence: string }
  | { readonly kind: "heading" | "item" | "quote"; readonly start: number };

/** The units of a Markdown text from `from` on (where its front matter ends), in order. */
export function markdownUnits(text: string, from: number): Unit[] {
  const units: Unit[] = [];
  let fence: string | undefined;
  let open = false;
  for (const line of linesOf(text).filter((each) => each.start >= from)) {
    const mark = markOf(text, line, open);
    if (fence !== undefined) {
      if (mark.kind === "fence" && mark.fence.startsWith(fence)) fence = undefined;
    } else if (mark.kind === "fence") {
      fence = mark.fence;
      open = false;
    } else {
      open = takeLine(text, units, line, mark, open);
    }
  }
  return units.filter((unit) => unit.end > unit.start);
}

/** Adds a line to the units; true where the next line may go on with it. */
function takeLine(text: string, units: Unit[], line: Span, mark: LineMark, open: boolean): boolean {
  const last = units.at(-1);
  switch (mark.kind) {
    case "blank":
    case "skip":
    case "fence":
      return false;
    case "underline":
      if (open && last !== undefined && last.kind === undefined) units.splice(-1, 1, { ...last, kind: "headline" });
      return false;
    case "heading":
      units.push({ start: mark.start, end: headingEnd(text, line), kind: "headline" });
      return false;
    case "item":
    case "quote":
      if (mark.kind === "quote" && open && last?.kind === "quote") units.splice(-1, 1, { ...last, end: line.end });
      else units.push({ start: mark.start, end: line.end, kind: mark.kind === "item" ? "list" : "quote" });
      return true;
    case "text":
      if (open && last !== undefined) units.splice(-1, 1, { ...last, end: line.end });
      else units.push(line);
      return true;
  }
}

/** Without the closing marks of "## Deal ##". */
function headingEnd(text: string, line: Span): number {
  return line.start + text.slice(line.start, line.end).replace(/[ \t]+#+$/, "").length;
}

/** `open` says that a paragraph precedes: only then do `===` and `---` underline a heading, and indentation is no code. */
function markOf(text: string, line: Span, open: boolean): LineMark {
  const words = text.slice(line.start, line.end);
  if (words === "") return { kind: "blank" };
  const fence = /^(`{3,}|~{3,})/.exec(words)?.[1];
  if (fence !== undefined) return { kind: "fence", fence };
  if (open && /^(?:=+|-+)$/.test(words)) return { kind: "underline" };
  const heading = /^#{1,6}(?:[ \t]+|$)/.exec(words);
  if (heading !== null) return { kind: "heading", start: line.start + heading[0].length };
  if (isSkipped(words) || (!open && isIndented(text, line.start))) return { kind: "skip" };
  const quote = /^>[> \t]*/.exec(words);
  if (quote !== null) return { kind: "quote", start: line.start + quote[0].length };
  const item = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(words);
  return item === null ? { kind: "text" } : { kind: "item", start: line.start + item[0].length };
}

/** Rules, table rows, comments, link definitions and pictures alone on a line. */
function isSkipped(words: string): boolean {
  return /^(?:\|.*|(?:[-*_][ \t]*){3,}|<!--.*|\[[^\]]{1,99}\]:\s\S.*|!\[[^\]]*\]\([^)]*\)|:?-+:?(?:\|:?-+:?)*\|?)$/.test(words);
}

/** Four spaces or a tab before the line's first word. */
function isIndented(text: string, start: number): boolean {
  return /(?:^|[\n\r])(?: {4,}| {0,3}\t\s*)$/.test(text.slice(Math.max(0, start - 12), start));
}
