// What a record holds beside pages, by what its server called it and by its bytes: a crawl of a ministry's site is full of PDFs.
import { isJsonFeed, rootOf } from "../feed/index.ts";
import { formatOfType } from "../format-names.ts";
import type { Format } from "../format-names.ts";

/** Formats that hold texts and are opened from archives, where their servers call them so. */
const OPENED: ReadonlySet<Format> = new Set<Format>(["application/pdf", "application/rss+xml", "message/rfc822"]);

/** Names that say little, so that the bytes must. */
const VAGUE: ReadonlySet<string> = new Set(["application/xml", "text/xml", "application/json"]);

/** Names that say nothing. */
const NAMELESS: ReadonlySet<string> = new Set(["application/octet-stream", "binary/octet-stream", "application/download"]);

/** True for a body that is worth unpacking, by what its server calls it and, where that says nothing, by its first bytes. Of what says little a part is of no use. */
export function mayHold(type: string, body: Buffer, part: boolean): boolean {
  if (NAMELESS.has(type)) return body.toString("latin1", 0, 5) === "%PDF-";
  return heldIn(type) !== undefined || (VAGUE.has(type) && !part);
}

function heldIn(type: string): Format | undefined {
  const format = formatOfType(type);
  return format !== undefined && OPENED.has(format) ? format : undefined;
}

/** Bytes that are looked at. */
const HEAD = 64 * 1024;

/** The format of a body that is no page, or of one whose server did not say that it is one; undefined where its name must tell. */
export function formatOf(body: Buffer, type: string): Format | undefined {
  const head = body.toString("latin1", 0, HEAD);
  if (head.startsWith("%PDF-")) return "application/pdf";
  const root = rootOf(head);
  if (root === "rss" || root === "feed" || root === "rdf") return "application/rss+xml";
  if (root === "html" && VAGUE.has(type)) return "text/html";
  if (type === "application/json" && isJsonFeed(head)) return "application/rss+xml";
  return type === "application/json" && isRecord(head) ? "application/json" : heldIn(type);
}

/** Records begin with a field of theirs and have a text. What else a crawler keeps as JSON is what pages ask their servers for. */
function isRecord(head: string): boolean {
  return (
    /^(?:\xef\xbb\xbf)?\s{0,64}(?:\[\s{0,64})?\{\s{0,64}"(?:id|url|date|title|heading|text|sources|tags)"\s{0,9}:/.test(head) &&
    /"text"\s{0,9}:\s{0,9}"/.test(head)
  );
}
