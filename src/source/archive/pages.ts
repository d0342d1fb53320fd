// From a record to a page, or to what holds texts: what is kept of the web in an archive is mostly pictures, scripts and the talk of
// crawler and server. What can be read is; everything else is passed over, and counted by what it is.
import { isUtf8 } from "node:buffer";
import { PactaError } from "../../error.ts";
import { tooLarge } from "../bytes.ts";
import { charsetOfPage, decode, decoderOf } from "../charset.ts";
import type { Decoded } from "../charset.ts";
import { checkReadable } from "../readable.ts";
import { isContainer } from "../container.ts";
import { formatOfType } from "../format-names.ts";
import type { Format } from "../format-names.ts";
import { modifiedDay } from "../last-modified.ts";
import type { ContainerType, Limits, MediaType, Resource } from "../resource.ts";
import { digestHolds } from "./digest.ts";
import { contentType, shown } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { formatOf, mayHold } from "./formats.ts";
import { addressOf } from "./records.ts";
import type { WarcRecord } from "./records.ts";
import { parseResponse, uncoded, unchunked } from "./response.ts";
import type { Response } from "./response.ts";

/** A record that holds no page to read, and what it holds instead in a word or two. */
export interface PassedOver {
  readonly kind: "passed";
  readonly what: string;
}

/** The bytes of a record that hold texts of another format, to be opened. */
export interface Held {
  readonly kind: "held";
  readonly bytes: Buffer;
  readonly type: ContainerType;
  readonly charset?: string;
  readonly url: string;
  readonly modified?: string;
}

/** Formats that are pages, where their servers call them so. */
const PAGES: ReadonlySet<Format> = new Set<Format>(["text/html", "text/plain", "text/markdown"]);

function pageIn(type: string): Format | undefined {
  const format = formatOfType(type);
  return format !== undefined && PAGES.has(format) ? format : undefined;
}

/**
 * The page of a record, or what it holds. Throws the coded error of one that cannot be read: `PACTA_ARCHIVE_HTTP`, `_DIGEST`,
 * `_PART`, `PACTA_INPUT_TOO_LARGE`, `PACTA_GZIP_BOMB`, or that of its charset or text.
 */
export async function pageOf(record: WarcRecord, name: string, limits: Limits, said: string | undefined): Promise<Resource | Held | PassedOver> {
  const kind = record.fields.get("warc-type")?.toLowerCase() ?? "";
  const url = addressOf(record.fields);
  if (kind !== "response" && kind !== "resource") return passed(/^[a-z-]{1,20}$/.test(kind) ? kind : "record of no type");
  if (url === undefined || !/^https?:/i.test(url)) return passed(`${kind} of no web address`);
  const response = kind === "response" ? parseResponse(record.block) : { status: 200, fields: record.fields, body: record.block };
  if (response.status !== 200) return passed(`status ${response.status}`);
  const { type = "text/html", charset } = contentType(response.fields.get("content-type"));
  if (pageIn(type) === undefined && !mayHold(type, response.body, isPart(record))) return passed(type);
  checkWhole(record, limits);
  const body = kind === "response" ? await bodyOf(response, record, limits) : checked(record.block, record);
  const modified = kind === "response" ? changedIn(response.fields, record.fields) : undefined;
  const found = { url, ...(modified === undefined ? {} : { modified }) };
  const format = formatOf(body, type) ?? pageIn(type);
  if (format === undefined) return passed(type);
  if (isContainer(format)) {
    const label = said ?? charset;
    return { kind: "held", bytes: body, type: format, ...found, ...(label === undefined ? {} : { charset: label }) };
  }
  const decoded = textOf(body, format, said, charset);
  checkReadable(decoded.text);
  // Records have addresses of their own, or none: that of their file would make them one document.
  return { kind: "resource", name, mediaType: format, ...decoded, ...(format === "application/json" ? {} : found) };
}

/** The day on which a page was changed when a crawler fetched it. */
function changedIn(sent: Fields, kept: Fields): string | undefined {
  const asked = Date.parse(kept.get("warc-date") ?? "");
  return modifiedDay(sent.get("last-modified"), { date: sent.get("date"), asked: Number.isNaN(asked) ? undefined : asked });
}

function passed(what: string): PassedOver {
  return { kind: "passed", what };
}

/** True for a record that is not all of what the crawler was sent. */
function isPart({ fields, whole }: WarcRecord): boolean {
  return !whole || fields.has("warc-truncated") || fields.has("warc-segment-number");
}

/** Crawlers cut what is long, and some spread it over several records: the beginning of a page is not the page. */
function checkWhole({ fields, whole }: WarcRecord, limits: Limits): void {
  if (!whole) throw tooLarge("the page", limits.file);
  const cut = fields.get("warc-truncated");
  if (cut === undefined && !fields.has("warc-segment-number")) return;
  const why = cut === undefined ? "it is spread over several records" : `the crawler cut it (${shown(cut, 20)})`;
  throw new PactaError("PACTA_ARCHIVE_PART", `the archive has only a part of the page: ${why}`, "Fetch the page itself");
}

/** The whole block of a record whose sums are right. */
function checked(block: Buffer, { fields }: WarcRecord, ...payloads: readonly Buffer[]): Buffer {
  checkDigest("block", fields.get("warc-block-digest"), [block]);
  checkDigest("payload", fields.get("warc-payload-digest"), payloads.length === 0 ? [block] : payloads);
  return block;
}

function checkDigest(what: string, written: string | undefined, contents: readonly Buffer[]): void {
  if (digestHolds(written, ...contents)) return;
  throw new PactaError("PACTA_ARCHIVE_DIGEST", `the record's ${what} is not what its sum says`, "Fetch the archive again, or the page itself");
}

/** The sum of a payload is made before or after the chunks were undone, as the crawler pleased. */
async function bodyOf(response: Response, record: WarcRecord, limits: Limits): Promise<Buffer> {
  const whole = unchunked(response);
  checked(record.block, record, response.body, whole);
  return await uncoded(whole, response.fields, limits);
}

/**
 * The caller's charset goes before the server's, and that before the page's, as in browsers; except that a server's which the
 * bytes cannot be in, or which nobody knows, is not believed, nor any other where a page says UTF-8 and is.
 */
function textOf(body: Buffer, mediaType: MediaType, said: string | undefined, served: string | undefined): Decoded {
  if (said !== undefined) return decode(body, mediaType, said);
  const isPage = mediaType === "text/html";
  if (served === undefined || (isPage && /^utf-?8$/i.test(charsetOfPage(body) ?? "") && isUtf8(body))) return decode(body, mediaType);
  return fits(body, served) ? decode(body, mediaType, served) : decode(body, mediaType);
}

function fits(body: Buffer, charset: string): boolean {
  try {
    const { encoding } = decoderOf(charset);
    return encoding !== "utf-8" || isUtf8(body);
  } catch {
    // An unknown name is as good as none.
    return false;
  }
}
