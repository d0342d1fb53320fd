// A feed or a sitemap as somebody sees it who comes by again and again: what it lists, each with a print by which a change shows.
import { createHash } from "node:crypto";
import type { PactaError } from "../../error.ts";
import type { Resource } from "../resource.ts";
import type { Told } from "../told.ts";
import { names, stated } from "./entry.ts";
import type { Feed, FeedEntry } from "./entry.ts";
import { isLong, MAX_ENTRIES, noText, resourceOf, shown, textOf, toldOf } from "./resources.ts";
import type { ListedPage, Sitemap } from "./sitemap.ts";

/** A page or text that is listed. Dates are as written. */
export interface ListedItem {
  /** Its guid or id, as written. */
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  readonly published?: string;
  readonly updated?: string;
  /** Another one when its words or the day of its last change are others. */
  readonly print: string;
  /** What the list says of it. */
  readonly told: Told;
  /** The text that the list itself carries, or why it carries none. `long`: it can stand for the page. */
  readonly text: { readonly resource: Resource; readonly long: boolean } | { readonly missing: PactaError };
}

/** What an address lists that is followed. `index`: its items are sitemaps. */
export interface Listing {
  readonly kind: "feed" | "sitemap" | "index";
  readonly title?: string;
  /** The page of the site that it is of. */
  readonly site?: string;
  /** Milliseconds between two of its issues, as it says. */
  readonly pause?: number;
  readonly items: readonly ListedItem[];
  /** True where it ends in the middle. */
  readonly cut?: true;
  /** Entries beyond the most that one may have, which are not among the items. */
  readonly beyond?: number;
}

/** Characters of a print: of two texts by chance the same, one in 2^72. */
const PRINT = 12;

/** What a feed lists. `name` and `charset` are those of the feed. */
export function feedListing(feed: Feed, name: string, charset: string): Listing {
  const { entries, title, url: site, pause, cut } = feed;
  const beyond = entries.length > MAX_ENTRIES ? entries.length - MAX_ENTRIES : undefined;
  const items = entries.slice(0, MAX_ENTRIES).map((entry, index) => entryItem(entry, index, feed, { name, charset }));
  return { kind: "feed", ...stated({ title: title === undefined ? undefined : titleOf(title), site, pause, cut, beyond }), items };
}

function entryItem(entry: FeedEntry, index: number, feed: Feed, of: { readonly name: string; readonly charset: string }): ListedItem {
  const { id, url, published, updated, title = "", content, summary } = entry;
  const words = textOf(entry);
  const texts = [content, summary].map((text) => (text === undefined ? "" : shown(text)));
  return {
    ...stated({ id, url, published, updated, title: titleOf(title) }),
    print: printOf([updated ?? "", titleOf(title), ...texts]),
    told: toldOf(entry, feed),
    text:
      words === undefined
        ? { missing: noText(of.name, index, entry).error }
        : { resource: { kind: "resource", ...of, ...resourceOf(words, entry, feed) }, long: isLong(words) },
  };
}

function titleOf(title: string): string {
  return shown({ words: title, html: true });
}

/** What a sitemap lists; it carries no texts. */
export function sitemapListing({ kind, pages }: Sitemap, name: string): Listing {
  return { kind: kind === "index" ? "index" : "sitemap", items: pages.map((page, index) => pageItem(page, index, name)) };
}

function pageItem({ url, published, modified, title, source, language }: ListedPage, index: number, name: string): ListedItem {
  const written = published ?? modified;
  const date = written === undefined ? undefined : { written, basis: published === undefined ? ("feed-updated" as const) : ("feed" as const) };
  return {
    url,
    ...stated({ published, updated: modified, title }),
    print: printOf([modified ?? "", published ?? "", title ?? ""]),
    told: stated({ heading: title, language, date, sources: source === undefined ? undefined : names([source]) }),
    text: { missing: noText(name, index, { url, authors: [], tags: [] }).error },
  };
}

function printOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, PRINT);
}
