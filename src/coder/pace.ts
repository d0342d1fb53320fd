// How fast requests may follow each other: so many at once, so many in any minute, so many tokens in any minute. One
// pace serves a whole run, so that a pause that the server asks for holds for all.
import type { Clock } from "../clock.ts";

/** Limits of a pace; one that is absent is none. */
export interface PaceLimits {
  readonly parallel: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
}

/** A request's place in the pace. */
export interface Turn {
  /** Tells what the request came to, instead of what it was held to come to. */
  readonly came: (tokens: number) => void;
}

/** Requests at a measured pace, in the order in which they came. */
export interface Pace {
  /** Works once one of the `parallel` places is free. Undefined where `stop` was aborted before. */
  readonly hold: <T>(work: () => Promise<T>, stop: AbortSignal) => Promise<T | undefined>;
  /** Waits until a request of so many tokens may go out, and counts it. Undefined where `stop` was aborted before. */
  readonly turn: (tokens: number, stop: AbortSignal) => Promise<Turn | undefined>;
  /** Lets nothing go out for so many milliseconds. */
  readonly pause: (milliseconds: number) => void;
}

const MINUTE = 60_000;

interface Sent {
  readonly at: number;
  tokens: number;
}

/** A pace that has not begun. */
export function createPace(limits: PaceLimits, clock: Clock): Pace {
  const sent: Sent[] = [];
  let notBefore = 0;
  let last = Promise.resolve();
  const places = placesFor(limits.parallel);

  const take = async (tokens: number, stop: AbortSignal): Promise<Turn | undefined> => {
    for (;;) {
      if (stop.aborted) return undefined;
      const wait = Math.max(notBefore - clock.now(), waitFor(tokens, sent, limits, clock.now()));
      if (wait <= 0) break;
      await clock.sleep(wait, stop);
    }
    const own: Sent = { at: clock.now(), tokens };
    sent.push(own);
    return { came: (truly) => void (own.tokens = truly) };
  };

  return {
    hold: places,
    turn: (tokens, stop) => {
      const mine = last.then(() => take(tokens, stop));
      last = mine.then(() => undefined);
      return mine;
    },
    pause: (milliseconds) => void (notBefore = Math.max(notBefore, clock.now() + milliseconds)),
  };
}

/** Milliseconds until the requests of the last minute leave room for one more. One that is too large for any minute goes alone. */
function waitFor(tokens: number, sent: Sent[], { requestsPerMinute = Infinity, tokensPerMinute = Infinity }: PaceLimits, now: number): number {
  while (sent[0] !== undefined && sent[0].at + MINUTE <= now) sent.shift();
  let [requests, sum] = [sent.length, sent.reduce((total, one) => total + one.tokens, 0)];
  let wait = 0;
  for (const oldest of sent) {
    if (requests < requestsPerMinute && sum + tokens <= tokensPerMinute) break;
    wait = oldest.at + MINUTE - now;
    requests -= 1;
    sum -= oldest.tokens;
  }
  return wait;
}

function placesFor(count: number): Pace["hold"] {
  let free = count;
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (work, stop) => {
    await enter();
    try {
      return stop.aborted ? undefined : await work();
    } finally {
      leave();
    }
  };
}
