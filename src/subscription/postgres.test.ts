// Polling with settings on a server: what they promise is in the contract; here, that polls live by it.
import { describe, expect, test } from "vitest";
import { freshAddress, hasPostgres, requirePostgres } from "../ledger/postgres/shared.fixture.ts";
import { openSettings } from "../settings/index.ts";
import { entry, feed, page, tagged, WORDS, world } from "./poll.fixture.ts";
import { turnsOf } from "./turn.ts";

requirePostgres("src/subscription/postgres.test.ts");

describe.runIf(hasPostgres)("settings on a server", () => {
  test("two processes poll at once and again: each entry is read once, and both know it", async () => {
    const names = Array.from({ length: 8 }, (_, i) => `n${i}`);
    const pages = Object.fromEntries(names.map((name) => [`/${name}`, tagged(`"${name}"`, page(name, `${WORDS} ${name}.`))]));
    const here = await world({ "/feed": tagged('"1"', feed(names.map((name) => entry(name)).join(""))), ...pages });
    const address = await freshAddress();
    const both = await Promise.all([openSettings(address), openSettings(address)]);
    await both[0]?.feeds.put({ id: `${here.web.url}/feed`, made: "2030-01-01T00:00:00.000Z" });
    const polls = async () => {
      const lists = await Promise.all(both.map((settings) => settings.feeds.list()));
      return (
        await Promise.all(both.map((settings, i) => here.pollWith(lists[i] ?? [], { settings, turns: turnsOf(settings.turns, `p${i}`) })))
      ).flat();
    };
    const first = await polls();
    expect(first.map(({ result }) => result).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["answered", "busy"]);
    expect(first.reduce((sum, { documents }) => sum + documents, 0)).toBe(8);
    expect((await both[1]?.seen.list())?.map(({ entries }) => entries.length)).toEqual([8]);
    expect(await both[1]?.turns.list()).toEqual([]);
    expect((await polls()).map(({ result }) => result)).toContain("unchanged");
    for (const settings of both) await settings.close();
    await here.close();
  });
});
