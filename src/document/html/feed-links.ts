// The feeds that a page names in its head, as readers of feeds look for them.
import { webAddress } from "../address.ts";
import { parsePage } from "./dom.ts";
import { tidy } from "./pieces.ts";

/** A feed that a page names. */
export interface FeedLink {
  /** Absolute. */
  readonly url: string;
  readonly title?: string;
}

const FEED_TYPES: ReadonlySet<string> = new Set(["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"]);

/** What a page may name, and more than any names. */
const MOST = 50;

/** The feeds that a page found at `url` names, each once and in its order. Throws as `parsePage` does. */
export function feedLinks(html: string, url: string): readonly FeedLink[] {
  const page = parsePage(html);
  const base = webAddress(page.querySelector("base[href]")?.getAttribute("href") ?? url, url) ?? url;
  const found = [...page.querySelectorAll("link[href]")].flatMap((link): FeedLink[] => {
    const isFeed =
      /(?:^|\s)alternate(?:\s|$)/i.test(link.getAttribute("rel") ?? "") &&
      FEED_TYPES.has((link.getAttribute("type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "");
    const address = isFeed ? webAddress(link.getAttribute("href") ?? "", base) : undefined;
    const title = tidy(link.getAttribute("title") ?? "").slice(0, 200);
    return address === undefined ? [] : [{ url: address, ...(title === "" ? {} : { title }) }];
  });
  return [...new Map(found.map((link) => [link.url, link])).values()].slice(0, MOST);
}
