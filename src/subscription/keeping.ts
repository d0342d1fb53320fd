// What polls write: each note is put on top of what is there then, so that of two processes neither loses what the other wrote.
import { LONGEST_ADDRESS } from "../settings/index.ts";
import type { Feed } from "../settings/index.ts";
import type { FeedAnswer } from "./answer.ts";
import { afterwards } from "./entries.ts";
import type { Kept, PollSetting } from "./polled.ts";
import type { FeedRun } from "./run.ts";
import { dueAfter } from "./schedule.ts";
import { afterAnswer, afterEnd, afterError, instant, movedTo } from "./state.ts";
import type { Moment } from "./state.ts";

type Setting = Pick<PollSetting, "settings" | "turns" | "clock">;

function momentOf({ clock }: Setting): Moment {
  return { now: clock.now(), chance: clock.chance() };
}

/** Notes the entries that were done since the last note. */
export async function keepSeen(run: FeedRun, setting: Setting): Promise<void> {
  const { done, keys } = run.toWrite(setting.clock.now());
  const { id } = run.feed;
  // Of a feed that was removed meanwhile nothing is kept.
  if ((await setting.settings.feeds.get(id)) === undefined) return;
  await setting.settings.seen.change(id, (before) => ({ id, entries: afterwards(before?.entries ?? [], done, keys) }));
}

/** Notes what a whole answer came to; undefined where the feed was removed. */
export function keepAnswer(run: FeedRun, setting: Setting): Promise<Feed | undefined> {
  const { listing, maxAge, validators } = run.answer;
  const { read, left } = run.counts();
  const moment = momentOf(setting);
  const known = run.isWantedAgain ? {} : { validators };
  const answer = { listing, maxAge, ...known, entries: read, documents: run.documents, left: left > 0 };
  return setting.settings.feeds.change(run.feed.id, (before) => (before === undefined ? undefined : afterAnswer(before, answer, moment)));
}

/** Notes that nothing came; undefined where the feed was removed. */
export function keepUnanswered(feed: Feed, answer: Exclude<FeedAnswer, { kind: "answered" }>, setting: Setting): Promise<Feed | undefined> {
  const moment = momentOf(setting);
  const after = (before: Feed): Feed => {
    switch (answer.kind) {
      case "stopped":
        return before;
      case "unchanged":
        return afterAnswer(before, { maxAge: answer.maxAge, validators: answer.validators, entries: 0, documents: 0 }, moment);
      case "failed":
        return afterError(before, answer.error.code, answer.retryAfter, moment);
      case "ended":
        return afterEnd(before, answer.error.code, moment);
    }
  };
  return setting.settings.feeds.change(feed.id, (before) => (before === undefined ? undefined : after(before)));
}

/** Notes that a feed is not asked before its host has had its rest, in milliseconds; that is no error of the feed. */
export function keepRest(feed: Feed, rest: number, setting: Setting): Promise<Feed | undefined> {
  const { now, chance } = momentOf(setting);
  const due = instant(dueAfter(now, 0, chance, rest));
  return setting.settings.feeds.change(feed.id, (before) => (before === undefined ? undefined : { ...before, due }));
}

/**
 * The feed where it is followed from now on: at `moved`, if it answered there for good. What was kept of it goes along; where another
 * was followed there the two become one. A process that ends in the middle leaves both, and the older moves again.
 */
export async function keepMove<K extends Kept>(feed: Feed, moved: string | undefined, setting: PollSetting<K>): Promise<Feed> {
  const { settings, turns, clock } = setting;
  if (moved === undefined || moved === feed.id || moved.length > LONGEST_ADDRESS || !(await turns.take(moved, clock.now()))) return feed;
  const own = (await settings.seen.get(feed.id))?.entries ?? [];
  await settings.seen.change(moved, (before) => {
    const there = new Set((before?.entries ?? []).map(({ key }) => key));
    return { id: moved, entries: [...(before?.entries ?? []), ...own.filter(({ key }) => !there.has(key))] };
  });
  const after = await settings.feeds.change(moved, (there) => movedTo(feed, moved, there));
  await settings.feeds.remove(feed.id);
  await settings.seen.remove(feed.id);
  return after ?? feed;
}
