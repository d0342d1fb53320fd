// What a PDF is called: by what the file says where its first page bears that out, for files are often made from older ones
// and keep their titles; else by the largest letters of the first page.
import type { PdfLine, PdfPage } from "./wire.ts";

/** Titles that programs make of the names of files. */
const FILE_NAME =
  /\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?|xlsx?|tex)\b|^(?:microsoft (?:word|powerpoint)|untitled|slide \d|document\d|layout \d|print)\b/i;

/** At least this share of a title's words must stand on the first page. */
const BORNE_OUT = 0.5;

/** Letters of a heading are so much higher than most, and its words no longer than this. */
const LARGER = 1.25;
const LONGEST = 200;

/** The heading of a PDF, where it is told or seen; undefined too where the text opens with it, and it can be seen there. */
export function headingOf(title: string | undefined, pages: readonly PdfPage[]): string | undefined {
  const lines = pages[0]?.lines ?? [];
  const named = title?.replace(/\s+/g, " ").trim();
  if (named?.includes(" ") === true && !FILE_NAME.test(named) && isBorneOut(named, lines)) return named;
  const largest = largestOf(lines);
  return largest === undefined || lines[0] === largest[0] ? undefined : largest.map(({ text }) => text).join(" ");
}

function isBorneOut(title: string, lines: readonly PdfLine[]): boolean {
  const page = lines
    .map(({ text }) => text)
    .join(" ")
    .toLowerCase();
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.filter((word) => page.includes(word)).length >= BORNE_OUT * words.length;
}

/** The lines in the largest letters, where they look like a heading: together, larger than the text, not its first letter. */
function largestOf(lines: readonly PdfLine[]): readonly PdfLine[] | undefined {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const usual = [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  const most = Math.max(0, ...lines.map(({ size }) => size));
  const first = lines.findIndex(({ size }) => size === most);
  const after = lines.findIndex(({ size }, index) => index > first && size !== most);
  const largest = first < 0 ? [] : lines.slice(first, after < 0 ? lines.length : after);
  const words = largest.map(({ text }) => text).join(" ");
  const isHeading = most >= LARGER * usual && words.length <= LONGEST && words.split(" ").length > 2 && /\p{Ll}|\p{Lu}{3}/u.test(words);
  return isHeading && largest.every(({ row }) => row !== true) ? largest : undefined;
}
