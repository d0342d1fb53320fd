// What a poll makes of what is kept of a feed. Each is a pure function, so that it can be put on top of what another process wrote meanwhile.
import type { ErrorCode } from "../error.ts";
import { LONGEST_ADDRESS } from "../settings/index.ts";
import type { Feed } from "../settings/index.ts";
import type { Listing, Validators } from "../source/index.ts";
import { dueAfter, intervalOf, waitAfter } from "./schedule.ts";
import type { Pace } from "./schedule.ts";

/** The moment of a poll, in milliseconds, and a number from 0 up to 1 for what is left to chance. */
export interface Moment {
  readonly now: number;
  readonly chance: number;
}

/** True for a feed that is to be asked now. */
export function isDue({ due, ended }: Feed, now: number): boolean {
  return ended === undefined && (due === undefined || Date.parse(due) <= now);
}

/** What a poll that went well brought. */
export interface Answer {
  /** Absent where the server says that nothing changed. */
  readonly listing?: Omit<Listing, "items">;
  readonly maxAge?: number | undefined;
  /** To ask by next time; absent where some of the answer is still wanted, so that it comes again. */
  readonly validators?: Validators;
  /** Entries that were read, and documents that were new to the ledger. */
  readonly entries: number;
  readonly documents: number;
  /** More is left of the answer than was read at once. */
  readonly left?: boolean;
}

const LONGEST_TITLE = 500;
/** The feed after an answer. */
export function afterAnswer(feed: Feed, answer: Answer, { now, chance }: Moment): Feed {
  const { failing: _, ended: __, etag: ___, modified: ____, pause: _____, ...kept } = feed;
  const { listing, validators = {}, entries, documents, maxAge } = answer;
  const at = instant(now);
  const pause = listing === undefined ? feed.pause : secondsOf(listing.pause);
  const interval = intervalOf({ ...paceOf({ ...feed, pause }), maxAge });
  const { polls = 0, ...sums } = feed.counts ?? { entries: 0, documents: 0 };
  return {
    ...kept,
    polled: at,
    // What is left is asked for soon, but not at once: other feeds have their turn first.
    due: instant(dueAfter(now, answer.left === true ? Math.min(interval, SOON) : interval, chance)),
    ...(validators.etag === undefined ? {} : { etag: validators.etag }),
    ...(validators.lastModified === undefined ? {} : { modified: validators.lastModified }),
    ...(pause === undefined ? {} : { pause }),
    ...wordsOf(listing),
    ...(entries > 0 ? { news: at } : {}),
    counts: { polls: polls + 1, entries: sums.entries + entries, documents: sums.documents + documents },
  };
}

const SOON = 60_000;

/** The words of a feed about itself, as they are kept. */
export function wordsOf(listing: Omit<Listing, "items"> | undefined): Pick<Feed, "title" | "site"> {
  const title = listing?.title?.slice(0, LONGEST_TITLE).toWellFormed().trim();
  const site = listing?.site;
  return {
    ...(title === undefined || title === "" ? {} : { title }),
    ...(site === undefined || site.length > LONGEST_ADDRESS ? {} : { site }),
  };
}

/** The feed after an error; `retryAfter` is what its server asked for, in milliseconds. */
export function afterError(feed: Feed, code: ErrorCode, retryAfter: number | undefined, { now, chance }: Moment): Feed {
  const at = instant(now);
  const times = (feed.failing?.times ?? 0) + 1;
  const wait = waitAfter(times, intervalOf(paceOf(feed)));
  const { polls = 0, ...sums } = feed.counts ?? { entries: 0, documents: 0 };
  return {
    ...feed,
    polled: at,
    due: instant(dueAfter(now, wait, chance, retryAfter)),
    failing: { code, times, since: feed.failing?.since ?? at },
    counts: { ...sums, polls: polls + 1 },
  };
}

/** The feed after its server said that it is gone for good (410). */
export function afterEnd(feed: Feed, code: ErrorCode, moment: Moment): Feed {
  const { due: _, ...failed } = afterError(feed, code, undefined, moment);
  return { ...failed, ended: { at: instant(moment.now), code } };
}

/** Addresses that are remembered of a feed that moves. */
const MOST_WAS = 8;

/** The feed at the address that it moved to for good, with what was kept of another that was followed there. */
export function movedTo(feed: Feed, id: string, there: Feed | undefined): Feed {
  const was = [...new Set([feed.id, ...(feed.was ?? []), ...(there?.was ?? [])])].filter((address) => address !== id).slice(0, MOST_WAS);
  return { ...feed, ...there, id, was };
}

function paceOf({ every, pause }: { readonly every?: number; readonly pause?: number | undefined }): Pace {
  return { every: every === undefined ? undefined : every * 1000, pause: pause === undefined ? undefined : pause * 1000 };
}

/** Whole seconds of what a feed says; what lies beyond all bounds says nothing more than a year. */
function secondsOf(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.max(1, Math.min(Math.round(milliseconds / 1000), 365 * 86_400));
}

/** An instant as it is kept (ISO 8601). */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
