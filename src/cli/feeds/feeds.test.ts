// `pacta feeds` against a real server: followed, polled, killed, shared, handed on. Where processes matter it is started as one.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { openSettings } from "../../settings/index.ts";
import { rss } from "../../source/feed/feed.fixture.ts";
import { serve } from "../../source/fetch/web.fixture.ts";
import type { Site, TestSite } from "../../source/fetch/web.fixture.ts";
import { briefs, freshFolder, pactaBeside, pactaHere, startPacta, write } from "../cli.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

const ALLOWED = { PACTA_FETCH_ALLOW: "127.0.0.1" };
const NOW = ["--fetch-delay", "0", "--workers", "1"];

let folder: string;
let site: Record<string, Site[string]>;
let web: TestSite;
beforeEach(async () => {
  folder = freshFolder();
  site = {};
  web = await serve(site);
});
afterEach(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => pactaHere(folder, args, ALLOWED);
const paths = () => web.asked.map(({ path }) => path).filter((path) => path !== "/robots.txt");

function tagged(etag: string, type: string, body: string): Site[string] {
  return (response, request) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { "content-type": type, etag }).end(body);
  };
}

/** A feed of so many reports, with their pages. */
function publish(count: number): void {
  const reports = briefs(count);
  for (const [i, { heading, text }] of reports.entries()) {
    const body = `<!doctype html><html lang="en"><head><title>${heading}</title></head><body><article><h1>${heading}</h1><p>${text}</p></article></body></html>`;
    site[`/${i}`] = tagged(`"page-${i}"`, "text/html", body);
  }
  const entries = reports.map(
    ({ heading, date }, i) =>
      `<item><title>${heading}</title><link>/${i}</link><guid isPermaLink="false">${i}</guid><pubDate>${date}T10:00:00Z</pubDate></item>`,
  );
  site["/feed"] = tagged(`"feed-${count}"`, "application/rss+xml", rss(entries.join(""), "<title>The Daily Post</title>"));
}

const counted = z.record(z.string(), z.int());
const summary = z.looseObject({
  feeds: z.looseObject({ polled: z.int(), news: z.int(), unchanged: z.int(), busy: z.int(), notDue: z.int(), failed: counted }),
  entries: counted,
  documents: z.looseObject({ new: z.int(), known: z.int(), failed: counted }),
});
const POLL = ["feeds", "poll", "--json", ...NOW];
const polled = async (...args: readonly string[]) => summary.parse((await run(...POLL, ...args)).json()[0]);
const polledApart = async () => summary.parse((await pactaBeside(folder, POLL, ALLOWED)).json()[0]);
const seqOf = async (): Promise<number> => z.looseObject({ seq: z.int() }).parse((await run("verify", "--json")).json()[0]).seq;

