// How often one may ask: each asker has a bucket of requests that fills again evenly, so that one program in a loop leaves room for people.
import type { Context, MiddlewareHandler } from "hono";
import type { Clock } from "../../clock.ts";
import { PactaError } from "../../error.ts";
import type { Carried } from "./carried.ts";

/** Askers that are remembered; those heard of longest ago are forgotten, whose buckets are full again. */
const MOST = 10_000;

/** Requests that may come at once, in seconds' worth of them. */
const BURST = 4;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** The buckets of all askers. `rate` is in requests a second. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rate: number;
  readonly #now: () => number;

  constructor(rate: number, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes one request from a bucket; seconds to wait where it is empty. */
  take(asker: string): number {
    const [now, size] = [this.#now(), this.#rate * BURST];
    const bucket = this.#buckets.get(asker) ?? { left: size, at: now };
    const left = Math.min(size, bucket.left + (Math.max(0, now - bucket.at) / 1000) * this.#rate);
    this.#buckets.delete(asker);
    this.#buckets.set(asker, { left: left < 1 ? left : left - 1, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST && oldest !== undefined) this.#buckets.delete(oldest);
    return left < 1 ? (1 - left) / this.#rate : 0;
  }
}

/** Counts a request of whoever asks it: of the token where it has a good one, else of the address. Throws `PACTA_SERVER_RATE`. */
export type Counting = (c: Context<Carried>) => void;

/** Refuses requests of an asker that asks more often than `rate` times a second for long. */
export function countingRate(rate: number, clock: Pick<Clock, "now">, addressOf: (c: Context<Carried>) => string): Counting {
  const buckets = new Buckets(rate, clock.now);
  return (c) => {
    const asker: Carried["Variables"]["asker"] | undefined = c.get("asker");
    const wait = buckets.take(asker?.token ?? addressOf(c));
    if (wait === 0) return;
    c.header("retry-after", String(Math.ceil(wait)));
    throw new PactaError(
      "PACTA_SERVER_RATE",
      `more than ${rate} requests a second`,
      `Wait ${Math.ceil(wait)} s, or start the server with another --rate`,
    );
  };
}

/** Lets nobody ask too often. */
export function limitingRate(count: Counting): MiddlewareHandler<Carried> {
  return async (c, next) => {
    count(c);
    await next();
  };
}
