// Sitemaps and lists of feeds: what they list, and what is refused.
import fc from "fast-check";
import { expect, test } from "vitest";
import { opmlFailure, parseOpml, parseSitemap, sitemapFailure, writeOpml } from "./index.ts";
import type { ListedFeed, Sitemap } from "./index.ts";

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://post.example/boats?a=1&amp;b=2 </loc><lastmod>2015-01-21</lastmod><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2015-01-20T08:00:00Z</news:publication_date><news:title>Boats &amp; tanks</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url><url><loc>https://post.example/old</loc></url></urlset>`;

test("a news sitemap gives addresses with day, title, outlet and language, and counts what has no address", () => {
  const expected: Sitemap = {
    kind: "pages",
    pages: [
      {
        url: "https://post.example/boats?a=1&b=2",
        published: "2015-01-20T08:00:00Z",
        modified: "2015-01-21",
        title: "Boats & tanks",
        source: "Post",
        language: "en",
      },
      { url: "https://post.example/old" },
    ],
    skipped: 1,
  };
  expect(parseSitemap(NEWS)).toEqual(expected);
});

test("an index gives the sitemaps, relative ones against the address that it was found at", () => {
  const index = "<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2015-01-20</lastmod></sitemap></sitemapindex>";
  expect(parseSitemap(index, "https://post.example/sitemap.xml")).toEqual({
    kind: "index",
    pages: [{ url: "https://post.example/news.xml", modified: "2015-01-20" }],
    skipped: 0,
  });
});

test("where a text was asked for, a list is said to be one, with its length and its first address", () => {
  expect(sitemapFailure("s.xml", NEWS).error.toString()).toBe(
    "PACTA_ADDRESS_LIST: the file is a list of 2 pages, the first https://post.example/boats?a=1&b=2 (s.xml). Give pacta read the addresses of the pages",
  );
  expect(opmlFailure("o.opml", writeOpml([{ url: "https://post.example/feed", folders: [] }], "Mine")).error.message).toBe(
    "the file is a list of 1 feeds, the first https://post.example/feed",
  );
});

test.each<[string, string, string]>([
  ["cut", NEWS.slice(0, -20), "PACTA_SITEMAP_BROKEN"],
  ["another format", "<rss><channel/></rss>", "PACTA_SITEMAP_BROKEN"],
  ["entities", `<!DOCTYPE urlset [<!ENTITY a "b">]>${NEWS.slice(21)}`, "PACTA_XML_ENTITIES"],
  ["a million tags", `<urlset>${"<url/>".repeat(1_000_001)}</urlset>`, "PACTA_XML_TOO_LARGE"],
])("a sitemap with %s is refused", (_, xml, code) => {
  expect(() => parseSitemap(xml)).toThrow(expect.objectContaining({ code }));
});

test("OPML gives feeds with the headings that they stand under", () => {
  const opml = `<opml version="2.0"><head><title>Mine</title></head><body><outline text="World"><outline text="Asia"><outline type="rss" text="Post &amp; Co" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/></outline></outline><outline text="no feed"/><outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`;
  expect(parseOpml(opml)).toEqual([
    { url: "https://post.example/feed", title: "Post & Co", site: "https://post.example/", folders: ["World", "Asia"] },
  ]);
  expect(parseOpml(writeOpml([], "Mine"))).toEqual([]);
  expect(() => parseOpml(opml.slice(0, 60))).toThrow(expect.objectContaining({ code: "PACTA_OPML_BROKEN" }));
});

test("what is written as OPML is read again as it was, whatever the names", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((each) => each.replace(/[^\p{L}\p{N}&<>"' ]/gu, "").trim() || "x");
  const feed = fc.record({ host: fc.nat(999), title: name, folders: fc.array(name, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(feed, { minLength: 1, maxLength: 12 }), (made) => {
      const feeds = made.map(({ host, title, folders }): ListedFeed => ({ url: `https://h${host}.example/feed?a=1&b=2`, title, folders }));
      const byUrl = (all: readonly ListedFeed[]) => all.map((each) => JSON.stringify([each.url, each.title, each.folders])).toSorted();
      expect(byUrl(parseOpml(writeOpml(feeds, "Mine")))).toEqual(byUrl(feeds));
    }),
  );
});
