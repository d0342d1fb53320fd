// Atom (RFC 4287): every text says its type, an entry without authors has those of its feed.
import type { AtomFeed } from "feedsmith";
import { httpAddress, names, pauseOf, stated, wordsOf } from "./entry.ts";
import type { EntryWords, Feed, FeedEntry } from "./entry.ts";

type Parsed = Partial<AtomFeed.Feed<string>>;
type Entry = NonNullable<Parsed["entries"]>[number];

/** The feed of parsed Atom. `base` is where it was found. */
export function atomFeed(feed: Parsed, base?: string): Feed {
  const url = linkOf(feed.links, base);
  const authors = (feed.authors ?? []).map((author) => author.name);
  const entries = (feed.entries ?? []).map((entry) => atomEntry(entry, authors, url ?? base));
  return { ...stated({ title: feed.title?.value, url, language: feed.xml?.lang, pause: pauseOf(undefined, feed.sy) }), entries };
}

function atomEntry(entry: Partial<Entry>, feedAuthors: readonly (string | undefined)[], base: string | undefined): FeedEntry {
  const authors = (entry.authors ?? entry.source?.authors ?? []).map((author) => author.name);
  return {
    ...stated({
      id: entry.id,
      url: linkOf(entry.links, base) ?? httpAddress(entry.id),
      title: entry.title?.value,
      content: textOf(entry.content),
      summary: textOf(entry.summary),
      published: entry.published ?? entry.dc?.dates?.[0],
      updated: entry.updated,
      source: entry.source?.title?.value,
      language: entry.xml?.lang,
    }),
    authors: names(authors.length > 0 ? authors : feedAuthors),
    tags: names((entry.categories ?? []).map((category) => category.label ?? category.term)),
  };
}

/** The address of the page: the link that says so, or one that says nothing. */
function linkOf(links: Parsed["links"], base: string | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  return httpAddress((pages.find(({ type }) => type === undefined || type === "text/html") ?? pages[0])?.href, base);
}

/** Without a type a text is plain; content of any other media type (a picture, a film) is no text. */
function textOf(text: { readonly value?: string; readonly type?: string } | undefined): EntryWords | undefined {
  const type = text?.type?.toLowerCase() ?? "text";
  if (type === "html" || type === "xhtml" || type === "text/html" || type === "application/xhtml+xml") return wordsOf(text?.value, true);
  return type === "text" || type === "text/plain" ? wordsOf(text?.value, false) : undefined;
}
