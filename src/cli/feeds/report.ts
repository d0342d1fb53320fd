// What a round of polling came to, for people and for programs.
import type { Feed } from "../../settings/index.ts";
import type { EntryCounts, Polled } from "../../subscription/index.ts";
import { oneLine } from "../phrasing.ts";
import { summaryOf, summaryText } from "../tally.ts";
import type { Run, Tally } from "../tally.ts";
import { dueText } from "./span.ts";

/** A round: the feeds that were polled, all that are followed afterwards, and the documents that were read. */
export interface Round {
  readonly polled: readonly Polled[];
  readonly feeds: readonly Feed[];
  readonly tally: Tally;
  readonly run: Run;
  /** Milliseconds. */
  readonly now: number;
}

/** The feed that is due first. */
export function nextOf(feeds: readonly Feed[]): Feed | undefined {
  return feeds.filter(({ ended }) => ended === undefined).toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0];
}

/** True where something went wrong with a feed or an entry. */
export function isFailed({ polled, tally }: Round): boolean {
  return tally.failed.size > 0 || polled.some(({ error }) => error !== undefined);
}

function countsOf({ polled, feeds }: Round): {
  readonly polled: number;
  readonly news: number;
  readonly same: number;
  readonly stopped: number;
  readonly busy: number;
  readonly spared: number;
  readonly waiting: number;
  readonly failed: Readonly<Record<string, number>>;
} {
  const count = (...results: Polled["result"][]): number => polled.filter(({ result }) => results.includes(result)).length;
  const asked = polled.filter(({ result }) => result !== "busy" && result !== "spared");
  const answered = polled.filter(({ result }) => result === "answered");
  const news = answered.filter(({ entries: { fresh, changed } }) => fresh + changed > 0).length;
  const errors = Map.groupBy(
    polled.flatMap(({ error }) => error?.code ?? []),
    (code) => code,
  );
  const ids = new Set(polled.map(({ feed }) => feed.id));
  return {
    polled: asked.length,
    news,
    same: count("unchanged") + answered.length - news,
    stopped: count("stopped"),
    busy: count("busy"),
    spared: count("spared"),
    waiting: feeds.filter(({ id, ended }) => ended === undefined && !ids.has(id)).length,
    failed: Object.fromEntries([...errors].map(([code, all]) => [code, all.length] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function entriesOf(polled: readonly Polled[]): EntryCounts {
  const sum = (name: keyof EntryCounts): number => polled.reduce((total, { entries }) => total + entries[name], 0);
  return {
    fresh: sum("fresh"),
    changed: sum("changed"),
    read: sum("read"),
    unchanged: sum("unchanged"),
    failed: sum("failed"),
    passed: sum("passed"),
    left: sum("left"),
  };
}

/** A round as data (`--json`). */
export function roundOf(round: Round): Record<string, unknown> {
  const { waiting, news, same, ...feeds } = countsOf(round);
  const { fresh, ...entries } = entriesOf(round.polled);
  const next = nextOf(round.feeds);
  return {
    feeds: { ...feeds, news, unchanged: same, notDue: waiting },
    entries: { new: fresh, ...entries },
    moved: round.polled.flatMap(({ movedFrom, feed }) => (movedFrom === undefined ? [] : [{ from: movedFrom, to: feed.id }])),
    ended: round.polled.flatMap(({ result, feed }) => (result === "ended" ? [feed.id] : [])),
    next: next === undefined ? null : { id: next.id, due: next.due ?? null },
    documents: summaryOf(round.tally, round.run),
  };
}

/** A round for people, one line a matter. */
export function roundText(round: Round): string {
  const { polled, news, same, stopped, busy, spared, waiting, failed } = countsOf(round);
  const { fresh, changed, read, unchanged, failed: lost, passed, left } = entriesOf(round.polled);
  const errors = Object.entries(failed);
  const sum = errors.reduce((total, [, count]) => total + count, 0);
  const parts = (words: readonly (readonly [number, string])[]): string =>
    words.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ");
  const feeds = parts([
    [news, "with news"],
    [same, "unchanged"],
    [stopped, "interrupted"],
    [busy, "left to another process"],
    [spared, "put off since their host asked for rest"],
    [waiting, "not due"],
  ]);
  const entries = parts([
    [changed, "changed"],
    [read, "read"],
    [unchanged, "with the page as it was"],
    [lost, "failed"],
    [passed, "older than wanted"],
    [left, "left for the next poll"],
  ]);
  const next = nextOf(round.feeds);
  const rows: [string, string][] = [
    ["feeds", `${polled} polled${feeds === "" ? "" : `: ${feeds}`}`],
    ...(sum === 0 ? [] : [["feed errors", `${sum}: ${errors.map(([code, count]) => `${code} ${count}`).join(", ")}`] as [string, string]]),
    ...round.polled.flatMap(({ movedFrom, feed }) => (movedFrom === undefined ? [] : [["moved", `${movedFrom} to ${feed.id}`] as [string, string]])),
    ...round.polled.flatMap(({ result, feed }) => (result === "ended" ? [["ended", `${feed.id} is gone for good`] as [string, string]] : [])),
    ["entries", `${fresh} new${entries === "" ? "" : `, ${entries}`}`],
    ["next", next === undefined ? "nothing is followed: pacta feeds add URL" : `${dueText(next.due, round.now)}: ${oneLine(next.title ?? next.id)}`],
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(14)}${value}\n`).join("");
  const { tally } = round;
  return tally.documents + tally.failed.size === 0 ? lines : lines + summaryText(tally, round.run);
}
