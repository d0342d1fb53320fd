// What stands on page after page is not part of the report: running heads, running feet, page numbers.
import type { PdfLine, PdfPage } from "./wire.ts";

/** Lines at the head and at the foot of a page that are looked at. */
const EDGE = 2;

/** A line must stand on so many pages, and on this share of them, to be a running one. */
const PAGES = 3;
const SHARE = 0.5;

/** "7", "- 7 -", "Page 7", "7 of 12", "7/12". */
const NUMBER = /^[-–— ]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–— .]*$/i;

/** The pages without the lines that run over them and without their numbers. Digits do not count: numbers and days change. */
export function withoutRunning(pages: readonly PdfPage[]): PdfPage[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const runs = (line: PdfLine): boolean => {
    const count = counts.get(keyOf(line)) ?? 0;
    return count >= PAGES && count >= SHARE * pages.length;
  };
  return pages.map((page) => {
    const edge = new Set(edges(page));
    const [top, foot] = outermost(page);
    return { lines: page.lines.filter((line) => !(edge.has(line) && runs(line)) && !((line === top || line === foot) && NUMBER.test(line.text))) };
  });
}

/** The lines nearest to the edges, by height and not by order: feet are often written first. */
function edges({ lines }: PdfPage): PdfLine[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)];
}

function outermost({ lines }: PdfPage): [PdfLine | undefined, PdfLine | undefined] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return lines.length < 2 ? [undefined, byHeight[0]] : [byHeight[0], byHeight.at(-1)];
}

/** What a running line has in common with itself on another page: its words, and about its height. */
function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 6)} ${text.replace(/\d+/g, "#").replace(/\s+/g, " ").toLowerCase()}`;
}
