// What came from the web as bytes to read: its format by what the server says and by its bytes, and what is to be known of it.
import { failure } from "./resource.ts";
import type { Failure, MediaType, Resource } from "./resource.ts";
import { PactaError } from "../error.ts";
import type { Fetched, FetchResult } from "./fetch/index.ts";
import { mediaTypeOf, SNIFFED } from "./media-type.ts";
import { isSold, notThere } from "./stub.ts";

/** Bytes from the web, and how to read them. `name` tells the format where `mediaType` is absent. */
interface Found extends Pick<Fetched, "url" | "modified" | "charset" | "bytes"> {
  readonly kind: "found";
  readonly name: string;
  readonly mediaType?: MediaType;
}

/** What servers call the formats that can be read. Plain text is what many call anything, so that it says nothing. */
const SAID: ReadonlyMap<string, MediaType> = new Map([
  ["text/html", "text/html"],
  ["application/xhtml+xml", "text/html"],
  ["text/markdown", "text/markdown"],
  ["application/json", "application/json"],
  ["application/ld+json", "application/json"],
  ["application/x-ndjson", "application/x-ndjson"],
  ["application/ndjson", "application/x-ndjson"],
  ["application/jsonl", "application/x-ndjson"],
]);

/** What a fetch came to, as something to read. */
export function foundAs(asked: string, result: FetchResult): Found | Failure {
  if (result.kind === "unfetched") return failure(result.error, { source: asked });
  try {
    if (result.kind === "not-modified")
      throw new PactaError("PACTA_FETCH_STATUS", "the server says that the page has not changed", "Ask for it as new");
    const { url, modified, charset, bytes } = result;
    return {
      kind: "found",
      url,
      bytes,
      ...formatOf(result),
      ...(modified === undefined ? {} : { modified }),
      ...(charset === undefined ? {} : { charset }),
    };
  } catch (thrown) {
    return failure(thrown, { source: asked });
  }
}

function formatOf({ url, type, bytes }: Fetched): Pick<Found, "name" | "mediaType"> {
  const path = new URL(url).pathname;
  const head = bytes.subarray(0, SNIFFED);
  if (type !== undefined && /^(?:image|audio|video|font|model)\//.test(type)) throw unreadable(type);
  const said = SAID.get(type ?? "");
  if (said === undefined) return { name: knows(path, head) ? path : "page" };
  // What opens as a page is one, and what opens as a PDF is no page, whatever the server calls it.
  const seen = mediaTypeOf("page", head);
  return { name: path, mediaType: seen === "text/html" ? seen : said };
}

/** True where the name tells a format, or the bytes one that cannot be read. */
function knows(path: string, head: Uint8Array): boolean {
  try {
    mediaTypeOf(path, head);
    return true;
  } catch {
    // Addresses end in what made the page (.php) as often as in what it is.
    return false;
  }
}

function unreadable(type: string): PactaError {
  return new PactaError("PACTA_INPUT_MEDIA_TYPE", `the server calls it ${type.slice(0, 60)}`, "Give the address of a page, a text or records");
}

/**
 * A resource or failure of what was found, under the address that was asked for. A page takes the address that it was found at
 * and the server's day; records have addresses of their own.
 */
export function told(each: Resource | Failure, asked: string, { url, modified }: Found): Resource | Failure {
  if (each.kind === "failure") {
    const { error } = each;
    const { line, offset } = error.place;
    const place = { source: asked, ...(line === undefined ? {} : { line }), ...(offset === undefined ? {} : { offset }) };
    return { ...each, error: new PactaError(error.code, error.message, error.remedy, place, error.cause) };
  }
  if (each.mediaType === "application/x-ndjson" || each.mediaType === "application/json") return { ...each, name: asked };
  const page = { url, ...(modified === undefined ? {} : { modified }), ...each, name: asked };
  if (page.mediaType !== "text/html") return page;
  const absent = notThere(page.text, asked, url);
  if (absent !== undefined) return failure(absent, { source: asked });
  return isSold(page.text) ? { ...page, notes: [...(each.notes ?? []), sold(asked)] } : page;
}

function sold(asked: string): PactaError {
  const what = "the site says that the page is not free: what is read may be its beginning";
  return new PactaError("PACTA_FETCH_PAYWALL", what, "If you have a subscription, save the page with a browser and read the file", { source: asked });
}
