// Turns of several processes with one feed.
import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { openSettings } from "../settings/index.ts";
import { mayLive, thisProcess, turnsOf } from "./turn.ts";

const FEED = "https://post.example/feed";
const MINUTE = 60_000;

test("one holder at a time has a turn, until it ends it, is overdue or is gone", async () => {
  const settings = await openSettings(":memory:");
  const { turns } = settings;
  let dead = "";
  const of = (name: string) => turnsOf(turns, name, (holder) => holder !== dead);
  const [ada, bob, eve] = [of("ada"), of("bob"), of("eve")];
  expect(await Promise.all([ada.take(FEED, 0), bob.take(FEED, 0)])).toEqual([true, false]);
  expect(await ada.take(FEED, 1)).toBe(true);
  await bob.end(FEED);
  expect(await bob.take(FEED, 1)).toBe(false);
  await ada.end(FEED);
  expect(await turns.list()).toEqual([]);
  expect(await bob.take(FEED, 2)).toBe(true);
  expect(await ada.take(FEED, 6 * MINUTE)).toBe(true);
  dead = "ada";
  expect(await eve.take(FEED, 6 * MINUTE)).toBe(true);
  await settings.close();
});

test("a turn that is taken again in time lasts", async () => {
  const settings = await openSettings(":memory:");
  const { turns } = settings;
  const [ada, bob] = [turnsOf(turns, "ada", () => true), turnsOf(turns, "bob", () => true)];
  for (let at = 0; at <= 20 * MINUTE; at += 4 * MINUTE) {
    expect(await ada.take(FEED, at)).toBe(true);
    expect(await bob.take(FEED, at + 3 * MINUTE)).toBe(false);
  }
  await settings.close();
});

test("a process of this machine that has ended is known to have; of another machine's nothing is known", () => {
  expect(mayLive(thisProcess())).toBe(true);
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  expect(mayLive(`${hostname()} ${pid} x`)).toBe(false);
  expect(mayLive(`${hostname()}-2 ${pid} x`)).toBe(true);
});
