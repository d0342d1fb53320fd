// Following a feed from now on: its address is asked once, so that what is no feed is said to whoever gave it.
import { feedLinks } from "../document/index.ts";
import type { FeedLink } from "../document/index.ts";
import type { Clock } from "../clock.ts";
import { PactaError, toPactaError } from "../error.ts";
import { LONGEST_ADDRESS } from "../settings/index.ts";
import type { Feed, Settings } from "../settings/index.ts";
import { failure, listingOf } from "../source/index.ts";
import type { Failure, Fetcher, Listing } from "../source/index.ts";
import { instant, wordsOf } from "./state.ts";

/** How a feed is to be followed. */
export type SubscribeOptions = Pick<Feed, "every" | "text" | "since" | "folders">;

/** What following needs. */
export interface SubscribeSetting {
  readonly settings: Pick<Settings, "feeds">;
  readonly fetch: Fetcher["fetch"];
  readonly clock: Clock;
}

/** What became of an address. `page` is the page that names the feed, `known`: it was followed before, and has the options now. */
export interface Subscribed {
  readonly kind: "subscribed";
  readonly feed: Feed;
  readonly lists: Pick<Listing, "kind"> & { readonly items: number };
  readonly page?: string;
  readonly known: boolean;
}

/**
 * Follows the feed or sitemap at an address, or the one feed that the page there names. Never throws for what an address or server does: failures are
 * those of fetching, `PACTA_FEED_BROKEN`, `PACTA_FEED_NONE` and `PACTA_FEED_CHOICE`. Throws `PACTA_SETTINGS_STORE`.
 */
export async function subscribe(address: string, options: SubscribeOptions, setting: SubscribeSetting): Promise<Subscribed | Failure> {
  const found = await attempt(address, () => findFeed(address, setting.fetch));
  if ("kind" in found) return found;
  const { id, listing, page } = found;
  let known = false;
  const feed = await setting.settings.feeds.change(id, (before) => {
    known = before !== undefined;
    const { ended: _, failing: __, due: ___, ...kept } = before ?? { id, made: instant(setting.clock.now()) };
    return { ...kept, ...wordsOf(listing), ...options };
  });
  if (feed === undefined) throw new Error("a feed that was put is gone");
  const lists = { kind: listing.kind, items: listing.items.length };
  return { kind: "subscribed", feed, lists, known, ...(page === undefined ? {} : { page }) };
}

interface Found {
  readonly id: string;
  readonly listing: Listing;
  readonly page?: string;
}

async function attempt(address: string, work: () => Promise<Found>): Promise<Found | Failure> {
  try {
    return await work();
  } catch (thrown) {
    return failure(toPactaError(thrown), { source: address });
  }
}

async function findFeed(address: string, fetch: Fetcher["fetch"]): Promise<Found> {
  const found = await listingAt(address, fetch);
  if (!("links" in found)) return found;
  const links = likely(found.links);
  const [only] = links;
  if (only === undefined) {
    throw new PactaError(
      "PACTA_FEED_NONE",
      "this is a page, and it names no feed",
      "Look on the page for RSS, or give the address of a feed or sitemap",
    );
  }
  if (links.length > 1) throw choice(links);
  const feed = await listingAt(only.url, fetch);
  if ("links" in feed)
    throw new PactaError("PACTA_FEED_BROKEN", `what the page names as its feed is a page (${only.url})`, "Give the address of a feed");
  return { ...feed, page: found.url };
}

async function listingAt(address: string, fetch: Fetcher["fetch"]): Promise<Found | { readonly url: string; readonly links: readonly FeedLink[] }> {
  const result = await fetch(address, { wanted: "feed" });
  if (result.kind === "unfetched") throw result.error;
  if (result.kind === "not-modified") throw new Error("nothing was asked by");
  const listing = await listingOf(address, result);
  if (listing.kind === "page") return { url: result.url, links: feedLinks(listing.html, result.url) };
  const id = new URL(result.moved ?? address);
  id.hash = "";
  if (id.href.length > LONGEST_ADDRESS)
    throw new PactaError("PACTA_FEED_ADDRESS", `the address has more than ${LONGEST_ADDRESS} characters`, "Give a shorter one");
  return { id: id.href, listing };
}

/** Feeds of comments are not what anybody wants who gives the address of a site; where nothing else is named they are. */
function likely(links: readonly FeedLink[]): readonly FeedLink[] {
  const others = links.filter(({ url, title = "" }) => !/\bcomments?\b/i.test(`${title} ${new URL(url).pathname}`));
  return others.length > 0 ? others : links;
}

const SHOWN = 20;

function choice(links: readonly FeedLink[]): PactaError {
  const shown = links.slice(0, SHOWN).map(({ url, title }) => (title === undefined ? url : `${url} ("${title}")`));
  const more = links.length > SHOWN ? `, and ${links.length - SHOWN} more` : "";
  return new PactaError(
    "PACTA_FEED_CHOICE",
    `the page names ${links.length} feeds: ${shown.join(", ")}${more}`,
    "Give the address of the one that you mean",
  );
}
