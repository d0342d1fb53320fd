// Feeds that are polled again and again, on a real server: what is asked for, what is read, what is kept, and when they are asked next.
import { afterEach, expect, test } from "vitest";
import { rss } from "../source/feed/feed.fixture.ts";
import type { Site } from "../source/fetch/web.fixture.ts";
import { BEGIN, page, tagged, world } from "./poll.fixture.ts";
import type { Changing, World } from "./poll.fixture.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const WORDS = "Norway signed a contract with Portugal for two patrol boats, the ministry said on Tuesday.";
const LONG = `${WORDS} `.repeat(5);

let here: World;
afterEach(() => here.close());

/** One entry of RSS that points to a page of the site. */
function entry(name: string, more = ""): string {
  return `<item><title>Report ${name}</title><link>/${name}</link><guid isPermaLink="false">${name}</guid><pubDate>Tue, 01 Jan 2030 10:00:00 GMT</pubDate>${more}</item>`;
}

function feed(entries: string, channel = "<title>The Daily Post</title>"): string {
  return rss(entries, channel);
}

function gives(status: number, headers: Record<string, string> = {}, body = ""): Site[string] {
  return (response) => void response.writeHead(status, { "content-type": "application/xml", ...headers }).end(body);
}

const dueIn = async (path: string): Promise<number> => Date.parse((await here.feed(path))?.due ?? "") - here.clock.now;

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
  expect(await dueIn("/feed")).toBe(30 * MINUTE);

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

test("an entry that fails is tried at five polls, for which the feed is asked as new, and its neighbours are not read again", async () => {
  here = await world({ "/feed": tagged('"1"', feed(entry("a") + entry("b"))), "/a": gives(403), "/b": page("Boats", WORDS) });
  await here.follow("/feed");
  const polled = [];
  for (let times = 0; times < 7; times += 1) polled.push((await here.poll())[0]);
  expect(polled.map((each) => [each?.result, each?.entries.failed])).toEqual([
    ...Array.from({ length: 5 }, () => ["answered", 1]),
    ["answered", 0],
    ["unchanged", 0],
  ]);
  expect(here.asked().filter((path) => path === "/a")).toHaveLength(5);
  expect((await here.feed("/feed"))?.failing).toBeUndefined();
});

test("a feed that moved for good is followed where it went, with all that is known of it; one that moved for now is not", async () => {
  const site: Changing = {
    "/old": gives(301, { location: "/new" }),
    "/new": feed(entry("a")),
    "/a": page("Boats", WORDS),
    "/now": gives(302, { location: "/new" }),
  };
  here = await world(site);
  await here.follow("/old", { folders: ["Press"], every: 600 });
  const [moved] = await here.poll();
  expect(moved).toMatchObject({ movedFrom: `${here.web.url}/old`, documents: 1, feed: { id: `${here.web.url}/new` } });
  expect(await here.settings.feeds.list()).toMatchObject([
    { id: `${here.web.url}/new`, was: [`${here.web.url}/old`], folders: ["Press"], every: 600 },
  ]);
  expect((await here.settings.seen.list()).map(({ id }) => id)).toEqual([`${here.web.url}/new`]);
  expect(await here.settings.turns.list()).toEqual([]);
  await here.follow("/now");
  const after = await here.poll();
  expect(after.map((each) => [each.feed.id.replace(here.web.url, ""), each.entries.fresh])).toEqual([
    ["/new", 0],
    ["/now", 1],
  ]);
});

test("a feed that moved to a page is not followed there, and one that moved to another that is followed becomes one with it", async () => {
  const site: Changing = {
    "/old": gives(301, { location: "/login" }),
    "/login": page("Log in", "Please."),
    "/new": feed(entry("a")),
    "/a": page("Boats", WORDS),
  };
  here = await world(site);
  await here.follow("/old");
  expect(await here.poll()).toMatchObject([
    { result: "failed", error: { code: "PACTA_FEED_BROKEN" }, feed: { id: `${here.web.url}/old`, failing: { times: 1 } } },
  ]);
  site["/old"] = gives(308, { location: "/new" });
  await here.follow("/new", { title: "Mine" });
  await here.poll();
  expect(await here.settings.feeds.list()).toMatchObject([{ id: `${here.web.url}/new`, was: [`${here.web.url}/old`] }]);
  expect(Object.keys(await here.texts())).toEqual(["/a"]);
});

test("a feed that is gone is kept, marked and asked no more", async () => {
  here = await world({ "/feed": gives(410) });
  await here.follow("/feed");
  expect(await here.poll()).toMatchObject([{ result: "ended", error: { code: "PACTA_FEED_GONE" } }]);
  expect(await here.feed("/feed")).toMatchObject({ ended: { at: "2030-01-02T00:00:00.000Z", code: "PACTA_FEED_GONE" } });
  expect((await here.feed("/feed"))?.due).toBeUndefined();
});

