// A small typesetter for tests: words into lines of a width, lines into columns, by the widths of Helvetica.
import type { Written } from "./pdf.fixture.ts";

/** Thousandths of the letters' height, from the space to the tilde. */
const WIDTHS = (
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 " +
  "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 " +
  "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
  .split(" ")
  .map(Number);

/** Points that a text is wide. */
export function widthOf(text: string, size: number): number {
  return text.split("").reduce((sum, letter) => sum + ((WIDTHS[(letter.codePointAt(0) ?? 32) - 32] ?? 556) * size) / 1000, 0);
}

/** How a text is set. Lengths are points. */
export interface Style {
  readonly size: number;
  readonly leading: number;
  readonly width: number;
  readonly justified?: boolean;
  /** Of the first line of a paragraph. */
  readonly indent?: number;
  /** Between paragraphs, beside the leading. */
  readonly between?: number;
}

/** The words as lines no wider than the style's. */
export function wrapped(text: string, { size, width, indent = 0 }: Style): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const open = lines.at(-1);
    const room = width - (lines.length === 1 ? indent : 0);
    if (open !== undefined && widthOf(`${open} ${word}`, size) <= room) lines.splice(-1, 1, `${open} ${word}`);
    else lines.push(word);
  }
  return lines;
}

/** A line of a text that is not yet on a page: its distance from the line before, and whether it ends its paragraph. */
export interface SetLine {
  readonly text: string;
  readonly fall: number;
  readonly indent: number;
  readonly last: boolean;
}

/** Paragraphs as lines one below the other. */
export function setLines(paragraphs: readonly string[], style: Style): SetLine[] {
  return paragraphs.flatMap((paragraph, at) => {
    const lines = wrapped(paragraph, style);
    return lines.map((text, index) => ({
      text,
      fall: style.leading + (index === 0 && at > 0 ? (style.between ?? 0) : 0),
      indent: index === 0 ? (style.indent ?? 0) : 0,
      last: index === lines.length - 1,
    }));
  });
}

/** Lines on a page, from a place downwards. The first line stands at `top`. */
export function placed(lines: readonly SetLine[], style: Style, x: number, top: number): Written[] {
  let y = top + (lines[0]?.fall ?? 0);
  return lines.map(({ text, fall, indent, last }) => {
    y -= fall;
    const spaces = text.split(" ").length - 1;
    const rest = style.width - indent - widthOf(text, style.size);
    const spacing = style.justified === true && !last && spaces > 0 ? rest / spaces : 0;
    return { text, x: x + indent, y, size: style.size, spacing };
  });
}

/** Points that lines take up, from the first one's height to the last one's. */
export function heightOf(lines: readonly SetLine[]): number {
  return lines.slice(1).reduce((sum, { fall }) => sum + fall, 0);
}
