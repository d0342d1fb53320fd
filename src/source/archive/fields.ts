// The fields of a head, as WARC and HTTP both write them: `Name: value`, a line each, a line that begins with a blank goes
// on with the one before.

/** Values by lower-case name. Of fields of one name the first stands, as browsers and crawlers read them. */
export type Fields = ReadonlyMap<string, string>;

/** The longest head that is read, in bytes. */
export const LONGEST_HEAD = 64 * 1024;

/** Where the head at the beginning of the bytes ends (its blank line included), or undefined where it does not. */
export function headEnd(bytes: Buffer): number | undefined {
  const within = bytes.subarray(0, LONGEST_HEAD);
  const [full, bare] = [within.indexOf("\r\n\r\n"), within.indexOf("\n\n")];
  if (full >= 0 && (bare < 0 || full < bare)) return full + 4;
  return bare < 0 ? undefined : bare + 2;
}

/** The first line of a head and its fields. */
export function parseHead(head: string): { readonly first: string; readonly fields: Fields } {
  const [first = "", ...lines] = head
    .replace(/\r?\n[ \t]+/g, " ")
    .trimEnd()
    .split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { first, fields };
}

/** A media type in lower case and a parameter's value, from `text/html; charset=utf-8`. */
export function contentType(written: string | undefined): { readonly type?: string; readonly charset?: string } {
  const type = /^([\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60})/.exec(written ?? "")?.[1]?.toLowerCase();
  const charset = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:+-]{1,40})/i.exec(written ?? "")?.[1];
  return { ...(type === undefined ? {} : { type }), ...(charset === undefined ? {} : { charset }) };
}

/** A value of a field as it may stand in a message: short, and without characters that a terminal obeys. */
export function shown(value: string, most: number): string {
  const clean = value.slice(0, most + 1).replaceAll(/[\p{Cc}\p{Cf}]/gu, "?");
  return clean.length > most ? `${clean.slice(0, most)}…` : clean;
}
