// What came from the web as bytes to read: its format by what the server says and by its bytes, and what is to be known of it.
import { failure } from "./resource.ts";
import type { Failure, Resource } from "./resource.ts";
import { PactaError } from "../error.ts";
import { isContainer } from "./container.ts";
import type { Fetched, FetchResult } from "./fetch/index.ts";
import { formatOfType } from "./format-names.ts";
import type { Format } from "./format-names.ts";
import { archiveOf, mediaTypeOf, SNIFFED } from "./media-type.ts";
import { isSold, notThere } from "./stub.ts";

/** Bytes from the web, and how to read them. `name` tells the format where `mediaType` is absent. */
interface Found extends Pick<Fetched, "url" | "modified" | "charset" | "bytes"> {
  readonly kind: "found";
  readonly name: string;
  readonly mediaType?: Format;
}

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
  // Plain text is what many call anything, so that it says nothing.
  const said = type === "text/plain" ? undefined : formatOfType(type ?? "");
  if (said === undefined) return { name: archiveOf(path, head) !== undefined || knows(path, head) ? path : "page" };
  // What opens as a page is one, and what opens as a PDF or a feed is no page, whatever the server calls it.
  const seen = mediaTypeOf("page", head);
  return { name: path, mediaType: seen === "text/html" || isContainer(seen) ? seen : said };
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
 * A resource or failure of what was found, under the address that was asked for. A page that came `alone` takes the address
 * that it was found at and the server's day; records and what came in an archive or a feed have addresses of their own.
 */
export function told(each: Resource | Failure, asked: string, found: Found, alone: boolean): Resource | Failure {
  if (each.kind === "failure") return placed(each, asked, found);
  const named = isWithin(each.name, found.name) ? { ...each, name: asked + each.name.slice(found.name.length) } : each;
  const isRecord = each.mediaType === "application/x-ndjson" || each.mediaType === "application/json";
  const isPage = alone && each.url === undefined && each.told?.id === undefined && !isRecord;
  if (isPage) return pageOf(named, asked, found);
  return each.told === undefined ? named : { ...named, carrier: found.url };
}

function placed(each: Failure, asked: string, { name }: Found): Failure {
  const { code, message, remedy, place, cause } = each.error;
  const { source } = place;
  if (source === undefined || !isWithin(source, name)) return each;
  return { ...each, error: new PactaError(code, message, remedy, { ...place, source: asked + source.slice(name.length) }, cause) };
}

/** True for the name of what was found and of what hangs on it. */
function isWithin(name: string, found: string): boolean {
  return name === found || name.startsWith(`${found}!`);
}

function pageOf(each: Resource, asked: string, { url, modified }: Found): Resource | Failure {
  const page = { ...each, url, ...(modified === undefined ? {} : { modified }) };
  if (page.mediaType !== "text/html") return page;
  const absent = notThere(page.text, asked, url);
  if (absent !== undefined) return failure(absent, { source: asked });
  return isSold(page.text) ? { ...page, notes: [...(each.notes ?? []), sold(asked)] } : page;
}

function sold(asked: string): PactaError {
  const what = "the site says that the page is not free: what is read may be its beginning";
  return new PactaError("PACTA_FETCH_PAYWALL", what, "If you have a subscription, save the page with a browser and read the file", { source: asked });
}
