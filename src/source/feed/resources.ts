// A feed's entries as resources: those that carry their text. An entry that only points to a page is a coded failure of its
// own, because a teaser taken for the report would stand in the ledger in its place.
import { PactaError } from "../../error.ts";
import { failure } from "../resource.ts";
import type { Failure, Resource } from "../resource.ts";
import type { Told } from "../told.ts";
import type { EntryWords, Feed, FeedEntry } from "./entry.ts";
import { names, stated } from "./entry.ts";
import { parseFeedSafely } from "./safely.ts";

/** Entries of one feed that are read; the largest feeds of news have a few hundred. */
export const MAX_ENTRIES = 20_000;

/** A description of fewer characters than this is a teaser where there is a page to go to. */
const FULL = 280;

/** How teasers end. */
const CUT =
  /(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;|&#8230;)\]|&hellip;|&#8230;|read more|continue reading|read the full (?:story|article))[^\p{L}\p{N}]*$/iu;

/** Names that hold everywhere, not only in their feed. */
const GLOBAL = /^(?:tag|urn|doi|info):\S+$/i;

/** The entries of a feed that was decoded. Throws as `parseFeedSafely` does. */
export async function* feedResources(name: string, text: string, charset: string, base?: string): AsyncGenerator<Resource | Failure> {
  const feed = await parseFeedSafely(text, base);
  if (feed.entries.length === 0) {
    yield failure(new PactaError("PACTA_INPUT_EMPTY", "the feed has no entries", "Fetch it again later"), { source: name });
  }
  for (const [index, entry] of feed.entries.slice(0, MAX_ENTRIES).entries()) {
    const words = textOf(entry);
    yield words === undefined ? noText(name, index, entry) : { kind: "resource", name, charset, ...resourceOf(words, entry, feed) };
  }
  if (feed.cut === true) {
    const what = `the feed ends in the middle, after ${feed.entries.length} whole entries`;
    yield failure(new PactaError("PACTA_FEED_TRUNCATED", what, "Fetch it again"), { source: name });
  }
  if (feed.entries.length > MAX_ENTRIES) {
    const left = feed.entries.length - MAX_ENTRIES;
    yield failure(new PactaError("PACTA_FEED_TOO_LARGE", `${left} entries after the first ${MAX_ENTRIES} are not read`, "Split the feed"), {
      source: name,
    });
  }
}

/** The text of an entry, unless it is less than the page that it points to has. */
export function textOf({ content, summary, url }: FeedEntry): EntryWords | undefined {
  const whole = [content, summary].find((words, index) => words !== undefined && isWhole(words, index === 0 ? 1 : FULL));
  if (whole !== undefined || url !== undefined) return whole;
  return [content, summary].find((words) => words !== undefined && shown(words) !== "");
}

/** Characters of an entry that are looked at for its length, and for its end. */
const START = 64 * 1024;
const END = 2000;

function isWhole({ words, html }: EntryWords, least: number): boolean {
  const end = shown({ words: words.slice(-END), html });
  return shown({ words: words.slice(0, START), html }).length >= least && !CUT.test(end.slice(-60));
}

/** True for text of an entry that is long enough to stand for the page that it points to. */
export function isLong(words: EntryWords): boolean {
  return isWhole(words, FULL);
}

/** About what a browser would show. */
export function shown({ words, html }: EntryWords): string {
  return (html ? words.replace(/<[^<>]*>/g, " ") : words).replace(/\s+/g, " ").trim();
}

/** A text of an entry with what its feed tells of it. */
export function resourceOf(
  { words, html }: EntryWords,
  entry: FeedEntry,
  feed: Omit<Feed, "entries">,
): Pick<Resource, "mediaType" | "text" | "url" | "told" | "fragment"> {
  const told = toldOf(entry, feed);
  const url = entry.url === undefined ? {} : { url: entry.url };
  if (html) return { mediaType: "text/html", text: words, told, fragment: true, ...url };
  return { mediaType: "text/plain", text: words, told, ...url };
}

/** What a feed tells of the text of an entry, wherever that is read. */
export function toldOf(entry: FeedEntry, feed: Omit<Feed, "entries">): Told {
  const byline = entry.authors.join(", ");
  const { published, updated } = entry;
  return stated({
    id: entry.id !== undefined && GLOBAL.test(entry.id) ? entry.id : undefined,
    heading: entry.title,
    markup: entry.title === undefined ? undefined : (true as const),
    byline,
    language: entry.language ?? feed.language,
    date:
      published !== undefined
        ? { written: published, basis: "feed" as const }
        : updated === undefined
          ? undefined
          : { written: updated, basis: "feed-updated" as const },
    sources: names([entry.source ?? feed.title]),
    tags: entry.tags,
  });
}

/** Why an entry holds nothing to read. */
export function noText(source: string, index: number, { url, id, title }: FeedEntry): Failure {
  const which = `entry ${index + 1}${title === undefined ? "" : `, "${shown({ words: title, html: true }).slice(0, 80)}",`}`;
  if (url === undefined) return failure(new PactaError("PACTA_INPUT_EMPTY", `${which} has no text and no address`, "Leave it out"), { source }, id);
  return failure(
    new PactaError("PACTA_FEED_LINK_ONLY", `${which} is only a link or a teaser of ${url.slice(0, 300)}`, "Give pacta read the address of its page"),
    { source },
    url,
  );
}
