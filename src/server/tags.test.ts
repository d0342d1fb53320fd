// Tags of answers by the head of the chain: the same until something is appended, refused like everything else, and answered without a look at the book.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asRead, SALE, TREATY } from "../deal/book/having.fixture.ts";
import type { DealBook } from "../deal/index.ts";
import { openLedger } from "../ledger/index.ts";
import { openSettings } from "../settings/index.ts";
import { API, apiOf } from "./api.ts";
import { openLog } from "./observe/index.ts";
import { openDesk } from "./open-desk.ts";
import { serving } from "./server.fixture.ts";

const reports = [...SALE, TREATY].map(asRead);
const OF_BOOK = [
  "deals",
  "deals?party=NOR&limit=1",
  "changes",
  "parties",
  "parties/NOR",
  "items?begins=q",
  "items/q-70",
  "search/claims?q=launchers",
  "search/documents?q=launchers",
  "search?q=launchers",
];
/** Of the book too, and answered in the thread for long questions. */
const OF_ASKER = ["deals?known=2015-12-31", "review", "parties/NOR/network", "items/q-70/network"];
const OF_CHAIN = ["claims", "documents", "documents/a", "documents/b/standing", "documents/a/copies", "documents/a/readings", "decisions"];
const OF_SETTINGS = ["watches", "views", "jobs", "feeds", "tokens", "deliveries"];

test("an answer is tagged by the head of the chain, until something is appended; settings are by what is answered", async () => {
  await serving(reports.slice(0, 2), {}, async (server) => {
    const tagOf = async (to: string) => (await server.ask(to)).headers.get("etag") ?? "";
    const tags = await Promise.all([...OF_BOOK, ...OF_ASKER, ...OF_CHAIN].map(tagOf));
    expect(new Set(tags).size).toBe(OF_BOOK.length + OF_ASKER.length + OF_CHAIN.length);
    for (const [at, to] of [...OF_BOOK, ...OF_ASKER, ...OF_CHAIN].entries()) {
      const etag = tags[at] ?? "";
      expect([to, etag]).toEqual([to, expect.stringMatching(/^W\/"[0-9a-f]{32}"$/)]);
      for (const told of [etag, `"other", ${etag}`])
        expect(await server.ask(to, { headers: { "if-none-match": told } })).toMatchObject({ status: 304, body: "" });
      expect((await server.ask(to, { headers: { "if-none-match": `"other"` } })).status).toBe(200);
    }
    const settings = await Promise.all(OF_SETTINGS.map(tagOf));
    expect(settings).not.toContain("");
    expect(settings.filter((tag) => tag.startsWith("W/"))).toEqual([]);
    const other = await openLedger(server.ledger);
    await other.appendReadings(reports.slice(2), "r1");
    await other.close();
    for (const [at, to] of [...OF_BOOK, ...OF_ASKER, ...OF_CHAIN].entries())
      expect([to, (await server.ask(to, { headers: { "if-none-match": tags[at] ?? "" } })).status]).toEqual([to, 200]);
    expect(await Promise.all(OF_SETTINGS.map(tagOf))).toEqual(settings);
  });
});

test("what is refused is not tagged by the head, and a tag lets nobody in", async () => {
  await serving(reports, { withTokens: true, tokens: true }, async (server, { reader, admin }) => {
    const etag = (await server.ask("deals", { secret: admin })).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await server.ask("deals", { headers })).status).toBe(401);
    expect((await server.ask("deals", { headers, secret: reader })).status).toBe(304);
    const refused = await server.ask("deals/nothing", { secret: reader });
    expect([refused.status, refused.headers.get("etag") ?? ""]).toEqual([404, expect.not.stringContaining("W/")]);
  });
});

test("who has the answer is told so without a question to the book", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-tags-"));
  const closing: (() => Promise<void>)[] = [];
  try {
    const path = join(folder, "deals.db");
    const ledger = await openLedger(path);
    closing.push(() => ledger.close());
    await ledger.appendReadings(reports, "r1");
    const settings = await openSettings(path);
    closing.push(() => settings.close());
    const log = openLog("silent");
    const desk = await openDesk({ ledger: path, version: "1", allow: "" }, { ledger, settings, log }, closing);
    const asked: string[] = [];
    const book = new Proxy(desk.book, {
      get: (of: DealBook, name: keyof DealBook) => {
        const value = of[name];
        if (typeof value === "function") asked.push(name);
        return value;
      },
    });
    const limits = { isLoopback: true, open: true, names: [], rate: 1000, body: 1e6, time: 60_000, slow: 1e6 };
    const api = apiOf({ ...desk, book }, limits);
    const ask = async (to: string, tag = "") => {
      const headers = { host: "127.0.0.1", ...(tag === "" ? {} : { "if-none-match": tag }) };
      return api.request(`http://127.0.0.1${API}/${to}`, { headers }, { incoming: { socket: { remoteAddress: "127.0.0.1" } } });
    };
    await desk.keeper.reach((await ledger.head()).seq, 60_000);
    for (const to of OF_BOOK) {
      const first = await ask(to);
      expect([to, first.status, asked.length > 0]).toEqual([to, 200, true]);
      asked.length = 0;
      expect([to, (await ask(to, first.headers.get("etag") ?? "")).status, asked]).toEqual([to, 304, []]);
    }
  } finally {
    for (const close of closing.toReversed()) await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
