// The text of a feed to its entries. The parser expands no entities and fetches nothing; what it would choke on is refused before.
import { parseFeed as parseAny } from "feedsmith";
import type { AnyFeed } from "feedsmith";
import { PactaError } from "../../error.ts";
import { atomFeed } from "./atom.ts";
import type { Feed } from "./entry.ts";
import { jsonFeed } from "./json.ts";
import { rdfFeed, rssFeed } from "./rss.ts";
import { checkXml } from "./xml.ts";

/**
 * A feed of any format. `base` is the address that it was found at, which its links are relative to.
 * Throws `PACTA_FEED_BROKEN` where it is none or not well-formed, `PACTA_XML_ENTITIES` and `PACTA_XML_TOO_LARGE`.
 */
export function parseFeed(text: string, base?: string): Feed {
  if (!/^\s*\{/.test(text.slice(0, 1000))) checkXml(text);
  const parsed = parsedOf(text);
  switch (parsed.format) {
    case "rss":
      return rssFeed(parsed.feed, base);
    case "rdf":
      return rdfFeed(parsed.feed, base);
    case "atom":
      return atomFeed(parsed.feed, base);
    case "json":
      return jsonFeed(parsed.feed, base);
  }
}

function parsedOf(text: string): AnyFeed {
  try {
    return parseAny(text);
  } catch (thrown) {
    throw new PactaError("PACTA_FEED_BROKEN", "this is no feed, or not a whole one", "Fetch it again", {}, thrown);
  }
}
