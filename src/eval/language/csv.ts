// Comma-separated values as RFC 4180 has them: quotes around a field, doubled inside, line breaks kept as they are.

/** The rows of a CSV text as cells; an empty last line is no row. */
export function csvRows(content: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end = ""] of content.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== "," && end !== "") rows.push([]);
    if (end === "") break;
  }
  const last = rows.at(-1);
  return last !== undefined && last.every((cell) => cell === "") ? rows.slice(0, -1) : rows;
}
