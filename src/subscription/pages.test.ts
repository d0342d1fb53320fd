// A memory of pages: what is asked as new, and what only if it changed.
import { expect, test } from "vitest";
import { openSettings } from "../settings/index.ts";
import type { FetchRequest, FetchResult } from "../source/index.ts";
import { pagesWith } from "./pages.ts";
import type { PageSetting } from "./pages.ts";

const PAGE = "https://post.example/boats";

/** A server that has the page under one tag, and what it was asked with. */
function server(etag: string | undefined) {
  const asked: (FetchRequest["validators"] | undefined)[] = [];
  const fetch = async (url: string, { validators }: FetchRequest = {}): Promise<FetchResult> => {
    asked.push(validators);
    const way = { url, redirects: [], validators: etag === undefined ? {} : { etag } };
    return etag !== undefined && validators?.etag === etag ? { kind: "not-modified", ...way } : { kind: "fetched", ...way, bytes: new Uint8Array() };
  };
  return { asked, fetch };
}

async function memory(more: Partial<PageSetting> = {}) {
  const settings = await openSettings(":memory:");
  const { asked, fetch } = server('"1"');
  const pages = (again: Partial<PageSetting> = {}) =>
    pagesWith({ fetch, pages: settings.pages, reader: async () => "reader-1", has: async () => true, ...more, ...again });
  return { settings, asked, pages };
}

test("a page that was read is asked for only if it changed, from then on and in later runs", async () => {
  const { settings, asked, pages } = await memory();
  const first = pages();
  expect((await first.fetch(`${PAGE}#top`)).kind).toBe("fetched");
  expect((await first.fetch(PAGE)).kind).toBe("fetched");
  await first.read(PAGE, "boats");
  expect((await first.fetch(PAGE)).kind).toBe("not-modified");
  expect((await pages().fetch(`${PAGE}#end`)).kind).toBe("not-modified");
  expect(asked).toEqual([undefined, undefined, { etag: '"1"' }, { etag: '"1"' }]);
  expect(await settings.pages.list()).toEqual([{ id: PAGE, etag: '"1"', document: "boats", reader: "reader-1" }]);
  await settings.close();
});

test.each<[string, Partial<PageSetting>]>([
  ["another reader", { reader: async () => "reader-2" }],
  ["a ledger that does not have its document", { has: async () => false }],
  ["who wants it as new", { anew: true }],
  ["a memory that cannot be read", { has: async () => Promise.reject(new Error("no ledger")) }],
])("it is asked for as new by %s", async (_, again) => {
  const { settings, asked, pages } = await memory();
  const first = pages();
  await first.fetch(PAGE);
  await first.read(PAGE, "boats");
  expect((await pages(again).fetch(PAGE)).kind).toBe("fetched");
  expect(asked).toEqual([undefined, undefined]);
  await settings.close();
});

test("what came without anything to ask by, was never fetched, or has too long an address is not remembered", async () => {
  const settings = await openSettings(":memory:");
  const pages = pagesWith({ fetch: server(undefined).fetch, pages: settings.pages, reader: async () => "r", has: async () => true });
  await pages.fetch(PAGE);
  await pages.read(PAGE, "boats");
  await pages.read("https://post.example/other", "other");
  const long = `${PAGE}?${"x".repeat(2000)}`;
  expect((await pages.fetch(long)).kind).toBe("fetched");
  await pages.read(long, "long");
  expect(await settings.pages.list()).toEqual([]);
  await settings.close();
});
