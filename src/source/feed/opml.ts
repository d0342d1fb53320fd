// OPML: lists of feeds as readers hand them to one another, in and out.
import { generateOpml, parseOpml as parseAny } from "feedsmith";
import type { Opml } from "feedsmith";
import { PactaError } from "../../error.ts";
import { httpAddress, stated } from "./entry.ts";
import { checkXml, rootOf } from "./xml.ts";

/** A subscription. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The page that the feed is of. */
  readonly site?: string;
  /** The headings that it stands under, the outermost first. */
  readonly folders: readonly string[];
}

/** The most subscriptions that are taken from one list. */
const MAX_FEEDS = 20_000;

/** Headings within one another. */
const MAX_FOLDERS = 16;

type Outline = Partial<Opml.Outline<string>>;

/** The feeds in a list, in its order. Throws `PACTA_OPML_BROKEN`, `PACTA_XML_ENTITIES` and `PACTA_XML_TOO_LARGE`. */
export function parseOpml(xml: string): ListedFeed[] {
  checkXml(xml);
  if (isEmpty(xml)) return [];
  try {
    const { body } = parseAny(xml);
    return feedsIn(body?.outlines ?? [], []).slice(0, MAX_FEEDS);
  } catch (thrown) {
    throw new PactaError("PACTA_OPML_BROKEN", "this is no OPML, or not a whole file", "Export it again", {}, thrown);
  }
}

/** The library takes a list of nothing for no list. */
function isEmpty(xml: string): boolean {
  return rootOf(xml) === "opml" && !/<outline\b/i.test(xml) && /<\/opml\s*>\s*$/i.test(xml.slice(-200));
}

function feedsIn(outlines: readonly Outline[], folders: readonly string[]): ListedFeed[] {
  if (folders.length > MAX_FOLDERS) return [];
  return outlines.flatMap((outline) => {
    const url = httpAddress(outline.xmlUrl);
    const title = outline.title ?? outline.text;
    const own = url === undefined ? [] : [{ url, folders, ...stated({ title, site: httpAddress(outline.htmlUrl) }) }];
    return [...own, ...feedsIn(outline.outlines ?? [], title === undefined ? folders : [...folders, title])];
  });
}

/** The library writes no list of nothing. */
const EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n  <head/>\n  <body/>\n</opml>\n';

/** A list of feeds as OPML 2.0; feeds under one heading stand together, in the order in which headings first come. */
export function writeOpml(feeds: readonly ListedFeed[], title: string): string {
  if (feeds.length === 0) return EMPTY;
  return generateOpml({ head: { title }, body: { outlines: outlinesOf(feeds, 0) } });
}

function outlinesOf(feeds: readonly ListedFeed[], depth: number): Opml.Outline<string>[] {
  const groups = Map.groupBy(feeds, (feed) => feed.folders[depth]);
  return [...groups].flatMap(([folder, members]) =>
    folder === undefined ? members.map(outlineOf) : [{ text: folder, outlines: outlinesOf(members, depth + 1) }],
  );
}

function outlineOf({ url, title, site }: ListedFeed): Opml.Outline<string> {
  return { text: title ?? url, type: "rss", xmlUrl: url, ...stated({ title, htmlUrl: site }) };
}
