// What settings must do, whatever store they lie in.
import { describe, expect, test } from "vitest";
import type { Settings } from "./settings.ts";
import { WATCHING } from "./watching.fixture.ts";

/** Opens settings; the same `name` again opens the same. `at` is what the clock says. */
export type Opening = (name: string, at?: string) => Promise<Settings>;

const NOON = "2026-03-05T12:00:00.000Z";

const CASES: Readonly<Record<string, (open: Opening, name: string) => Promise<void>>> = {
  ...WATCHING,

  "admits by a secret that was given once, and keeps only its hash": async (open, name) => {
    const settings = await open(name, NOON);
    const { token, secret } = await settings.tokens.add({ name: "archive", role: "reader" });
    expect(secret).toMatch(/^pacta_[A-Za-z0-9_-]{43}$/);
    expect(token).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}$/), name: "archive", role: "reader", made: NOON });
    expect(await settings.tokens.admit(secret)).toEqual({ ...token, used: "2026-03-05" });
    for (const wrong of ["", "pacta_", secret.slice(0, -1), token.id]) expect(await settings.tokens.admit(wrong)).toBeUndefined();
    expect(JSON.stringify(await settings.tokens.list())).not.toContain(secret.slice(6));
    await settings.close();
  },

  "admits nobody by a revoked token, nor the day after it expires": async (open, name) => {
    const settings = await open(name, NOON);
    const first = await settings.tokens.add({ name: "a", role: "reviewer", expires: "2026-03-05" });
    const second = await settings.tokens.add({ name: "b", role: "reader" });
    expect((await settings.tokens.admit(first.secret))?.role).toBe("reviewer");
    expect([await settings.tokens.revoke(second.token.id), await settings.tokens.revoke(second.token.id)]).toEqual([true, false]);
    expect(await settings.tokens.revoke("nobody")).toBe(false);
    expect(await settings.tokens.admit(second.secret)).toBeUndefined();
    await settings.close();
    const later = await open(name, "2026-03-06T00:00:00.000Z");
    expect(await later.tokens.admit(first.secret)).toBeUndefined();
    const told = new Map((await later.tokens.list()).map(({ id, revoked, used }) => [id, { revoked, used }]));
    expect(told.get(first.token.id)).toEqual({ revoked: undefined, used: "2026-03-05" });
    expect(told.get(second.token.id)).toEqual({ revoked: NOON, used: undefined });
    await later.close();
  },

  "keeps watches and feeds apart, by id, also when it is opened again": async (open, name) => {
    const settings = await open(name);
    const watch = { id: "w2", name: "Iran", about: { party: "IRN" }, made: NOON };
    const other = { id: "w1", name: "Gas", about: { search: "gas pipeline" }, made: NOON };
    const feed = { id: "https://example.org/feed", made: NOON, etag: '"x"' };
    for (const one of [watch, other]) await settings.watches.put(one);
    await settings.feeds.put(feed);
    await settings.feeds.put({ ...feed, polled: "2026-03-06T00:00:00Z" });
    await settings.close();
    const again = await open(name);
    expect(await again.watches.list()).toEqual([other, watch]);
    expect(await again.watches.get("w2")).toEqual(watch);
    expect(await again.watches.get(feed.id)).toBeUndefined();
    expect(await again.feeds.list()).toEqual([{ ...feed, polled: "2026-03-06T00:00:00Z" }]);
    expect([await again.watches.remove("w2"), await again.watches.remove("w2"), await again.watches.remove(feed.id)]).toEqual([true, false, false]);
    expect(await again.watches.list()).toEqual([other]);
    await again.close();
  },

  "refuses a record that is none, and keeps what was there": async (open, name) => {
    const settings = await open(name);
    const watch = { id: "w", name: "Iran", about: { party: "IRN" }, made: NOON };
    await settings.watches.put(watch);
    const wrong = { ...watch, about: { party: "" } };
    await expect(settings.watches.put(wrong)).rejects.toMatchObject({ code: "PACTA_SETTINGS_RECORD" });
    await expect(settings.feeds.put({ id: "no address", made: NOON })).rejects.toMatchObject({ code: "PACTA_SETTINGS_RECORD" });
    expect(await settings.watches.get("w")).toEqual(watch);
    await settings.close();
  },

  "loses no change of those who change one record at the same time": async (open, name) => {
    const both = [await open(name), await open(name)];
    const id = "https://example.org/feed";
    const once = async (settings: Settings | undefined) =>
      await settings?.feeds.change(id, (before) => {
        const { polls = 0, ...rest } = before?.counts ?? {};
        return { id, made: NOON, ...before, counts: { entries: 0, documents: 0, ...rest, polls: polls + 1 } };
      });
    await Promise.all(Array.from({ length: 20 }, (_, i) => once(both[i % 2])));
    expect((await both[0]?.feeds.get(id))?.counts).toEqual({ polls: 20, entries: 0, documents: 0 });
    const wrong = both[0]?.feeds.change(id, (before) => ({
      id,
      made: "yesterday",
      counts: before?.counts ?? { polls: 0, entries: 0, documents: 0 },
    }));
    await expect(wrong).rejects.toMatchObject({ code: "PACTA_SETTINGS_RECORD" });
    expect(await both[1]?.feeds.change(id, () => undefined)).toBeUndefined();
    expect(await both[1]?.feeds.change(id, (before) => before)).toBeUndefined();
    expect(await both[0]?.feeds.list()).toEqual([]);
    for (const settings of both) await settings.close();
  },

  "keeps what was seen of feeds, pages and turns, each apart from the others": async (open, name) => {
    const settings = await open(name);
    const id = "https://example.org/feed";
    const seen = {
      id,
      entries: [
        { key: "k", print: "p", tries: 2 },
        { key: "l", print: "q" },
      ],
    };
    const page = { id, etag: '"x"', document: id, reader: "pacta-1" };
    const turn = { id, holder: "me", until: NOON };
    await settings.seen.put(seen);
    await settings.pages.put(page);
    await settings.turns.put(turn);
    expect([await settings.seen.list(), await settings.pages.list(), await settings.turns.list()]).toEqual([[seen], [page], [turn]]);
    expect(await settings.feeds.list()).toEqual([]);
    await settings.close();
  },

  "keeps views, and refuses one of what cannot be listed": async (open, name) => {
    const settings = await open(name);
    const view = { id: "v", name: "Gas, youngest first", of: "deals", query: "item=gas&sort=last", made: NOON, changed: NOON } as const;
    await settings.views.put(view);
    await settings.views.put({ ...view, id: "u", query: "" });
    await settings.close();
    const again = await open(name);
    expect(await again.views.list()).toEqual([{ ...view, id: "u", query: "" }, view]);
    for (const wrong of [{ query: "x".repeat(4001) }, { name: " " }, { of: "tokens" as "deals" }])
      await expect(again.views.put({ ...view, ...wrong })).rejects.toMatchObject({ code: "PACTA_SETTINGS_RECORD" });
    expect(await again.watches.get("v")).toBeUndefined();
    await again.close();
  },

  "is made once by processes that open it at the same time": async (open, name) => {
    const all = await Promise.all(Array.from({ length: 4 }, () => open(name)));
    await Promise.all(all.map((settings, n) => settings.tokens.add({ name: `n${n}`, role: "reader" })));
    expect((await all[0]?.tokens.list())?.length).toBe(4);
    for (const settings of all) await settings.close();
  },

  "says with a code that it is closed": async (open, name) => {
    const settings = await open(name);
    await settings.close();
    await settings.close();
    await expect(settings.tokens.list()).rejects.toMatchObject({ code: "PACTA_SETTINGS_CLOSED" });
  },
};

let names = 0;

/** Runs the contract on settings that `open` opens. */
export function settingsContract(store: string, open: Opening): void {
  describe(`settings in ${store}`, () => {
    test.for(Object.entries(CASES))("%s", async ([, run]) => {
      expect.hasAssertions();
      await run(open, `s${(names += 1)}`);
    });
  });
}
