// Addresses as somebody wrote or pasted them.

/** What is written without these lines. */
export function linesWithout(written: string, gone: readonly string[]): string {
  const all = new Set(gone);
  return written
    .split(/\s+/)
    .filter((line) => line !== "" && !all.has(line))
    .join("\n");
}

/** The addresses of the web among lines, each once, and what is none. */
export function linesOf(written: string): { readonly addresses: readonly string[]; readonly others: readonly string[] } {
  const lines = [...new Set(written.split(/\s+/).filter((line) => line !== ""))];
  const isAddress = (line: string): boolean => line.length <= 2000 && /^https?:\/\/[^/]/i.test(line) && URL.canParse(line);
  return { addresses: lines.filter(isAddress), others: lines.filter((line) => !isAddress(line)) };
}
