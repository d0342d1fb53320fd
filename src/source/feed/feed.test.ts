// Feeds of every format to the texts of their entries, and what becomes of entries that have none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { atom, item, jsonFeedOf, rss } from "./feed.fixture.ts";
import { feedResources, parseFeed, parseFeedSafely, textOf } from "./index.ts";
import type { FeedEntry } from "./index.ts";

const SIGNED = "<p>Norway signed a contract with Portugal for two patrol boats.</p>";
const read = (feed: string) => Array.fromAsync(feedResources("feed.xml", feed, "utf-8"));
const seen = async (feed: string) => (await read(feed)).map((each) => (each.kind === "resource" ? each.text : [each.error.code, each.id]));

test("an item of RSS is a resource with its HTML, its address and what the feed tells of it", async () => {
  expect(await read(rss(item("boats", SIGNED)))).toEqual([
    {
      kind: "resource",
      name: "feed.xml",
      charset: "utf-8",
      mediaType: "text/html",
      fragment: true,
      text: SIGNED,
      url: "https://post.example/boats",
      told: {
        heading: "Report boats",
        markup: true,
        byline: "Ann Lee",
        language: "en-gb",
        date: { written: "Tue, 20 Jan 2015 23:30:00 -0500", basis: "feed" },
        sources: ["The Daily Post"],
        tags: [],
      },
    },
  ]);
});

test("Atom says which of its texts are HTML; an entry without authors has those of the feed, and its last change is told as that", async () => {
  const entries =
    '<entry><id>tag:post.example,2015:1</id><title>Boats &lt;3</title><link rel="self" href="/feed/1"/><link href="/boats"/><updated>2015-01-21T01:00:00Z</updated><published>2015-01-20T08:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two <b>boats</b></p></div></content></entry>' +
    "<entry><id>tag:post.example,2015:2</id><title>Tanks</title><updated>2015-01-22</updated><content>Tanks cost &lt; 4 million.</content><author><name>Jo Berg</name></author></entry>";
  expect(await read(atom(entries))).toMatchObject([
    {
      mediaType: "text/html",
      text: "<p>Two <b>boats</b></p>",
      url: "https://post.example/boats",
      told: { id: "tag:post.example,2015:1", byline: "The Desk", date: { written: "2015-01-20T08:00:00Z", basis: "feed" }, language: "en" },
    },
    {
      mediaType: "text/plain",
      text: "Tanks cost < 4 million.",
      told: { id: "tag:post.example,2015:2", byline: "Jo Berg", date: { written: "2015-01-22", basis: "feed-updated" } },
    },
  ]);
});

test("RDF feeds and JSON Feeds are read", async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://post.example/"><title>Post</title><link>https://post.example/</link></channel><item rdf:about="https://post.example/boats"><title>Boats</title><dc:date>2015-01-20T08:00:00Z</dc:date><content:encoded>&lt;p&gt;Two boats.&lt;/p&gt;</content:encoded></item></rdf:RDF>`;
  expect(await read(rdf)).toMatchObject([
    { text: "<p>Two boats.</p>", url: "https://post.example/boats", told: { date: { written: "2015-01-20T08:00:00Z" } } },
  ]);
  const json = jsonFeedOf([
    {
      id: "1",
      url: "https://post.example/1",
      content_text: "Two boats.",
      date_published: "2015-01-20T08:00:00Z",
      authors: [{ name: "Ann Lee" }],
      tags: ["navy"],
    },
    7,
    { id: "https://post.example/2", content_html: "<p>Three boats.</p>", language: "en" },
  ]);
  expect(await read(json)).toMatchObject([
    { mediaType: "text/plain", text: "Two boats.", told: { byline: "Ann Lee", tags: ["navy"] } },
    { mediaType: "text/html", text: "<p>Three boats.</p>", url: "https://post.example/2" },
  ]);
});

