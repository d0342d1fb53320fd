// Which format a file is in: by its extension where that says it, else by its first bytes. A wrong guess would turn
// markup into claims, so what is not known to be readable is refused.
import { PactaError } from "../error.ts";
import { unpackedHead } from "./archive/index.ts";
import { isJsonFeed, rootOf } from "./feed/index.ts";
import { endingOf, formatOfEnding } from "./format-names.ts";
import type { Format } from "./format-names.ts";
import { isGzip } from "./gzip.ts";
import { isMailbox, isSavedPage } from "./mail/index.ts";

/** XML is told by its first element, whatever the file is called: most feeds and sitemaps are `.xml`. */
const BY_ROOT: ReadonlyMap<string, Format> = new Map([
  ["rss", "application/rss+xml"],
  ["feed", "application/rss+xml"],
  ["rdf", "application/rss+xml"],
  ["urlset", "application/x-sitemap"],
  ["sitemapindex", "application/x-sitemap"],
  ["opml", "text/x-opml"],
  ["html", "text/html"],
]);

/** First bytes (as Latin-1) of formats that are often met and cannot be read. */
const UNREADABLE: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "a ZIP archive or office document"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document"],
  ["{\\rtf", "RTF"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["SQLite format 3", "an SQLite database"],
];

const SUPPORTED =
  "Give .txt, .md, .html, .json, .jsonl, .rss, .atom, .xml (a feed or sitemap), .opml, .eml, .mbox, .mhtml, .pdf or .warc, each also as .gz, or .wacz";

/** Archives of the web, whose pages are read one by one. */
export type ArchiveKind = "warc" | "wacz";

/** Bytes of the head of an archive that `archiveOf` wants to see. */
export const ARCHIVE_SNIFFED = 512;

/** Which archive a file is, by its name or, where that says nothing, its first bytes as they are on disk; undefined for none. */
export function archiveOf(name: string, head: Uint8Array): ArchiveKind | undefined {
  const extension = endingOf(name);
  if (extension === ".warc") return "warc";
  if (extension === ".wacz") return "wacz";
  if (extension !== "") return undefined;
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, ARCHIVE_SNIFFED));
  const text = (isGzip(start) ? unpackedHead(start) : start).toString("latin1", 0, ARCHIVE_SNIFFED);
  if (/^WARC\/[01]\.\d\r?\n/.test(text)) return "warc";
  // The first entry of a WACZ is one of those that the format names.
  return /^PK\u0003\u0004[^]{26}(?:archive\/|indexes\/|pages\/|fuzzy\.json|datapackage)/.test(text) ? "wacz" : undefined;
}

/** How many first bytes `mediaTypeOf` wants to see. */
export const SNIFFED = 64 * 1024;

/** The format of a file by name and first bytes (already decompressed). Throws `PACTA_INPUT_MEDIA_TYPE` where it is none that can be read. */
export function mediaTypeOf(name: string, head: Uint8Array): Format {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  const unreadable = UNREADABLE.find(([magic]) => start.startsWith(magic));
  if (unreadable !== undefined) throw new PactaError("PACTA_INPUT_MEDIA_TYPE", `the file is ${unreadable[1]}`, SUPPORTED);
  const extension = endingOf(name);
  const declared = formatOfEnding(extension);
  if (start.startsWith("%PDF-")) return "application/pdf";
  const root = declared === undefined || declared === "text/plain" || declared === "text/html" ? BY_ROOT.get(rootOf(start) ?? "") : undefined;
  if (root !== undefined) return root;
  if (declared === "text/plain" && isHtml(start)) return "text/html";
  if (declared === "application/json" && isJsonFeed(start)) return "application/rss+xml";
  if (declared !== undefined) return declared;
  if (extension !== "") throw new PactaError("PACTA_INPUT_MEDIA_TYPE", `${extension} is no format that can be read`, SUPPORTED);
  return sniff(start);
}

/** The head of a message: header lines, and among them those that every message has. */
function isMail(start: string): boolean {
  if (!/^[A-Za-z][\w-]{1,60}: \S/.test(start)) return false;
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? "";
  return (
    /^from: /im.test(head) &&
    /^(?:message-id|received|mime-version): ?/im.test(head) &&
    head.split("\n").every((line) => /^(?:[\w-]+:|\s)/.test(line))
  );
}

function isHtml(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?<(?:!doctype\s+html|html|head|body)\b/i.test(start);
}

/** Standard input and files without an extension. JSON that closes in its first line is JSONL; HTML needs its opening words. */
function sniff(start: string): Format {
  if (isHtml(start)) return "text/html";
  if (isJsonFeed(start)) return "application/rss+xml";
  if (isMailbox(start)) return "application/mbox";
  if (isSavedPage(start)) return "multipart/related";
  if (isMail(start)) return "message/rfc822";
  const first =
    start
      .replace(/^(?:\xef\xbb\xbf)?\s+/, "")
      .split("\n", 1)[0]
      ?.trimEnd() ?? "";
  const whole = start.length < SNIFFED || start.includes("\n");
  if (/^\{\s*(?:"|$)/.test(first)) return first.endsWith("}") || !whole ? "application/x-ndjson" : "application/json";
  if (/^\[\s*(?:\{|$)/.test(first)) return "application/json";
  return "text/plain";
}
