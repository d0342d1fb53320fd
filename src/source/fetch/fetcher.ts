// Fetching from the web, as a guest: every address goes through the gate, by the site's rules, in the host's turn, and again
// where the server asks for patience. One fetcher serves a whole run, so that what it learned of a host holds for all of it.
import { lookup } from "node:dns/promises";
import { PactaError, toPactaError } from "../../error.ts";
import { NOTHING_MORE } from "./allowance.ts";
import type { Allowance } from "./allowance.ts";
import { systemClock } from "../../clock.ts";
import type { Clock } from "../../clock.ts";
import { webUrlOf } from "./guard.ts";
import type { Resolve } from "./guard.ts";
import { conditions, maxAgeIn, typeIn, validatorsIn } from "./headers.ts";
import { modifiedDay } from "../last-modified.ts";
import { FETCH_LIMITS } from "./limits.ts";
import type { FetchLimits } from "./limits.ts";
import { Refused } from "./refused.ts";
import type { FetchResult, Validators } from "./result.ts";
import { createRobots } from "./robots.ts";
import { isPermanent, statusError } from "./statuses.ts";
import { createTurns } from "./turns.ts";
import { askRobots, follow } from "./way.ts";
import type { Way } from "./way.ts";

/** How a run fetches. Only `agent` must be told. */
export interface FetcherOptions {
  /** The User-Agent; it begins with `Pacta/`, since sites write their rules for that name. */
  readonly agent: string;
  /** Hosts and networks beyond the public web (`allowanceOf`). */
  readonly allowed?: Allowance;
  /** Milliseconds between two pages of one host, unless the host asks for more; 1000 unless told. */
  readonly delay?: number;
  readonly limits?: Partial<FetchLimits>;
  /** Once aborted, nothing more is asked. */
  readonly stop?: AbortSignal;
  readonly resolve?: Resolve;
  readonly clock?: Clock;
  /** Certificates (PEM) that are trusted instead of those of Node. */
  readonly ca?: string;
}

/** What the caller knows of one page. */
export interface FetchRequest {
  /** From the last time: the page comes only if it has changed since. */
  readonly validators?: Validators;
  /** What is asked for, where a server has one address for several forms; pages unless told. */
  readonly wanted?: "page" | "feed";
}

/** Fetches pages. */
export interface Fetcher {
  /** Never rejects for anything that a server or an address does. */
  readonly fetch: (address: string, request?: FetchRequest) => Promise<FetchResult>;
}

const ACCEPTED = {
  page: "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5",
  feed: "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5",
};
const DELAY = 1000;

/** A fetcher that has asked nothing yet. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { agent, allowed = NOTHING_MORE, delay = DELAY, stop, ca, clock = systemClock, resolve = systemResolve } = options;
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const guard = { resolve: within(resolve, limits.headers), allowed };
  const asking = { agent, guard, turns: createTurns(clock, stop), clock, stop, ca };
  const rulesFor = createRobots((address) => askRobots(address, limits, asking), clock);
  return {
    fetch: async (address, { validators = {}, wanted = "page" } = {}) => {
      try {
        const headers = { accept: ACCEPTED[wanted], "accept-language": "en, *;q=0.5", ...conditions(validators) };
        return resultOf(await follow(webUrlOf(address), { headers, limits, delay, rulesFor, asking }), validators, clock.now());
      } catch (thrown) {
        return unfetched(thrown, address);
      }
    },
  };
}

function resultOf({ url, hops, answer }: Way, sent: Validators, now: number): FetchResult {
  const { status, headers, bytes } = answer;
  const moved = movedTo(url, hops);
  const maxAge = maxAgeIn(headers);
  const way = { url: url.href, redirects: hops, ...(moved === undefined ? {} : { moved }), ...(maxAge === undefined ? {} : { maxAge }) };
  if (status === 304 && Object.keys(sent).length > 0) return { kind: "not-modified", ...way, validators: { ...sent, ...validatorsIn(headers) } };
  if (status === 206 || status < 200 || status >= 300) throw new Refused(statusError(status), status);
  const modified = modifiedDay(headers["last-modified"], { date: headers.date, asked: now });
  return { kind: "fetched", ...way, ...typeIn(headers), ...(modified === undefined ? {} : { modified }), validators: validatorsIn(headers), bytes };
}

/** Where permanent redirects from the start led, if there was one. */
function movedTo(url: URL, hops: Way["hops"]): string | undefined {
  const passing = hops.findIndex(({ status }) => !isPermanent(status));
  if (hops.length === 0 || passing === 0) return undefined;
  return passing < 0 ? url.href : hops[passing]?.url;
}

function unfetched(thrown: unknown, address: string): FetchResult {
  const { error, status, retryAfter } = thrown instanceof Refused ? thrown : new Refused(toPactaError(thrown));
  const placed = error.place.source === undefined ? new PactaError(error.code, error.message, error.remedy, { source: address }, error.cause) : error;
  return { kind: "unfetched", error: placed, ...(status === undefined ? {} : { status }), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** The addresses that this machine knows of a host. */
export async function systemResolve(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** A name server that says nothing must not hold up the rest. */
export function within(resolve: Resolve, milliseconds: number): Resolve {
  return async (host) => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
    try {
      return await Promise.race([resolve(host), promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
