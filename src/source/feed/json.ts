// JSON Feed 1.0 and 1.1.
import type { JsonFeed } from "feedsmith";
import { httpAddress, names, stated, wordsOf } from "./entry.ts";
import type { Feed, FeedEntry } from "./entry.ts";

type Parsed = Partial<JsonFeed.Feed<string>>;
type Item = NonNullable<Parsed["items"]>[number];

/** The feed of a parsed JSON Feed. `base` is where it was found. */
export function jsonFeed(feed: Parsed, base?: string): Feed {
  const url = httpAddress(feed.home_page_url, base);
  const authors = (feed.authors ?? []).map((author) => author.name);
  const entries = (feed.items ?? []).map((item) => jsonEntry(item, authors, url ?? base));
  return { ...stated({ title: feed.title, url, language: feed.language }), entries };
}

function jsonEntry(item: Partial<Item>, feedAuthors: readonly (string | undefined)[], base: string | undefined): FeedEntry {
  const authors = (item.authors ?? []).map((author) => author.name);
  return {
    ...stated({
      id: item.id,
      url: httpAddress(item.url, base) ?? httpAddress(item.id),
      title: item.title,
      content: wordsOf(item.content_html, true) ?? wordsOf(item.content_text, false),
      summary: wordsOf(item.summary, false),
      published: item.date_published,
      updated: item.date_modified,
      language: item.language,
    }),
    authors: names(authors.length > 0 ? authors : feedAuthors),
    tags: names(item.tags ?? []),
  };
}

/** A JSON Feed says so in its first field; one that says it later is an object without `text`, and fails as that. */
export function isJsonFeed(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,64}\{/.test(start) && /"version"\s{0,9}:\s{0,9}"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/.test(start);
}
