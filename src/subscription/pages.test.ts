// A memory of pages: what is asked as new, and what only if it changed.
import { expect, test } from "vitest";
import { PactaError } from "../error.ts";
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

test("a memory that can be neither read nor written ends no run: its pages are asked for as new, and that is said once", async () => {
  const full = async (): Promise<never> => Promise.reject(new PactaError("PACTA_SETTINGS_STORE", "the disk is full", "Make room"));
  const { settings, asked, pages } = await memory();
  const said: string[] = [];
  const forgetful = pages({ pages: { ...settings.pages, get: full, put: full }, forgot: ({ code }) => said.push(code) });
  for (const _ of [1, 2]) {
    expect((await forgetful.fetch(PAGE)).kind).toBe("fetched");
    await forgetful.read(PAGE, "boats");
  }
  expect(asked).toEqual([undefined, undefined]);
  expect(said).toEqual(["PACTA_SETTINGS_STORE"]);
  await settings.close();
});

test("what the ledger throws, and a defect, is no matter of the memory", async () => {
  const { settings, pages } = await memory();
  const first = pages();
  await first.fetch(PAGE);
  await first.read(PAGE, "boats");
  const locked = new PactaError("PACTA_LEDGER_LOCKED", "another writes", "Wait");
  await expect(pages({ has: async () => Promise.reject(locked) }).fetch(PAGE)).rejects.toBe(locked);
  const broken = pages({ pages: { ...settings.pages, put: async () => Promise.reject(new TypeError("a defect")) } });
  await broken.fetch(PAGE);
  await broken.fetch(`${PAGE}/new`);
  await expect(broken.read(`${PAGE}/new`, "new")).rejects.toThrow("a defect");
  await settings.close();
});
