// What the head of a response says, read with the care that strangers' words need.
import type { IncomingHttpHeaders } from "node:http";
import { MIMEType } from "node:util";
import type { Fetched, Validators } from "./result.ts";

/** The type and charset that a server names; a charset that nobody knows is none. */
export function typeIn(headers: IncomingHttpHeaders): Pick<Fetched, "type" | "charset"> {
  const written = headers["content-type"];
  if (written === undefined) return {};
  try {
    const mime = new MIMEType(written);
    const charset = mime.params.get("charset") ?? undefined;
    return { type: mime.essence, ...(charset !== undefined && isCharset(charset) ? { charset } : {}) };
  } catch {
    // A type that is none is one that the server does not name.
    return {};
  }
}

function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label.trim()).encoding !== "";
  } catch {
    return false;
  }
}

/** What the server gave to ask by, each at most as long as a header may be sent back. */
export function validatorsIn(headers: IncomingHttpHeaders): Validators {
  const fit = (written: string | undefined): written is string => written !== undefined && written.length <= 1024;
  const { etag, "last-modified": lastModified } = headers;
  return { ...(fit(etag) ? { etag } : {}), ...(fit(lastModified) ? { lastModified } : {}) };
}

/** Milliseconds of `Cache-Control: max-age`; none where the server wants every answer checked. */
export function maxAgeIn({ "cache-control": written = "" }: IncomingHttpHeaders): number | undefined {
  const seconds = /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(written)?.[1];
  return seconds === undefined || /\bno-(?:cache|store)\b/i.test(written) ? undefined : Number(seconds) * 1000;
}

/** The headers of a conditional request. */
export function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return { ...(etag === undefined ? {} : { "if-none-match": etag }), ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }) };
}

/** Milliseconds of a `Retry-After`, given in seconds or as a date; `now` tells how far off a date lies. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const written = header?.trim();
  if (written === undefined) return undefined;
  if (/^\d{1,9}(?:\.\d+)?$/.test(written)) return Number(written) * 1000;
  const day = Date.parse(written);
  return Number.isNaN(day) ? undefined : Math.max(0, day - now);
}
