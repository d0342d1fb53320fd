// Asking for one feed: what it lists now, under the address where it is followed from now on.
import { PactaError, toPactaError } from "../error.ts";
import type { Feed } from "../settings/index.ts";
import { listingOf } from "../source/index.ts";
import type { Fetcher, FetchResult, ListedItem, Listing, Validators } from "../source/index.ts";
import { sorted } from "./entries.ts";
import type { Done, SeenEntry, Wish } from "./entries.ts";

/** What asking came to. `moved` is where permanent redirects led, `subs` are the sitemaps of an index that were looked into. */
export type FeedAnswer =
  | { readonly kind: "stopped" }
  | { readonly kind: "unchanged"; readonly moved?: string; readonly maxAge: number | undefined; readonly validators: Validators }
  | { readonly kind: "failed" | "ended"; readonly error: PactaError; readonly retryAfter: number | undefined }
  | {
      readonly kind: "answered";
      readonly listing: Listing;
      readonly subs: readonly Done[];
      /** The keys of all sitemaps that an index lists. */
      readonly subKeys: readonly string[];
      readonly notes: readonly PactaError[];
      readonly moved?: string;
      readonly maxAge: number | undefined;
      readonly validators: Validators;
    };

/** Asks for a feed, only for what changed since it last answered. */
export async function askFeed(feed: Feed, known: readonly SeenEntry[], fetch: Fetcher["fetch"]): Promise<FeedAnswer> {
  const validators = {
    ...(feed.etag === undefined ? {} : { etag: feed.etag }),
    ...(feed.modified === undefined ? {} : { lastModified: feed.modified }),
  };
  const result = await fetch(feed.id, { wanted: "feed", validators });
  if (result.kind === "unfetched") return unanswered(result);
  const way = { ...(result.moved === undefined ? {} : { moved: result.moved }), maxAge: result.maxAge, validators: result.validators };
  if (result.kind === "not-modified") return { kind: "unchanged", ...way };
  try {
    const listing = await listingOf(feed.id, result);
    if (listing.kind === "page") throw broken();
    if (listing.kind !== "index") return { kind: "answered", listing, subs: [], subKeys: [], notes: beyond(listing, feed.id), ...way };
    // What an index lists changes while it does not.
    return { kind: "answered", ...(await opened(listing, feed, known, fetch)), ...way, validators: {} };
  } catch (thrown) {
    return { kind: "failed", error: placed(toPactaError(thrown), feed.id), retryAfter: undefined };
  }
}

function beyond({ beyond: count = 0, items }: Listing, source: string): PactaError[] {
  if (count === 0) return [];
  return [
    new PactaError("PACTA_FEED_TOO_LARGE", `${count} entries after the first ${items.length} are not read`, "Follow a feed of fewer", { source }),
  ];
}

function unanswered({ error, status, retryAfter }: Extract<FetchResult, { kind: "unfetched" }>): FeedAnswer {
  if (error.code === "PACTA_FETCH_STOPPED") return { kind: "stopped" };
  if (status !== GONE) return { kind: "failed", error, retryAfter };
  const what = "the server says that the feed is gone for good (HTTP 410), and it is asked no more";
  const gone = new PactaError("PACTA_FEED_GONE", what, "Add the feed where it is now, and remove this one with pacta feeds remove", error.place);
  return { kind: "ended", error: gone, retryAfter };
}

const GONE = 410;

function broken(): PactaError {
  return new PactaError("PACTA_FEED_BROKEN", "there is a page where the feed was", "Open it in a browser, and add the feed where it is now");
}

function placed({ code, message, remedy, place, cause }: PactaError, source: string): PactaError {
  return new PactaError(code, message, remedy, { ...place, source }, cause);
}

/** Sitemaps of an index that are looked into at one poll: those that changed last. */
const MOST_SITEMAPS = 10;

/** The pages in the sitemaps of an index that are new or changed. */
async function opened(
  index: Listing,
  feed: Feed,
  known: readonly SeenEntry[],
  fetch: Fetcher["fetch"],
): Promise<Pick<Extract<FeedAnswer, { kind: "answered" }>, "listing" | "subs" | "subKeys" | "notes">> {
  const { wanted, keys } = sorted(newestFirst(index.items), known, { ...wishOf(feed, index, known, MOST_SITEMAPS), datedOnly: false });
  const [items, subs, notes]: [ListedItem[], Done[], PactaError[]] = [[], [], []];
  for (const { key, item } of wanted) {
    const result = await fetch(item.url ?? "", { wanted: "feed" });
    const listing = await listedIn(item.url ?? "", result);
    if (listing instanceof PactaError) notes.push(listing);
    else {
      items.push(...listing.items);
      // One that does not tell when it changed has to be looked into each time.
      if (item.updated !== undefined) subs.push({ key, print: item.print, read: true });
    }
  }
  if (items.length === 0 && notes[0] !== undefined) throw notes[0];
  return { listing: { ...index, items }, subs, subKeys: keys, notes };
}

async function listedIn(address: string, result: FetchResult): Promise<Listing | PactaError> {
  if (result.kind === "unfetched") return result.error;
  try {
    if (result.kind === "not-modified") throw broken();
    const listing = await listingOf(address, result);
    if (listing.kind === "sitemap") return listing;
    throw new PactaError("PACTA_SITEMAP_BROKEN", "what an index of sitemaps names is none", "Follow its sitemaps one by one");
  } catch (thrown) {
    return placed(toPactaError(thrown), address);
  }
}

/** Of a sitemap pages are wanted from so many days before it was followed on. */
const WEEK = 7 * 86_400_000;

/** Which entries of a feed's answer are wanted. A sitemap lists what a site always had: only what is new since is read. */
export function wishOf({ since, made }: Feed, { kind }: Pick<Listing, "kind">, known: readonly SeenEntry[], most: number): Wish {
  if (kind === "feed") return { since, most };
  return { since: since ?? new Date(Date.parse(made) - WEEK).toISOString().slice(0, 10), datedOnly: known.length === 0, most };
}

/** The same with the newest first: a feed has them so, a sitemap in any order. */
export function newestFirst(items: readonly ListedItem[]): readonly ListedItem[] {
  const moments = new Map(items.map((item) => [item, Date.parse(item.published ?? item.updated ?? "")]));
  const momentOf = (item: ListedItem): number => {
    const moment = moments.get(item) ?? Number.NaN;
    return Number.isNaN(moment) ? 0 : moment;
  };
  return items.toSorted((a, b) => momentOf(b) - momentOf(a));
}
