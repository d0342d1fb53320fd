// Tables and paragraphs in a fixed width.

/** Text cut to a width, with an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1)).trimEnd()}…`;
}

/** Lines of words, each at most `width` wide, the ones after the first behind the same indent. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines.splice(-1, 1, line === "" ? word : `${line} ${word}`);
  }
  return lines.join(`\n${indent}`);
}

/** Columns as wide as they must be, the last one cut to what is left of `width`. */
export function tableOf(rows: readonly (readonly string[])[], width: number): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) => {
    const fixed = row
      .slice(0, -1)
      .map((cell, i) => `${cell.padEnd(widths[i] ?? 0)}  `)
      .join("");
    return (fixed + cut(row.at(-1) ?? "", Math.max(20, width - fixed.length))).trimEnd();
  });
  return lines.map((line) => `${line}\n`).join("");
}