test("an entry that is only a link or a teaser is a failure with the address of its page, and the others are read", async () => {
  const teaser = "<item><title>Teaser</title><link>https://post.example/t</link><description>Norway signed, and then…</description></item>";
  const link = "<item><title>Link</title><link>https://post.example/l</link></item>";
  const cut = item("cut", "<p>Norway signed a contract. <a href='x'>Read more</a></p>");
  expect(await seen(rss(teaser + item("boats", SIGNED) + link + cut))).toEqual([
    ["PACTA_FEED_LINK_ONLY", "https://post.example/t"],
    SIGNED,
    ["PACTA_FEED_LINK_ONLY", "https://post.example/l"],
    ["PACTA_FEED_LINK_ONLY", "https://post.example/cut"],
  ]);
});

test("a long description is the text, and so is a short one of an entry that has no page", async () => {
  const long = "Norway signed a contract with Portugal for two patrol boats on Monday. ".repeat(5).trim();
  const described = `<item><link>https://post.example/d</link><description>${long}</description></item>`;
  expect(await seen(rss(`${described}<item><guid>x7</guid><description>Norway signed.</description></item>`))).toEqual([long, "Norway signed."]);
});

test("a guid is the address of its page unless the feed says that it is none", async () => {
  const of = (guid: string) => read(rss(`<item>${guid}<description>Norway signed.</description></item>`)).then(([first]) => first);
  expect(await of('<guid isPermaLink="false">https://post.example/?p=1</guid>')).not.toHaveProperty("url");
  expect(await of("<guid>https://post.example/p</guid>")).toMatchObject({ kind: "failure", id: "https://post.example/p" });
});

test("a feed of nothing and an entry of nothing are PACTA_INPUT_EMPTY", async () => {
  expect(await seen(rss(""))).toEqual([["PACTA_INPUT_EMPTY", undefined]]);
  expect(await seen(rss("<item><guid>x1</guid></item>"))).toEqual([["PACTA_INPUT_EMPTY", "x1"]]);
});

test.each([
  ["cut in the middle", rss(item("a", SIGNED)).slice(0, -80)],
  ["a page", "<html><body><p>Norway</p></body></html>"],
  ["nothing of the kind", '{"version":"1","items":[]}'],
])("%s is PACTA_FEED_BROKEN", (_, text) => {
  expect(() => parseFeed(text)).toThrow(expect.objectContaining({ code: "PACTA_FEED_BROKEN" }));
});

test("of a feed that was cut off, the whole entries are read, and the cut is said", async () => {
  const two = rss(item("boats", SIGNED) + item("tanks", SIGNED));
  for (const end of [-1, -16, -20, -60, -150]) expect((await seen(two.slice(0, end)))[0]).toBe(SIGNED);
  expect(await seen(two.slice(0, -60))).toEqual([SIGNED, ["PACTA_FEED_TRUNCATED", undefined]]);
  const entry = (id: number) => `<entry><id>urn:x:${id}</id><content>Norway signed.</content></entry>`;
  expect(await seen(atom(entry(1) + entry(2)).slice(0, -30))).toEqual(["Norway signed.", ["PACTA_FEED_TRUNCATED", undefined]]);
});

test("a large feed, which is parsed in a thread, gives what a small one gives, and its errors are the same", async () => {
  const large = rss(item("boats", SIGNED.repeat(2000)));
  expect(large.length).toBeGreaterThan(64 * 1024);
  expect(await parseFeedSafely(large, "https://post.example/feed")).toEqual(parseFeed(large, "https://post.example/feed"));
  await expect(parseFeedSafely(large.slice(0, -20))).rejects.toMatchObject({ code: "PACTA_FEED_BROKEN" });
});

test("whatever words an entry has, they come out as they went in, or the entry is a failure", async () => {
  const words = fc.string({ unit: "grapheme", maxLength: 300 }).filter((each) => !/[\0-\x1f\ufffe\uffff]/.test(each));
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const [entry] = parseFeed(jsonFeedOf([{ id: "1", url: "https://post.example/1", content_text: text }])).entries;
      const [got] = await read(jsonFeedOf([{ id: "1", url: "https://post.example/1", content_text: text }]));
      const expected = entry === undefined ? undefined : textOf(entry satisfies FeedEntry)?.words;
      const [came, wanted] = got?.kind === "resource" ? [got.text.trim(), text.trim()] : [got?.error.code, "PACTA_FEED_LINK_ONLY"];
      expect(came).toBe(wanted);
      expect(got?.kind === "resource" ? got.text : undefined).toBe(expected);
    }),
  );
});
