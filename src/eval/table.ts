// Tables that read well in a terminal and are Markdown at once, so that one rendering serves both.
import type { Figures } from "./score.ts";

/** A Markdown table with padded columns; the first column reads from the left, the others are figures and end at the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0));
  const line = (cells: readonly string[]): string => `| ${cells.map(pad).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** A share from 0 to 1 as it is printed everywhere: three digits, no leading zero (`.917`, `1.000`). */
export function share(value: number): string {
  const text = value.toFixed(3);
  return text.startsWith("0") ? text.slice(1) : text;
}

/** The cells of figures: P, R, F1, n. Without gold values there is nothing to measure, which a dash says. */
export function cells({ p, r, f1, n }: Figures): readonly string[] {
  return n === 0 ? ["–", "–", "–", "0"] : [share(p), share(r), share(f1), String(n)];
}
