// Posting to addresses that people name, through the same gate as fetching: an address of ours must not be reached by naming it as one to be told.
// Nothing is followed: a redirect is an answer like others, and leads nowhere.
import { toPactaError } from "../../error.ts";
import type { PactaError } from "../../error.ts";
import { NOTHING_MORE } from "./allowance.ts";
import type { Allowance } from "./allowance.ts";
import { exchange } from "./exchange.ts";
import { systemResolve, within } from "./fetcher.ts";
import { addressesFor, webUrlOf } from "./guard.ts";
import type { Resolve } from "./guard.ts";
import { retryAfter } from "./headers.ts";
import { FETCH_LIMITS } from "./limits.ts";

/** How one posts. `timeout` (15,000) is how long a server may take to answer, in milliseconds; `ca` certificates (PEM) that are trusted instead of Node's. */
export interface PosterOptions {
  readonly agent: string;
  readonly allowed?: Allowance;
  readonly resolve?: Resolve;
  readonly timeout?: number;
  readonly ca?: string;
}

/** What came of it: the server's answer, whatever it says, or why there is none. `retryAfter` is in milliseconds. */
export type PostResult =
  | { readonly kind: "answered"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "unanswered"; readonly error: PactaError };

/** Posts bytes to an address; never rejects for anything that a server or an address does. */
export type Poster = (address: string, headers: Readonly<Record<string, string>>, body: Uint8Array, stop?: AbortSignal) => Promise<PostResult>;

const TIMEOUT = 15_000;

/** A poster. */
export function createPoster({ agent, allowed = NOTHING_MORE, resolve = systemResolve, timeout = TIMEOUT, ca }: PosterOptions): Poster {
  const limits = { ...FETCH_LIMITS, headers: timeout, total: timeout };
  const guard = { resolve: within(resolve, timeout), allowed };
  return async (address, headers, body, stop) => {
    try {
      const url = webUrlOf(address);
      const addresses = await addressesFor(url, guard);
      const all = { ...headers, "user-agent": agent, "content-length": String(body.length) };
      const answer = await exchange({ url, addresses, headers: all, limits, ca, stop, post: body });
      const wait = retryAfter(answer.headers["retry-after"], Date.now());
      return { kind: "answered", status: answer.status, ...(wait === undefined ? {} : { retryAfter: wait }) };
    } catch (thrown) {
      return { kind: "unanswered", error: toPactaError(thrown) };
    }
  };
}
