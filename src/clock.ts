// Time and chance, as far as asking servers needs them: handed in, so that tests wait for nothing.
import { setTimeout as timer } from "node:timers/promises";

/** The time in milliseconds, a way to wait for some to pass, and a number from 0 up to 1. */
export interface Clock {
  readonly now: () => number;
  /** Resolves early where `stop` is aborted; never rejects. */
  readonly sleep: (milliseconds: number, stop?: AbortSignal) => Promise<void>;
  readonly chance: () => number;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, stop) => timer(milliseconds, undefined, stop === undefined ? {} : { signal: stop }).catch(() => undefined),
  chance: Math.random,
};
