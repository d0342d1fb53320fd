// What goes wrong with feeds that are polled: they move, end, fail, break off and hang, and who polls them is interrupted or not alone.
import { afterEach, expect, test } from "vitest";
import { PactaError } from "../error.ts";
import { BEGIN, LONG, WORDS, dueIn, entry, feed, gives, page, tagged, world } from "./poll.fixture.ts";
import type { Changing, World } from "./poll.fixture.ts";
import { turnsOf } from "./turn.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];

let here: World;
afterEach(() => here.close());

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

test("a ledger that cannot be asked ends the poll; what nobody foresaw of one entry is a failure of that entry", async () => {
  here = await world({ "/feed": feed(entry("a")), "/a": page("Boats", WORDS) });
  await here.follow("/feed");
  const pagesThat = (thrown: Error) => ({ pages: { fetch: async () => Promise.reject(thrown), read: async () => undefined } });
  const broken = new PactaError("PACTA_LEDGER_IO", "the disk is gone", "Look at it");
  await expect(here.poll(pagesThat(broken))).rejects.toMatchObject({ code: "PACTA_LEDGER_IO" });
  here.clock.now += HOUR;
  expect((await here.poll(pagesThat(new Error("odd"))))[0]?.entries).toMatchObject({ failed: 1 });
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
    waits.push((await dueIn(here, "/feed")) / MINUTE);
  }
  expect(waits).toEqual([30, 60, 120]);
  site["/feed"] = gives(429, { "retry-after": "36000" });
  await here.poll();
  expect(await dueIn(here, "/feed")).toBe(10 * HOUR);
  expect(await here.feed("/feed")).toMatchObject({ failing: { code: "PACTA_FETCH_BUSY", times: 4, since: "2030-01-02T00:00:00.000Z" } });
  site["/feed"] = feed(entry("a"));
  site["/a"] = page("Boats", WORDS);
  expect(await here.poll()).toMatchObject([{ result: "answered" }]);
  expect((await here.feed("/feed"))?.failing).toBeUndefined();
  expect(await dueIn(here, "/feed")).toBe(30 * MINUTE);
});

test("a host that asks for rest is left alone with all of its feeds, which is no error of the others; other hosts go on", async () => {
  const site: Changing = { "/1": gives(429, { "retry-after": "36000" }), "/2": feed("") };
  here = await world(site);
  const other = await world({ "/feed": feed("") });
  for (const path of ["/1", "/2"]) await here.follow(path);
  await here.settings.feeds.put({ id: `${other.web.url}/feed`, made: new Date(BEGIN).toISOString() });
  const results = new Map((await here.poll()).map((each) => [each.feed.id, each.result]));
  expect(results).toEqual(
    new Map([
      [`${here.web.url}/1`, "failed"],
      [`${here.web.url}/2`, "spared"],
      [`${other.web.url}/feed`, "answered"],
    ]),
  );
  expect(here.asked()).toEqual(["/1"]);
  expect([await dueIn(here, "/1"), await dueIn(here, "/2")]).toEqual([10 * HOUR, 10 * HOUR]);
  expect(await here.feed("/2")).not.toHaveProperty("failing");
  await other.close();
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
    // It says nothing.
    "/b": () => undefined,
    "/c": page("C", LONG),
  };
  here = await world(site, { stop: controller.signal });
  await here.follow("/feed");
  const heard = async ({ kind }: { readonly kind: string }) => {
    if (kind === "kept") controller.abort();
  };
  const [stopped] = await here.poll({ stop: controller.signal, heard });
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

test("two who poll one feed at once, each sure that it is its turn, lose nothing of what the other wrote and double nothing", async () => {
  const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
  const pages = Object.fromEntries(names.map((name) => [`/${name}`, tagged(`"${name}"`, page(name, `${WORDS} ${name}.`))]));
  here = await world({ "/feed": tagged('"1"', feed(names.map((name) => entry(name)).join(""))), ...pages });
  await here.follow("/feed");
  const sure = (holder: string) => ({ turns: turnsOf(here.settings.turns, holder, () => false) });
  const both = (await Promise.all([here.poll(sure("ada")), here.poll(sure("bob"))])).flat();
  expect(both.map(({ result, entries }) => [result, entries.failed])).toEqual([
    ["answered", 0],
    ["answered", 0],
  ]);
  expect(both.reduce((sum, { documents }) => sum + documents, 0)).toBe(12);
  expect((await here.ledger.head()).seq).toBe(24);
  expect(await here.feed("/feed")).toMatchObject({ counts: { polls: 2, documents: 12 } });
  expect((await here.settings.seen.list()).map(({ entries }) => entries.length)).toEqual([12]);
  expect(await here.poll()).toMatchObject([{ result: "unchanged" }]);
});
