// The runs of letters of a page to lines: a PDF places runs, and says nothing of words.
import type { PdfLine } from "./wire.ts";

/** A run of letters as PDF.js gives it. */
export interface PdfRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

/** A gap wider than this share of the letters' height is a space that was not written. */
const SPACE = 0.2;

/** Runs to lines: a run on another height begins a new one. Slanted and upright text is left out, it is stamps and axes. */
export function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  const close = (): void => {
    if (open !== undefined && open.text.trim() !== "") lines.push({ ...open, text: open.text.trim() });
    open = undefined;
  };
  for (const run of runs) {
    const placed = lineOf(run);
    if (placed !== undefined && run.str !== "") {
      if (open !== undefined && !continues(open, placed)) close();
      open = open === undefined ? placed : joined(open, placed);
    }
    if (run.hasEOL) close();
  }
  close();
  return lines;
}

function lineOf({ str, transform, width }: PdfRun): PdfLine | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  if (Math.abs(b) > Math.abs(a) * 0.1) return undefined;
  return { text: str, x, y, width, size: Math.hypot(c, d) };
}

function continues(line: PdfLine, run: PdfLine): boolean {
  const height = Math.max(line.size, run.size, 1);
  return Math.abs(line.y - run.y) < height / 2 && run.x >= line.x + line.width - height;
}

function joined(line: PdfLine, run: PdfLine): PdfLine {
  const end = line.x + line.width;
  const gap = run.x - end > SPACE * Math.max(line.size, 1) && !line.text.endsWith(" ") && !run.text.startsWith(" ");
  return {
    text: `${line.text}${gap ? " " : ""}${run.text}`,
    x: line.x,
    y: line.y,
    width: Math.max(line.width, run.x + run.width - line.x),
    // The size of most of its letters: bullets and raised numbers are of another.
    size: run.text.trim().length > line.text.trim().length ? run.size : line.size,
  };
}
