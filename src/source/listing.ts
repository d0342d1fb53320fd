// What came from an address that is followed: a feed or sitemap with what it lists, or a page, which may name feeds.
import { PactaError } from "../error.ts";
import { collect, inOne } from "./bytes.ts";
import { decode } from "./charset.ts";
import { feedListing, opmlFailure, parseFeedSafely, parseSitemap, rootOf, sitemapListing } from "./feed/index.ts";
import type { Listing } from "./feed/index.ts";
import type { Fetched } from "./fetch/index.ts";
import { gunzip, isGzip } from "./gzip.ts";
import { checkReadable } from "./readable.ts";
import { LIMITS } from "./resource.ts";

/** A page that came where a feed was looked for. */
export interface ListingPage {
  readonly kind: "page";
  /** Where it was found. */
  readonly url: string;
  readonly html: string;
}

/**
 * Reads what was fetched from `asked` as something that lists. Throws `PACTA_FEED_BROKEN` for what is neither a feed nor a page,
 * `PACTA_ADDRESS_LIST` for a list of feeds, and what parsing and unpacking throw.
 */
export async function listingOf(asked: string, { url, bytes, charset, type }: Fetched): Promise<Listing | ListingPage> {
  const whole = isGzip(bytes) ? await unpacked(bytes) : bytes;
  const isPage = /^\s*<(?:!doctype\s+html|html)\b/i.test(headOf(whole));
  if (isPage) return { kind: "page", url, html: decode(whole, "text/html", charset).text };
  const decoded = decode(whole, "application/xml", charset);
  checkReadable(decoded.text);
  const root = rootOf(decoded.text);
  if (root === "urlset" || root === "sitemapindex") return sitemapListing(parseSitemap(decoded.text, url), asked);
  if (root === "opml") throw opmlFailure(asked, decoded.text).error;
  if (root === "html") return { kind: "page", url, html: decoded.text };
  try {
    return feedListing(await parseFeedSafely(decoded.text, url), asked, decoded.charset);
  } catch (thrown) {
    if (type === "text/html" && thrown instanceof PactaError && thrown.code === "PACTA_FEED_BROKEN") return { kind: "page", url, html: decoded.text };
    throw thrown;
  }
}

/** Sitemaps are served as files of gzip more often than not. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return collect(gunzip(inOne(bytes), LIMITS), LIMITS.file);
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4096));
}
