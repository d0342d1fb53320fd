// Lines to paragraphs. A PDF says nothing of them, but a reader sees them: by a gap, an indent, another size of letters, or
// a short line at the end of a sentence. Where nothing of that is seen, lines belong together, also over the end of a page.
import { joined, knownWords } from "./hyphens.ts";
import type { KnownWords } from "./hyphens.ts";
import { aroundInserts } from "./inserts.ts";
import type { Paragraph } from "./inserts.ts";
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
  const columns = withoutRunning(pages).flatMap(columnsOf);
  const known = knownWords(columns.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const paragraphs: Paragraph[] = [];
  let last: { readonly line: PdfLine; readonly column: Column } | undefined;
  for (const column of columns) {
    for (const line of column.lines) {
      const open = paragraphs.at(-1);
      if (open === undefined || last === undefined || begins(last.line, line, last.column)) paragraphs.push(paragraphOf(line, column));
      else paragraphs.splice(-1, 1, longer(open, line, column, known));
      last = { line, column };
    }
  }
  return aroundInserts(paragraphs, known)
    .map(({ text }) => plain(text))
    .filter((each) => each !== "")
    .join("\n\n");
}

function paragraphOf(line: PdfLine, column: Column): Paragraph {
  const { text, size, row } = line;
  return { text, size, row: row === true, full: isFull(line, column) };
}

function longer(open: Paragraph, line: PdfLine, column: Column, known: KnownWords): Paragraph {
  return { ...open, text: joined(open.text, line.text, known), full: isFull(line, column) };
}

/** Typesetters' letters as what they stand for, and single spaces; the cells of a row keep their tabs. */
function plain(text: string): string {
  return text
    .replaceAll("\u00ad", "")
    .replace(/[\ufb00-\ufb06]/g, (letters) => letters.normalize("NFKC"))
    .replace(/[ \u00a0]+/g, " ")
    .trim();
}

/** Lines that stand below each other, with what is usual of them. */
interface Column {
  readonly lines: readonly PdfLine[];
  readonly gap: number;
  readonly width: number;
}

function columnsOf({ lines }: PdfPage): Column[] {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const open = columns.at(-1);
    if (open === undefined || open[0]?.block !== line.block) columns.push([line]);
    else open.push(line);
  }
  return columns.map(columnOf);
}

function columnOf(lines: readonly PdfLine[]): Column {
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

function isFull(line: PdfLine, { width }: Column): boolean {
  return line.width >= FILLED * width;
}

/** The value at a share of the way from the least to the greatest; 0 of none. */
function middle(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

/** True where a line is of another paragraph than the last one, which stands in `column`. */
function begins(last: PdfLine, line: PdfLine, column: Column): boolean {
  if (line.row === true || last.row === true || BULLET.test(line.text)) return true;
  if (Math.max(last.size, line.size) > SIZE * Math.min(last.size, line.size)) return true;
  const ended = SENTENCE_END.test(last.text);
  const full = isFull(last, column);
  if (ended && !full) return true;
  if (!ended && full && /^\p{Ll}/u.test(line.text)) return false;
  const fall = last.y - line.y;
  // A line above the last one begins another column or page: a full line that ends no sentence goes on there.
  if (fall <= 0) return ended || (!full && !/^\p{Ll}/u.test(line.text));
  if (column.gap > 0 && fall > GAP * column.gap) return true;
  return ended && line.x - last.x > 0.8 * line.size;
}
