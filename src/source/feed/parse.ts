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
 * A feed of any format. `base` is the address that it was found at, which its links are relative to. Of one that was cut
 * off, the entries that are whole are given, and it is marked as `cut`.
 * Throws `PACTA_FEED_BROKEN` where it is none or not well-formed, `PACTA_XML_ENTITIES` and `PACTA_XML_TOO_LARGE`.
 */
export function parseFeed(text: string, base?: string): Feed {
  if (!/^\s*\{/.test(text.slice(0, 1000))) checkXml(text);
  const parsed = parsedOf(text);
  if (parsed instanceof PactaError) {
    const whole = wholeOf(text);
    const again = whole === undefined ? parsed : parsedOf(whole);
    if (again instanceof PactaError) throw parsed;
    return { ...feedOf(again, base), cut: true };
  }
  return feedOf(parsed, base);
}

function feedOf(parsed: AnyFeed, base: string | undefined): Feed {
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

function parsedOf(text: string): AnyFeed | PactaError {
  try {
    return parseAny(text);
  } catch (thrown) {
    return new PactaError("PACTA_FEED_BROKEN", "this is no feed, or not a whole one", "Fetch it again", {}, thrown);
  }
}

/** The XML up to its last whole entry, closed; undefined where its own end is there, or no entry's. */
function wholeOf(xml: string): string | undefined {
  const root = /<((?:[\w-]{1,40}:)?(?:rss|feed|rdf))\b/i.exec(xml.slice(0, 4096))?.[1];
  const last = Math.max(xml.lastIndexOf("</item>"), xml.lastIndexOf("</entry>"));
  if (root === undefined || last < 0 || xml.slice(-200).trimEnd().endsWith(`</${root}>`)) return undefined;
  return `${xml.slice(0, xml.indexOf(">", last) + 1)}${root === "rss" ? "</channel>" : ""}</${root}>`;
}
