// When a feed is asked next. Servers say how often they wish to be asked, in several ways and not always sensibly: what they say counts within
// bounds. What follows an error waits longer each time, and nothing falls on one moment with everything else.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds between two polls where nobody says otherwise. */
export const USUAL = 30 * MINUTE;

/** What a server or feed says of its pace counts up to here: a feed that is asked once a year is not followed. */
const MOST_TOLD = DAY;

/** The longest wait after errors, unless the feed is asked even more seldom. */
const CEILING = DAY;

/** The longest `Retry-After` that is kept; what asks for more is a slip or a joke. */
const MOST_ASKED = 7 * DAY;

/** By how much of itself a wait may grow by chance. */
const SPREAD = 0.15;

/** What is said of a feed's pace, in milliseconds: by its user (`every`, the smallest interval), by itself (`pause`) and by its server (`maxAge`). */
export interface Pace {
  readonly every?: number | undefined;
  readonly pause?: number | undefined;
  readonly maxAge?: number | undefined;
}

/** Milliseconds between two polls that go well: the longest that is asked for, within bounds. */
export function intervalOf({ every = USUAL, pause = 0, maxAge = 0 }: Pace): number {
  return Math.max(every, Math.min(pause, MOST_TOLD), Math.min(maxAge, MOST_TOLD));
}

/** Milliseconds to wait after so many errors in a row (from 1): the interval, doubled each time, up to a day. */
export function waitAfter(errors: number, interval: number): number {
  return Math.min(interval * 2 ** Math.min(errors - 1, 30), Math.max(CEILING, interval));
}

/** The instant (milliseconds) of the next poll: after the wait and up to 15 % of it by chance (0 to 1), and never before the server allows it. */
export function dueAfter(now: number, wait: number, chance: number, retryAfter = 0): number {
  const least = Math.max(wait, Math.min(retryAfter, MOST_ASKED));
  return Math.ceil(now + least * (1 + SPREAD * chance));
}
