// The door of feed/: feeds and the entries in them, sitemaps, and lists of feeds.
export type { FeedEntry } from "./entry.ts";
export { feedListing, sitemapListing } from "./listing.ts";
export type { ListedItem, Listing } from "./listing.ts";
export { opmlFailure, sitemapFailure } from "./lists.ts";
export { isJsonFeed } from "./json.ts";
export { parseOpml, writeOpml } from "./opml.ts";
export type { ListedFeed } from "./opml.ts";
export { parseFeed } from "./parse.ts";
export { feedResources, textOf } from "./resources.ts";
export { parseFeedSafely } from "./safely.ts";
export { parseSitemap } from "./sitemap.ts";
export type { Sitemap } from "./sitemap.ts";
export { rootOf } from "./xml.ts";
