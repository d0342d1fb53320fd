// Lines to paragraphs. A PDF says nothing of them, but a reader sees them: by a gap, an indent, another size of letters, or
// a short line at the end of a sentence. Where nothing of that is seen, lines belong together, also over the end of a page.
import { withoutRunning } from "./running.ts";
import type { PdfLine, PdfPage } from "./wire.ts";

/** A gap between lines so much larger than the usual one parts paragraphs. */
const GAP = 1.35;

/** Letters so much larger or smaller are another paragraph's. */
const SIZE = 1.12;

/** A line that ends a sentence and fills less than this share of its column ends the paragraph. */
const FILLED = 0.8;

const BULLET = /^[•‣◦▪●■]\s/u;

const SENTENCE_END = /[.!?:]["”’')\]]{0,3}$/;

/** The text of the pages: paragraphs apart by a blank line, words whole that were broken at the end of a line. */
export function paragraphsOf(pages: readonly PdfPage[]): string {
  const columns = withoutRunning(pages).map(columnOf);
  const known = wordsOf(columns.flatMap(({ lines }) => lines));
  const paragraphs: string[] = [];
  let last: { readonly line: PdfLine; readonly column: Column } | undefined;
  for (const column of columns) {
    for (const line of column.lines) {
      const open = paragraphs.at(-1);
      if (open === undefined || last === undefined || begins(last.line, line, last.column)) paragraphs.push(line.text);
      else paragraphs[paragraphs.length - 1] = joined(open, line.text, known);
      last = { line, column };
    }
  }
  return paragraphs
    .map((each) =>
      each
        .replaceAll("\u00ad", "")
        .replace(/[ \t\u00a0]+/g, " ")
        .trim(),
    )
    .filter((each) => each !== "")
    .join("\n\n");
}

/** A page's lines with what is usual on it. */
interface Column {
  readonly lines: readonly PdfLine[];
  readonly gap: number;
  readonly width: number;
}

function columnOf({ lines }: PdfPage): Column {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const gap = (lines[index]?.y ?? 0) - line.y;
    return gap > 0 && gap < 4 * line.size ? [gap] : [];
  });
  return {
    lines,
    gap: middle(gaps, 0.5),
    width: middle(
      lines.map((line) => line.width),
      0.9,
    ),
  };
}

/** The value at a share of the way from the least to the greatest; 0 of none. */
function middle(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

/** True where a line is of another paragraph than the last one, in whose column the usual is `gap` and `width`. */
function begins(last: PdfLine, line: PdfLine, { gap, width }: Column): boolean {
  if (BULLET.test(line.text)) return true;
  if (Math.max(last.size, line.size) > SIZE * Math.min(last.size, line.size)) return true;
  const ended = SENTENCE_END.test(last.text);
  const full = last.width >= FILLED * width;
  if (ended && !full) return true;
  if (!ended && full && /^\p{Ll}/u.test(line.text)) return false;
  const fall = last.y - line.y;
  // A line above the last one begins another column or page: a full line that ends no sentence goes on there.
  if (fall <= 0) return ended || (!full && !/^\p{Ll}/u.test(line.text));
  if (gap > 0 && fall > GAP * gap) return true;
  return ended && line.x - last.x > 0.8 * line.size;
}

/** All words with and without a hyphen, as they stand inside of lines. */
function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-$)/gu)) words.add(word.toLowerCase());
  return words;
}

/** A hyphen at a line's end goes where a word goes on in small letters, unless the text writes that word with one elsewhere. */
function joined(before: string, after: string, known: ReadonlySet<string>): string {
  const broken = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u00ad\u2010]$/u.exec(before.slice(-60));
  const next = /^\p{Ll}[\p{L}]*/u.exec(after);
  if (broken === null || next === null) return `${before}${/[-\u2010]$/u.test(before) && broken !== null ? "" : " "}${after}`;
  const whole = `${broken[1]}${next[0]}`.toLowerCase();
  const hyphened = `${broken[1]}-${next[0]}`.toLowerCase();
  const keep = known.has(hyphened) && !known.has(whole);
  return `${keep ? before : before.slice(0, -1)}${after}`;
}
