// A world to poll in: a small web, settings and a ledger in memory, and a clock that is moved by hand.
import { loadDocumentSetting } from "../document/index.ts";
import type { Outcome } from "../document/index.ts";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { openSettings } from "../settings/index.ts";
import type { Feed, Settings } from "../settings/index.ts";
import { rss } from "../source/feed/feed.fixture.ts";
import { guest, serve } from "../source/fetch/web.fixture.ts";
import type { Site, TestSite } from "../source/fetch/web.fixture.ts";
import type { FetcherOptions } from "../source/index.ts";
import { pagesWith } from "./pages.ts";
import { poll } from "./poll.ts";
import type { Kept, Polled, PollEvent, PollSetting } from "./polled.ts";
import { turnsOf } from "./turn.ts";

/** Any answer of a site, to be changed while it is served. */
export type Changing = Record<string, Site[string]>;

/** Where feeds are polled. */
export interface World {
  readonly web: TestSite;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly clock: { now: number };
  readonly events: PollEvent[];
  /** Follows a feed of the site. */
  readonly follow: (path: string, more?: Partial<Feed>) => Promise<void>;
  readonly feed: (path: string) => Promise<Feed | undefined>;
  /** Polls all feeds, whether they are due or not. */
  readonly poll: (more?: Partial<PollSetting>) => Promise<readonly Polled[]>;
  /** Polls these feeds. */
  readonly pollWith: (feeds: readonly Feed[], more?: Partial<PollSetting>) => Promise<readonly Polled[]>;
  /** The texts of the ledger's documents, by path, newest version. */
  readonly texts: () => Promise<Record<string, string>>;
  /** The paths that were asked for since the last call, without robots.txt. */
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
}

const READER = "reader-1";

/** The beginning of the clock. */
export const BEGIN = Date.UTC(2030, 0, 2);

/** A world with a site that may change. */
export async function world(site: Changing, options: Partial<FetcherOptions> = {}): Promise<World> {
  const [web, settings, ledger] = [await serve(site), await openSettings(":memory:"), await openLedger(":memory:")];
  const clock = { now: BEGIN };
  const events: PollEvent[] = [];
  const { fetch } = guest(options);
  const documents = loadDocumentSetting();
  const has = async (document: string) => (await ledger.reading(document)) !== undefined;
  const pages = pagesWith({ fetch, pages: settings.pages, reader: async () => READER, has });
  let heard = 0;
  const setting = (more: Partial<PollSetting>): PollSetting => ({
    settings,
    turns: turnsOf(settings.turns, "me"),
    fetch,
    pages,
    documents,
    keep: (outcomes) => kept(outcomes, ledger),
    clock: { now: () => clock.now, sleep: async () => undefined, chance: () => 0 },
    heard: (event) => void events.push(event),
    ...more,
  });
  return {
    web,
    settings,
    ledger,
    clock,
    events,
    follow: (path, more = {}) => settings.feeds.put({ id: `${web.url}${path}`, made: new Date(BEGIN).toISOString(), ...more }),
    feed: (path) => settings.feeds.get(`${web.url}${path}`),
    pollWith: (feeds, more = {}) => poll(feeds, setting(more)),
    poll: async (more = {}) => poll(await settings.feeds.list(), setting(more)),
    texts: async () => {
      const texts: Record<string, string> = {};
      for await (const { id, version } of ledger.documents()) texts[id.replace(web.url, "")] = (await ledger.document(id, version))?.text ?? "";
      return texts;
    },
    asked: () => {
      const paths = web.asked.map(({ path }) => path).filter((path) => path !== "/robots.txt");
      return paths.slice(heard, (heard = paths.length));
    },
    close: async () => {
      await Promise.all([web.close(), settings.close(), ledger.close()]);
    },
  };
}

/** What the command line does with a model: here nothing is read out of the texts. */
async function* kept(outcomes: AsyncIterable<Outcome>, ledger: Ledger): AsyncGenerator<Kept> {
  for await (const outcome of outcomes) {
    if (outcome.kind === "failure") yield outcome;
    else {
      const { document } = outcome;
      const { appended } = await ledger.appendReading(document, { id: document.id, claims: [], abstained: [] }, READER);
      yield { kind: "taken", document, appended: appended.document ? "document" : appended.reading ? "reading" : "nothing" };
    }
  }
}

/** A page of the site. */
export function page(title: string, words: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`;
}

/** Answers with headers, and with 304 to who has what it gives. */
export function tagged(etag: string, body: string, headers: Record<string, string> = {}): Site[string] {
  return (response, request) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag, ...headers }).end();
    else response.writeHead(200, { "content-type": "text/html", etag, ...headers }).end(body);
  };
}

/** What the pages of the site say. */
export const WORDS = "Norway signed a contract with Portugal for two patrol boats, the ministry said on Tuesday.";
/** As much as an article. */
export const LONG = `${WORDS} `.repeat(5);

/** One entry of RSS that points to a page of the site. */
export function entry(name: string, more = ""): string {
  return `<item><title>Report ${name}</title><link>/${name}</link><guid isPermaLink="false">${name}</guid><pubDate>Tue, 01 Jan 2030 10:00:00 GMT</pubDate>${more}</item>`;
}

/** A feed of entries. */
export function feed(entries: string, channel = "<title>The Daily Post</title>"): string {
  return rss(entries, channel);
}

/** An answer. */
export function gives(status: number, headers: Record<string, string> = {}, body = ""): Site[string] {
  return (response) => void response.writeHead(status, { "content-type": "application/xml", ...headers }).end(body);
}

/** Milliseconds until a feed is due. */
export async function dueIn({ feed: feedAt, clock }: World, path: string): Promise<number> {
  return Date.parse((await feedAt(path))?.due ?? "") - clock.now;
}
