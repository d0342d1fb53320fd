// Feeds that are polled again and again, on a real server: what is asked for, what is read, what is kept, and when they are asked next.
import { afterEach, expect, test } from "vitest";
import { LONG, WORDS, dueIn, entry, feed, gives, page, tagged, world } from "./poll.fixture.ts";
import type { Changing, World } from "./poll.fixture.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

let here: World;
afterEach(() => here.close());

test("the pages of new entries are read with what the feed tells of them, and a second poll asks for nothing but the feed", async () => {
  const site: Changing = {
    "/feed": tagged('"1"', feed(entry("a") + entry("b"))),
    "/a": page("Boats", WORDS),
    "/b": tagged('"b"', page("More boats", LONG)),
  };
  here = await world(site);
  await here.follow("/feed");
  const [first] = await here.poll();
  expect(first).toMatchObject({ result: "answered", documents: 2, entries: { fresh: 2, changed: 0, read: 2, failed: 0, left: 0 } });
  expect(here.asked()).toEqual(["/feed", "/a", "/b"]);
  const document = await here.ledger.document(`${here.web.url}/a`);
  expect(document).toMatchObject({ text: WORDS, heading: "Report a", sources: ["The Daily Post"], published: { day: "2030-01-01", basis: "feed" } });
  expect(await here.feed("/feed")).toMatchObject({
    title: "The Daily Post",
    etag: '"1"',
    news: "2030-01-02T00:00:00.000Z",
    counts: { polls: 1, entries: 2, documents: 2 },
  });
  expect(await dueIn(here, "/feed")).toBe(30 * MINUTE);

  const head = await here.ledger.head();
  here.clock.now += HOUR;
  expect(await here.poll()).toMatchObject([{ result: "unchanged", documents: 0 }]);
  expect(here.asked()).toEqual(["/feed"]);
  expect(here.web.asked.at(-1)?.headers["if-none-match"]).toBe('"1"');
  expect(await here.feed("/feed")).toMatchObject({
    title: "The Daily Post",
    etag: '"1"',
    news: "2030-01-02T00:00:00.000Z",
    counts: { polls: 2, entries: 2 },
  });
  expect(await here.ledger.head()).toEqual(head);

  site["/feed"] = tagged('"2"', feed(entry("c") + entry("a") + entry("b")));
  site["/c"] = page("Third", WORDS);
  expect(await here.poll()).toMatchObject([{ result: "answered", documents: 1, entries: { fresh: 1, changed: 0, read: 1 } }]);
  expect(here.asked()).toEqual(["/feed", "/c"]);
});

test("an entry that changed is read once more, as a new version where its page did, and costs a 304 where it did not", async () => {
  const site: Changing = {
    "/feed": feed(entry("a") + entry("b")),
    "/a": tagged('"a1"', page("Boats", WORDS)),
    "/b": tagged('"b1"', page("Boats", LONG)),
  };
  here = await world(site);
  await here.follow("/feed");
  await here.poll();
  const updated = (name: string) => entry(name, '<atom:updated xmlns:atom="http://www.w3.org/2005/Atom">2030-01-02T09:00:00Z</atom:updated>');
  site["/feed"] = feed(updated("a") + updated("b"));
  site["/a"] = tagged('"a2"', page("Boats", `${WORDS} Egypt cancelled another contract.`));
  expect(await here.poll()).toMatchObject([{ documents: 1, entries: { fresh: 0, changed: 2, read: 1, unchanged: 1 } }]);
  expect(await here.ledger.document(`${here.web.url}/a`)).toMatchObject({ version: 2, text: expect.stringContaining("Egypt") });
  here.asked();
  await here.poll();
  expect(here.asked()).toEqual(["/feed"]);
});

test("where a page cannot be had the feed's own text is read, if it is long enough, and that is noted", async () => {
  const content = (words: string) =>
    `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>${words}</p>]]></content:encoded>`;
  const names = ["closed/a", "none", "sold", "short"];
  here = await world({
    "/robots.txt": "User-agent: *\nDisallow: /closed/\n",
    "/feed": feed(names.map((name) => entry(name, content(name === "short" ? WORDS : LONG))).join("")),
    "/closed/a": page("Closed", "x"),
    "/sold": page("Sold", WORDS, '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'),
  });
  await here.follow("/feed");
  expect(await here.poll()).toMatchObject([{ documents: 3, entries: { fresh: 4, read: 3, failed: 1 } }]);
  const texts = await here.texts();
  expect(Object.keys(texts)).toEqual(["/closed/a", "/none", "/sold"]);
  for (const text of Object.values(texts)) expect(text).toBe(LONG.trim());
  const notes = here.events.flatMap((event) => (event.kind === "note" ? [event.note] : []));
  expect(notes.map(({ code, message }) => [code, /PACTA_FETCH_\w+/.exec(message)?.[0]])).toEqual([
    ["PACTA_FEED_TEXT_INSTEAD", "PACTA_FETCH_ROBOTS"],
    ["PACTA_FEED_TEXT_INSTEAD", "PACTA_FETCH_STATUS"],
    ["PACTA_FEED_TEXT_INSTEAD", "PACTA_FETCH_PAYWALL"],
  ]);
  expect(here.asked()).toEqual(["/feed", "/none", "/sold", "/short"]);
});

