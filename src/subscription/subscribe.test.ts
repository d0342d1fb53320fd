// Following feeds by the addresses that people have at hand.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSettings } from "../settings/index.ts";
import type { Settings } from "../settings/index.ts";
import { item, rss } from "../source/feed/feed.fixture.ts";
import { guest, quickClock, serve } from "../source/fetch/web.fixture.ts";
import type { TestSite } from "../source/fetch/web.fixture.ts";
import { page } from "./poll.fixture.ts";
import { subscribe } from "./subscribe.ts";
import type { SubscribeOptions } from "./subscribe.ts";

const link = (href: string, title: string) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
const FEED = rss(item("boats", "Two boats."));

let web: TestSite;
let settings: Settings;
beforeAll(async () => {
  settings = await openSettings(":memory:");
  web = await serve({
    "/feed": FEED,
    "/": page("Post", "Words.", link("/feed", "The Post") + link("/comments/feed", "Comments on the Post")),
    "/many": page("Post", "Words.", link("/feed", "News") + link("/sport", "Sport")),
    "/bare": page("Post", "Words."),
    "/circle": page("Post", "Words.", link("/bare", "News")),
    "/moved": (response) => void response.writeHead(301, { location: "/feed" }).end(),
    "/sitemap.xml": "<urlset><url><loc>/boats</loc></url></urlset>",
    "/list.opml": '<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.example/feed"/></body></opml>',
    "/words": "Words and nothing else.",
    "/gone": (response) => void response.writeHead(410).end(),
  });
});
afterAll(async () => {
  await web.close();
  await settings.close();
});

const follow = (path: string, options: SubscribeOptions = {}) =>
  subscribe(path.startsWith("/") ? web.url + path : path, options, { settings, fetch: guest().fetch, clock: quickClock() });

test("a feed is followed with its title, a page by the one feed of it that holds no comments, and twice is once", async () => {
  const id = `${web.url}/feed`;
  const feed = { id, made: "2030-01-02T00:00:00.000Z", title: "The Daily Post", site: "https://post.example/" };
  expect(await follow("/feed")).toEqual({ kind: "subscribed", feed, known: false, lists: { kind: "feed", items: 1 } });
  expect(await follow("/", { every: 600, folders: ["Press"] })).toMatchObject({
    feed: { ...feed, every: 600, folders: ["Press"] },
    page: `${web.url}/`,
    known: true,
  });
  expect(await follow("/moved#x")).toMatchObject({ feed: { id }, known: true });
  expect(await settings.feeds.list()).toEqual([{ ...feed, every: 600, folders: ["Press"] }]);
  expect(await follow("/sitemap.xml", { since: "2030-01-01" })).toMatchObject({
    feed: { since: "2030-01-01" },
    lists: { kind: "sitemap", items: 1 },
  });
});

test("a feed that had ended or failed is taken up again, with what is known of it", async () => {
  const id = `${web.url}/feed`;
  const at = "2030-01-01T00:00:00.000Z";
  await settings.feeds.put({
    id,
    made: at,
    due: at,
    ended: { at, code: "PACTA_FEED_GONE" },
    failing: { code: "PACTA_FEED_GONE", times: 3, since: at },
    counts: { polls: 9, entries: 8, documents: 7 },
  });
  await follow("/feed");
  expect(await settings.feeds.get(id)).toEqual({
    id,
    made: at,
    title: "The Daily Post",
    site: "https://post.example/",
    counts: { polls: 9, entries: 8, documents: 7 },
  });
});

test.each([
  ["/many", "PACTA_FEED_CHOICE", /names 2 feeds: http:\S+\/feed \("News"\), http:\S+\/sport \("Sport"\)/],
  ["/bare", "PACTA_FEED_NONE", /names no feed/],
  ["/circle", "PACTA_FEED_BROKEN", /as its feed is a page/],
  ["/words", "PACTA_FEED_NONE", /./],
  ["/list.opml", "PACTA_ADDRESS_LIST", /list of 1 feeds/],
  ["/gone", "PACTA_FETCH_STATUS", /410/],
  ["/none", "PACTA_FETCH_STATUS", /404/],
  [`/feed?${"x".repeat(2000)}`, "PACTA_FETCH_STATUS", /404/],
  ["http://10.0.0.1/feed", "PACTA_FETCH_PRIVATE", /private/],
  ["ftp://post.example/feed", "PACTA_FETCH_ADDRESS", /./],
  ["no address", "PACTA_FETCH_ADDRESS", /./],
])("%s is no feed: %s", async (path, code, what) => {
  const before = await settings.feeds.list();
  const result = await follow(path);
  expect(result).toMatchObject({ kind: "failure", error: { code, message: expect.stringMatching(what), place: { source: expect.any(String) } } });
  expect(await settings.feeds.list()).toEqual(before);
});