test("errors in a row double the wait, Retry-After is kept to, and an answer ends it", async () => {
  const site: Changing = { "/feed": gives(500) };
  here = await world(site);
  await here.follow("/feed");
  const waits = [];
  for (let times = 0; times < 3; times += 1) {
    expect(await here.poll()).toMatchObject([{ result: "failed", error: { code: "PACTA_FETCH_STATUS" } }]);
    waits.push((await dueIn("/feed")) / MINUTE);
  }
  expect(waits).toEqual([30, 60, 120]);
  site["/feed"] = gives(429, { "retry-after": "36000" });
  await here.poll();
  expect(await dueIn("/feed")).toBe(10 * HOUR);
  expect(await here.feed("/feed")).toMatchObject({ failing: { code: "PACTA_FETCH_BUSY", times: 4, since: "2030-01-02T00:00:00.000Z" } });
  site["/feed"] = feed(entry("a"));
  site["/a"] = page("Boats", WORDS);
  expect(await here.poll()).toMatchObject([{ result: "answered" }]);
  expect((await here.feed("/feed"))?.failing).toBeUndefined();
  expect(await dueIn("/feed")).toBe(30 * MINUTE);
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
    expect(await dueIn("/feed")).toBe(wait);
  }
});

test("feeds that are broken, cut off or no feeds fail with their codes; of what was cut off the whole entries are read, and the rest later", async () => {
  const site: Changing = {
    "/broken": "<rss><channel>",
    "/cut": tagged('"1"', feed(entry("a") + entry("b")).slice(0, -60)),
    "/words": gives(200, {}, "words"),
    "/a": page("Boats", WORDS),
    "/b": page("Boats", LONG),
  };
  here = await world(site);
  for (const path of ["/broken", "/cut", "/words"]) await here.follow(path);
  const byPath = new Map((await here.poll()).map((each) => [each.feed.id.replace(here.web.url, ""), each]));
  expect(byPath.get("/broken")).toMatchObject({ result: "failed", error: { code: "PACTA_FEED_BROKEN" } });
  expect(byPath.get("/words")).toMatchObject({ result: "failed", error: { code: "PACTA_FEED_BROKEN" } });
  expect(byPath.get("/cut")).toMatchObject({ result: "answered", error: { code: "PACTA_FEED_TRUNCATED" }, entries: { read: 1 } });
  site["/cut"] = tagged('"1"', feed(entry("a") + entry("b")));
  expect((await here.poll()).find((each) => each.feed.id.endsWith("/cut"))).toMatchObject({ entries: { fresh: 1, read: 1 } });
});

test("a feed of which not all is read at once goes on at the next poll, which is soon", async () => {
  const names = ["a", "b", "c"];
  here = await world({
    "/feed": tagged('"1"', feed(names.map((name) => entry(name)).join(""))),
    ...Object.fromEntries(names.map((name) => [`/${name}`, page(name, `${WORDS} ${name}.`)])),
  });
  await here.follow("/feed");
  expect(await here.poll({ most: 2 })).toMatchObject([{ entries: { read: 2, left: 1 } }]);
  expect(await dueIn("/feed")).toBe(MINUTE);
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

test("a host that hangs holds up no other, and costs its feed one error", async () => {
  const site: Changing = { "/feed": feed(entry("a")), "/a": page("Boats", WORDS) };
  here = await world(site, { limits: { headers: 300, total: 600, tries: 1 } });
  const mute = await world({ "/robots.txt": () => undefined, "/feed": () => undefined });
  await here.follow("/feed");
  await here.settings.feeds.put({ id: `${mute.web.url}/feed`, made: new Date(BEGIN).toISOString() });
  const began = performance.now();
  const results = new Map((await here.poll()).map((each) => [each.feed.id, each]));
  expect(performance.now() - began).toBeLessThan(5000);
  expect(results.get(`${here.web.url}/feed`)).toMatchObject({ result: "answered", documents: 1 });
  expect(results.get(`${mute.web.url}/feed`)).toMatchObject({ result: "failed", error: { code: "PACTA_FETCH_TIMEOUT" } });
  await mute.close();
});

test("an interrupt ends a poll at once: what was read is known, what was not comes next time", async () => {
  const controller = new AbortController();
  const site: Changing = {
    "/feed": tagged('"1"', feed(entry("a") + entry("b") + entry("c"))),
    "/a": page("Boats", WORDS),
    "/b": () => controller.abort(),
    "/c": page("C", LONG),
  };
  here = await world(site, { stop: controller.signal });
  await here.follow("/feed");
  const [stopped] = await here.poll({ stop: controller.signal });
  expect(stopped).toMatchObject({ result: "stopped", documents: 1 });
  expect((await here.feed("/feed"))?.polled).toBeUndefined();
  expect(await here.settings.seen.list()).toMatchObject([{ entries: [{ key: expect.any(String) }] }]);
  expect(await here.settings.turns.list()).toEqual([]);
});

test("a poll that ends in the middle marks nothing that was not appended", async () => {
  const names = ["a", "b", "c", "d"];
  here = await world({
    "/feed": feed(names.map((name) => entry(name)).join("")),
    ...Object.fromEntries(names.map((name) => [`/${name}`, page(name, `${WORDS} ${name}.`)])),
  });
  await here.follow("/feed");
  const full = new Error("the disk is full");
  const keep = async function* (outcomes: AsyncIterable<unknown>) {
    for await (const _ of outcomes) throw full;
    yield* [];
  };
  await expect(here.poll({ keep })).rejects.toBe(full);
  expect(await here.settings.seen.list()).toEqual([]);
  here.clock.now += HOUR;
  expect(await here.poll()).toMatchObject([{ documents: 4, entries: { fresh: 4, read: 4 } }]);
});