test("with the feeds' own texts alone no page is asked for, and a teaser fails once", async () => {
  here = await world({ "/feed": feed(entry("a", `<description>${LONG}</description>`) + entry("b", `<description>${WORDS}</description>`)) });
  await here.follow("/feed", { text: "feed" });
  expect(await here.poll()).toMatchObject([{ documents: 1, entries: { read: 1, failed: 1 } }]);
  expect(here.events).toContainEqual({
    kind: "kept",
    kept: expect.objectContaining({ error: expect.objectContaining({ code: "PACTA_FEED_LINK_ONLY" }) }),
  });
  expect(await here.poll()).toMatchObject([{ entries: { fresh: 0, failed: 0 } }]);
  expect(here.asked()).toEqual(["/feed", "/feed"]);
});

test.each([
  ["<ttl>120</ttl>", {}, 2 * HOUR],
  ["<ttl>1</ttl>", { "cache-control": "max-age=7200" }, 2 * HOUR],
  ["<ttl>99999999</ttl>", {}, DAY],
  ["", {}, 30 * MINUTE],
])("a feed that says %s, with headers %j, is asked after that long, also after a 304", async (said, headers, wait) => {
  here = await world({ "/feed": tagged('"1"', feed("", `<title>Post</title>${said}`), headers) });
  await here.follow("/feed");
  for (const result of ["answered", "unchanged"]) {
    expect(await here.poll()).toMatchObject([{ result }]);
    expect(await dueIn(here, "/feed")).toBe(wait);
  }
});

test("a feed of which not all is read at once goes on at the next poll, which is soon", async () => {
  const names = ["a", "b", "c"];
  here = await world({
    "/feed": tagged('"1"', feed(names.map((name) => entry(name)).join(""))),
    ...Object.fromEntries(names.map((name) => [`/${name}`, page(name, `${WORDS} ${name}.`)])),
  });
  await here.follow("/feed");
  expect(await here.poll({ most: 2 })).toMatchObject([{ entries: { read: 2, left: 1 } }]);
  expect(await dueIn(here, "/feed")).toBe(MINUTE);
  expect(await here.poll({ most: 2 })).toMatchObject([{ entries: { read: 1, left: 0 } }]);
  expect(await here.poll({ most: 2 })).toMatchObject([{ result: "unchanged" }]);
  expect(Object.keys(await here.texts())).toEqual(["/a", "/b", "/c"]);
});

test("of a sitemap pages are read that are new since it is followed, newest first; an index is followed into what changed", async () => {
  const listed = (name: string, day: string) => `<url><loc>/${name}</loc>${day === "" ? "" : `<lastmod>${day}</lastmod>`}</url>`;
  const urls = (...pages: string[]) => gives(200, {}, `<urlset>${pages.join("")}</urlset>`);
  const index = (day: string) =>
    gives(
      200,
      {},
      `<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>/news.xml</loc><lastmod>${day}</lastmod></sitemap></sitemapindex>`,
    );
  const pages = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`/${name}`, page(name, `${WORDS} ${name}.`)]));
  const site: Changing = {
    "/index.xml": index("2030-01-01"),
    "/news.xml": urls(listed("a", "2019-05-05"), listed("b", "2029-12-31"), listed("c", "2030-01-01"), listed("d", "")),
    ...pages,
  };
  here = await world(site);
  await here.follow("/index.xml");
  expect(await here.poll()).toMatchObject([{ entries: { fresh: 2, read: 2, passed: 2 } }]);
  expect(here.asked()).toEqual(["/index.xml", "/news.xml", "/c", "/b"]);
  await here.poll();
  expect(here.asked()).toEqual(["/index.xml"]);
  site["/index.xml"] = index("2030-01-02");
  site["/news.xml"] = urls(listed("e", ""), listed("a", "2030-01-02"), listed("b", "2029-12-31"));
  site["/e"] = page("e", `${WORDS} e.`);
  expect(await here.poll()).toMatchObject([{ entries: { fresh: 1, changed: 1, read: 2 } }]);
  expect(here.asked().toSorted()).toEqual(["/a", "/e", "/index.xml", "/news.xml"]);
});