test("a feed is added, polled when it is due, listed, handed on as OPML and removed", async () => {
  publish(3);
  const id = `${web.url}/feed`;
  expect(await run("feeds")).toMatchObject({ code: 0, out: "no feeds are followed: pacta feeds add URL\n" });
  expect(await run("feeds", "add", id, `${web.url}/none`, "--every", "10m", "--folder", "Press/World")).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^followed: "The Daily Post" \S+\/feed \(3 entries;/),
    err: expect.stringMatching(/^PACTA_FETCH_STATUS: .*\/none\)/),
  });
  const first = await run("feeds", "poll", ...NOW);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toMatch(/^feeds {9}1 polled: 1 with news\nentries {7}3 new, 3 read\nnext {10}in 1[01] min: The Daily Post\n/);
  expect(first.out).toMatch(/^new {11}3$/m);
  expect((await run("claims", "--jsonl")).json().length).toBeGreaterThanOrEqual(3);
  expect((await run("feeds", "poll")).out).toBe(
    "feeds         0 polled: 1 not due\nentries       0 new\nnext          in 10 min: The Daily Post\n".replace(
      "10 min",
      /in (\d+ min)/.exec(first.out)?.[1] ?? "",
    ),
  );
  expect(await polled("--all")).toMatchObject({ feeds: { polled: 1, news: 0, unchanged: 1, failed: {} }, documents: { new: 0 } });
  expect(paths()).toEqual(["/feed", "/none", "/feed", "/0", "/1", "/2", "/feed"]);
  expect((await run("feeds", "list")).out).toMatch(/^DUE .*\nin 1\d min +\d+ s ago +\d+ s ago +3 +ok +The Daily Post {2}http/);
  expect((await run("feeds", "--json")).json()).toMatchObject([
    [{ id, every: 600, folders: ["Press", "World"], counts: { polls: 2, entries: 3, documents: 3 } }],
  ]);
  const list = join(folder, "list.opml");
  expect((await run("feeds", "export", list)).out).toBe(`1 feeds are listed in ${list}\n`);
  expect(await run("feeds", "export", list)).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_FEEDS_UNWRITABLE") });
  expect(await run("feeds", "remove", `${web.url}/fed`)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^PACTA_FEED_UNKNOWN: .*Did you mean http\S+\/feed\?/),
  });
  expect((await run("feeds", "remove", id)).code).toBe(0);
  expect((await run("feeds", "import", list, "--json")).json()).toEqual([{ listed: 1, added: 1, known: 0 }]);
  expect((await run("feeds", "import", list)).out).toMatch(/^0 of 1 feeds are followed now; 1 were before/);
  expect((await run("feeds", "--json")).json()).toMatchObject([[{ id, title: "The Daily Post", folders: ["Press", "World"] }]]);
  expect((await run("feeds", "export")).out).toBe(readFileSync(list, "utf8"));
  // What was read stays, and is known when the feed is followed anew.
  expect(await polled()).toMatchObject({ entries: { new: 3, unchanged: 3 }, documents: { new: 0, failed: {} } });
  expect(await seqOf()).toBe(6);
});

test("what goes wrong is told with its code, counted, and ends in exit code 1", async () => {
  site["/feed"] = (response) => void response.writeHead(429, { "retry-after": "7200" }).end();
  site["/a-gone"] = (response) => void response.writeHead(410).end();
  const settings = await openSettings(join(folder, "pacta.db"));
  for (const path of ["/a-gone", "/feed"]) await settings.feeds.put({ id: web.url + path, made: new Date().toISOString() });
  await settings.close();
  const ended = await run("feeds", "poll", ...NOW);
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/^PACTA_FEED_GONE: .*\nPACTA_FETCH_BUSY: .*\n$/);
  expect(ended.out).toMatch(
    /^feeds {9}2 polled\nfeed errors {3}2: PACTA_FEED_GONE 1, PACTA_FETCH_BUSY 1\nended {9}\S+\/a-gone is gone for good\nentries {7}0 new\nnext {10}in 2 h/,
  );
  expect((await run("feeds")).out).toMatch(/^- .*ended: gone for good .*\nin 2 h .* 1 error \(PACTA_FETCH_BUSY\) /m);
  expect((await run("feeds", "poll", "--all", ...NOW)).out).toMatch(/^feeds {9}1 polled\n/);
  expect(await run("feeds", "poll", "http://other.example/")).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_FEED_UNKNOWN") });
});

test.each([
  [["add"], "PACTA_USAGE_ARGUMENT"],
  [["add", "https://a.example/", "--every", "soon"], "PACTA_USAGE_VALUE"],
  [["add", "https://a.example/", "--since", "soon"], "PACTA_USAGE_DAY"],
  [["poll", "--most", "0"], "PACTA_USAGE_VALUE"],
  [["poll", "--text", "none"], "PACTA_USAGE_VALUE"],
  [["follow"], "PACTA_USAGE_COMMAND"],
])("pacta feeds %s is a usage error", async (args, code) => {
  expect(await run("feeds", ...args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(code) });
});

test("a list that is none, or is not there, adds nothing", async () => {
  write(folder, { "bad.opml": "<opml><body>", "bombs.opml": '<!DOCTYPE opml [<!ENTITY a "b">]><opml/>' });
  for (const [file, code] of [
    ["bad.opml", "PACTA_OPML_BROKEN"],
    ["bombs.opml", "PACTA_XML_ENTITIES"],
    ["none.opml", "PACTA_INPUT_MISSING"],
  ] as const)
    expect(await run("feeds", "import", join(folder, file))).toMatchObject({
      code: 1,
      err: expect.stringMatching(new RegExp(`^${code}: .*${file}`)),
    });
  expect((await run("feeds")).out).toMatch(/^no feeds/);
});

