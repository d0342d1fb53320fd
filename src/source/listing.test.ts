// What is followed: feeds of every format, sitemaps plain and packed, and pages that are none.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { atom, item, jsonFeedOf, rss } from "./feed/feed.fixture.ts";
import type { Listing } from "./feed/index.ts";
import { listingOf } from "./listing.ts";

const FEED = "https://post.example/feed";
const LONG = "Norway signed a contract with Portugal for two patrol boats. ".repeat(6);

function open(body: string | Uint8Array, type = "application/xml") {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return listingOf(FEED, { kind: "fetched", url: FEED, redirects: [], validators: {}, type, bytes });
}

async function listed(body: string | Uint8Array): Promise<Listing> {
  const listing = await open(body);
  if (listing.kind === "page") throw new Error("a page");
  return listing;
}

test.each([
  ["RSS", rss(item("boats", LONG))],
  [
    "Atom",
    atom(
      `<entry><title>Report boats</title><id>boats</id><link href="https://post.example/boats"/><published>2015-01-21T04:30:00Z</published><content type="html">${LONG}</content></entry>`,
    ),
  ],
  ["JSON Feed", jsonFeedOf([{ id: "boats", url: "https://post.example/boats", title: "Report boats", content_html: LONG }])],
])("the entries of %s come with their address, what is told of them and their text", async (_, body) => {
  const { kind, title, site, items } = await listed(body);
  expect({ kind, title, site }).toEqual({ kind: "feed", title: "The Daily Post", site: "https://post.example/" });
  expect(items).toMatchObject([
    { id: "boats", url: "https://post.example/boats", title: "Report boats", told: { heading: "Report boats" }, text: { long: true } },
  ]);
});

test.each([
  ["<ttl>90</ttl>", 90],
  ["<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 15],
  ["<ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 24 * 60],
  ["<ttl>soon</ttl>", undefined],
])("a feed with %s says how long its issues last", async (said, minutes) => {
  const { pause } = await listed(
    `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Post</title>${said}</channel></rss>`,
  );
  expect(pause).toBe(minutes === undefined ? undefined : minutes * 60_000);
});

test("a print changes with the words and the day of the last change, and with nothing else", async () => {
  const printOf = async (entry: string) => (await listed(rss(entry))).items[0]?.print;
  const first = await printOf(item("boats", "<p>Two boats.</p>"));
  expect(await printOf(item("boats", '<p>Two boats.<img src="https://count.example/7"></p>'))).toBe(first);
  expect(await printOf(item("boats", "<p>Three boats.</p>"))).not.toBe(first);
  expect(
    await printOf(
      item("boats", "<p>Two boats.</p>").replace(
        "</item>",
        "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2015-02-01</atom:updated></item>",
      ),
    ),
  ).not.toBe(first);
});

test("a sitemap, plain or packed, lists pages, and an index sitemaps", async () => {
  const news = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/boats</loc><news:news><news:publication><news:name>The Daily Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2015-01-20</news:publication_date><news:title>Two boats</news:title></news:news></url></urlset>`;
  for (const body of [news, gzipSync(news)])
    expect(await listed(body)).toMatchObject({
      kind: "sitemap",
      items: [
        {
          url: "https://post.example/boats",
          title: "Two boats",
          published: "2015-01-20",
          told: { heading: "Two boats", language: "en", date: { written: "2015-01-20", basis: "feed" }, sources: ["The Daily Post"] },
          text: { missing: { code: "PACTA_FEED_LINK_ONLY" } },
        },
      ],
    });
  const index = await listed("<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2015-01-20</lastmod></sitemap></sitemapindex>");
  expect(index).toMatchObject({ kind: "index", items: [{ url: "https://post.example/news.xml", updated: "2015-01-20" }] });
});

test.each([
  ["<!doctype html><html><body>words</body></html>", "text/html"],
  ["\n <HTML><body>words</body></HTML>", "application/xml"],
  ["<div>words</div>", "text/html"],
])("what opens as a page is one (%s)", async (body, type) => {
  expect(await open(body, type)).toEqual({ kind: "page", url: FEED, html: body });
});

test.each([
  ["PACTA_FEED_BROKEN", "words and nothing else"],
  ["PACTA_FEED_BROKEN", '{"version": 1}'],
  ["PACTA_INPUT_EMPTY", " "],
  ["PACTA_SITEMAP_BROKEN", "<urlset><url></urlset>"],
  ["PACTA_XML_ENTITIES", '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'],
  ["PACTA_ADDRESS_LIST", '<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.example/feed"/></body></opml>'],
  ["PACTA_GZIP_TRUNCATED", gzipSync(rss(item("boats", LONG))).subarray(0, 60)],
])("what is neither ends in %s", async (code, body) => {
  await expect(open(body)).rejects.toMatchObject({ code });
});
