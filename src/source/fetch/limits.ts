// What one response may cost. A server that gives more, or takes longer, is left.

/** Bounds of fetching. Times are milliseconds, sizes bytes. */
export interface FetchLimits {
  /** A body, unpacked. */
  readonly bytes: number;
  /** How many times larger than what came a body of more than 4 MiB may be. */
  readonly expansion: number;
  /** From the request to the last header. */
  readonly headers: number;
  /** From the request to the last byte. */
  readonly total: number;
  /** Bytes a second at least, over each stretch of `window`. */
  readonly rate: number;
  readonly window: number;
  /** Redirects that are followed. */
  readonly redirects: number;
  /** How often one address is asked in all, where the server asks for patience or the line breaks. */
  readonly tries: number;
  /** The longest pause that a server may ask for. */
  readonly pause: number;
  /** The longest Crawl-delay that is kept. */
  readonly crawlDelay: number;
}

/** 64 MiB, 20 s to the headers, 2 minutes in all, 500 bytes a second over 15 s, ten redirects, three tries, pauses of 2 minutes. */
export const FETCH_LIMITS: FetchLimits = {
  bytes: 64 * 1024 * 1024,
  expansion: 200,
  headers: 20_000,
  total: 120_000,
  rate: 500,
  window: 15_000,
  redirects: 10,
  tries: 3,
  pause: 120_000,
  crawlDelay: 30_000,
};