test("a poll that is killed in the middle loses nothing and doubles nothing, and nobody waits for its turn to end", async () => {
  const COUNT = 40;
  publish(COUNT);
  const answer = site["/30"] ?? "";
  site["/30"] = () => undefined;
  await run("feeds", "add", `${web.url}/feed`);
  const child = startPacta(folder, ["feeds", "poll", "--fetch-allow", "127.0.0.1", ...NOW]);
  // A page does not come, and what came before it is appended after three seconds.
  await vi.waitFor(async () => expect(await seqOf()).toBeGreaterThan(0), { timeout: 60_000, interval: 500 });
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGKILL");
  await ended;
  const before = await seqOf();
  expect(before).toBeLessThan(2 * COUNT);
  site["/30"] = answer;
  expect(await polled()).toMatchObject({ feeds: { polled: 1, busy: 0 }, documents: { failed: {} } });
  expect(await seqOf()).toBe(2 * COUNT);
  expect(await polled("--all")).toMatchObject({ feeds: { unchanged: 1 }, documents: { new: 0 } });
});

test("two processes that poll at once read everything once", async () => {
  publish(12);
  await run("feeds", "add", `${web.url}/feed`);
  const both = await Promise.all([polledApart(), polledApart()]);
  expect(both.reduce((sum, { feeds }) => sum + feeds.polled, 0)).toBe(1);
  expect(both.reduce((sum, { feeds }) => sum + feeds.busy, 0)).toBeLessThanOrEqual(1);
  expect(both.reduce((sum, { documents }) => sum + documents.new, 0)).toBe(12);
  expect(await seqOf()).toBe(24);
  expect((await run("feeds", "--json")).json()).toMatchObject([[{ counts: { polls: 1, entries: 12, documents: 12 } }]]);
});

test("with --watch feeds are polled when they are due until an interrupt, which is a good end", async () => {
  publish(1);
  await run("feeds", "add", `${web.url}/feed`);
  const child = startPacta(folder, ["feeds", "poll", "--watch", "--json", "--fetch-allow", "127.0.0.1", ...NOW]);
  let out = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  await vi.waitFor(() => expect(out).toContain("\n"), { timeout: 60_000 });
  // Another process makes it due again, and has news for it.
  publish(2);
  const settings = await openSettings(join(folder, "pacta.db"));
  await settings.feeds.change(`${web.url}/feed`, (feed) => (feed === undefined ? feed : { ...feed, due: feed.made }));
  await settings.close();
  await vi.waitFor(() => expect(out.split("\n")).toHaveLength(3), { timeout: 90_000 });
  child.kill("SIGINT");
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  const rounds = out
    .split("\n")
    .slice(0, 2)
    .map((line) => summary.parse(JSON.parse(line)));
  expect(rounds.map(({ documents }) => documents.new)).toEqual([1, 1]);
});

test("pacta read asks a server only for pages that changed, tells how many did not, and with --refetch for all", async () => {
  publish(2);
  const pages = [`${web.url}/0`, `${web.url}/1`];
  const read = async (...args: readonly string[]) => (await run("read", ...pages, "--json", ...NOW, ...args)).json()[0];
  expect(await read()).toMatchObject({ documents: 2, new: 2 });
  expect(await read("--dry-run")).toMatchObject({ documents: 2 });
  expect((await run("read", ...pages, ...NOW)).out).toMatch(/^unchanged {5}2 \(their servers say so\)$/m);
  expect(await read("--refetch")).toMatchObject({ documents: 2, known: 2, failed: {} });
  // Another day, an older reader's reading and a ledger that is gone are reasons to ask as new.
  expect(await read("--date", "2015-01-20")).toMatchObject({ documents: 2, reread: 0 });
  const settings = await openSettings(join(folder, "pacta.db"));
  for (const page of await settings.pages.list()) await settings.pages.put({ ...page, reader: "pacta-0" });
  await settings.close();
  expect(await read()).toMatchObject({ documents: 2, known: 2 });
  expect(await read()).toMatchObject({ documents: 0, unchanged: 2, failed: {} });
  for (const suffix of ["", "-wal", "-shm"]) rmSync(join(folder, `pacta.db${suffix}`), { force: true });
  expect(await read()).toMatchObject({ documents: 2, new: 2 });
});
