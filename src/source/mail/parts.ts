// A MIME entity to its head, its body, and the parts of its body, without copying any of them.

/** An entity: the fields of its head (names in lower case, lines unfolded, the first of a name), and its body. */
export interface Entity {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** A part of a body. */
export interface Part extends Entity {
  /** False where the line that closes it is missing. */
  readonly ended: boolean;
}

/** Bytes of the longest head, and the most parts, that are looked at. */
const LONGEST_HEAD = 64 * 1024;
const MAX_PARTS = 10_000;

/** The head and the body of an entity. */
export function headOf(bytes: Uint8Array): Entity {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.toString("latin1", 0, LONGEST_HEAD);
  const end = /^\r?\n|\r?\n\r?\n/.exec(start);
  const head = end === null ? start : start.slice(0, end.index);
  return { fields: fieldsOf(head), body: end === null ? new Uint8Array() : bytes.subarray(end.index + end[0].length) };
}

function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).toLowerCase();
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim());
  }
  return fields;
}

/** The parts of a body of several, one after the other; none where the head names no boundary. */
export function* partsOf({ fields, body }: Entity): Generator<Part> {
  const boundary = /;\s{0,9}boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(fields.get("content-type") ?? "");
  const words = boundary?.[1] ?? boundary?.[2];
  if (words === undefined) return;
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let from: number | undefined;
  for (let count = 0; count <= MAX_PARTS; count += 1) {
    const at = lineOf(view, `--${words}`, from ?? 0);
    if (from !== undefined) yield { ...headOf(body.subarray(from, at ?? body.length)), ended: at !== undefined };
    if (at === undefined) return;
    from = at + words.length + 2;
    if (view.toString("latin1", from, from + 2) === "--") return;
    const end = view.indexOf("\n", from);
    if (end < 0) return;
    from = end + 1;
  }
}

/** Where a line that begins with the words begins, from `from` on. */
function lineOf(view: Buffer, words: string, from: number): number | undefined {
  for (let at = view.indexOf(words, from, "latin1"); at >= 0; at = view.indexOf(words, at + 1, "latin1")) {
    if (at === 0 || view[at - 1] === 0x0a) return at;
  }
  return undefined;
}
