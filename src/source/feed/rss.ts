// RSS 2.0 and its elders, and RDF feeds (RSS 1.0), which differ in little but the wrapping.
import type { RdfFeed, RssFeed } from "feedsmith";
import { httpAddress, names, pauseOf, stated, wordsOf } from "./entry.ts";
import type { Feed, FeedEntry } from "./entry.ts";

type RssItem = NonNullable<Partial<RssFeed.Feed<string>>["items"]>[number];
type RdfItem = NonNullable<Partial<RdfFeed.Feed<string>>["items"]>[number];

/** The feed of parsed RSS. `base` is where it was found. */
export function rssFeed(feed: Partial<RssFeed.Feed<string>>, base?: string): Feed {
  const url = httpAddress(feed.link, base);
  const entries = (feed.items ?? []).map((item) => rssEntry(item, url ?? base));
  return { ...stated({ title: feed.title, url, language: feed.language, pause: pauseOf(feed.ttl, feed.sy) }), entries };
}

function rssEntry(item: Partial<RssItem>, base: string | undefined): FeedEntry {
  const { guid } = item;
  // A guid is an address of the page unless it says that it is none.
  const permalink = guid?.isPermaLink === false ? undefined : httpAddress(guid?.value);
  return {
    ...stated({
      id: guid?.value,
      url: httpAddress(item.link, base) ?? permalink,
      title: item.title,
      content: wordsOf(item.content?.encoded, true),
      summary: wordsOf(item.description),
      published: item.pubDate ?? item.dc?.dates?.[0],
      updated: item.atom?.updated,
      source: item.source?.title,
      language: item.dc?.languages?.[0],
    }),
    authors: names([...(item.dc?.creators ?? []), ...(item.authors ?? []).map((author) => author.name)]),
    tags: names((item.categories ?? []).map((category) => category.name)),
  };
}

/** The feed of parsed RDF. `base` is where it was found. */
export function rdfFeed(feed: Partial<RdfFeed.Feed<string>>, base?: string): Feed {
  const url = httpAddress(feed.link, base);
  return {
    ...stated({ title: feed.title, url, language: feed.dc?.languages?.[0], pause: pauseOf(undefined, feed.sy) }),
    entries: (feed.items ?? []).map((item) => rdfEntry(item, url ?? base)),
  };
}

function rdfEntry(item: Partial<RdfItem>, base: string | undefined): FeedEntry {
  const about = item.rdf?.about;
  return {
    ...stated({
      id: about,
      url: httpAddress(item.link, base) ?? httpAddress(about),
      title: item.title,
      content: wordsOf(item.content?.encoded, true),
      summary: wordsOf(item.description),
      published: item.dc?.dates?.[0],
    }),
    authors: names(item.dc?.creators ?? []),
    tags: names(item.dc?.subjects ?? []),
  };
}
