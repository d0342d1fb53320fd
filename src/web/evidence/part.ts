// A document's text in parts that are shown one by one: its blocks, what stands between them, and blocks of enormous length cut where a line or a
// word ends. Together they are the whole text, so that every place of it has its part.
import type { Forms } from "../asking/index.ts";

type Block = Forms["Document"]["blocks"][number];

/** What a stretch of the text is; `other` where no block covers it. */
export type PartKind = Block["kind"] | "other";

/** A stretch of the text, in UTF-16 offsets, end-exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of the text that is shown by itself. */
export interface Part extends Span {
  readonly kind: PartKind;
}

/** Units beyond which a block is cut: a browser lays out one paragraph at a time, however long it is. */
const LONGEST = 6000;

/** The parts of a text, in order and without overlap. Blanks between blocks belong to none. */
export function partsOf({ text, blocks }: Pick<Forms["Document"], "text" | "blocks">): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, kind } of blocks) {
    parts.push(...between(text, at, start), ...cut(text, { start: Math.max(start, at), end, kind }));
    at = Math.max(at, end);
  }
  return [...parts, ...between(text, at, text.length)];
}

function between(text: string, start: number, end: number): readonly Part[] {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === "") return [];
  const from = start + words.indexOf(trimmed);
  return cut(text, { start: from, end: from + trimmed.length, kind: "other" });
}

function cut(text: string, { start, end, kind }: Part): readonly Part[] {
  const parts: Part[] = [];
  for (let from = start; from < end;) {
    const to = end - from <= LONGEST ? end : from + lengthOf(text.slice(from, from + LONGEST));
    parts.push({ start: from, end: to, kind });
    from = to;
  }
  return parts;
}

/** How much of a stretch is taken: to its last line end, else its last blank, else all but half a character at its end. */
function lengthOf(stretch: string): number {
  const line = stretch.lastIndexOf("\n");
  if (line > 0) return line + 1;
  const blank = stretch.lastIndexOf(" ");
  if (blank > 0) return blank + 1;
  return /[\uD800-\uDBFF]$/.test(stretch) ? stretch.length - 1 : stretch.length;
}

/** Parts in groups that are drawn together: by and by where a text is long. */
export function sheetsOf(parts: readonly Part[], most: { readonly parts: number; readonly units: number }): readonly (readonly Part[])[] {
  const sheets: Part[][] = [];
  let [sheet, units]: [Part[], number] = [[], 0];
  for (const part of parts) {
    if (sheet.length > 0 && (sheet.length >= most.parts || units + part.end - part.start > most.units)) {
      sheets.push(sheet);
      [sheet, units] = [[], 0];
    }
    sheet.push(part);
    units += part.end - part.start;
  }
  return sheet.length === 0 ? sheets : [...sheets, sheet];
}
