// What fetching one address comes to. None of it is thrown: a page that cannot be had is a value beside those that can.
import type { PactaError } from "../../error.ts";

/** What a server gave to tell a later request whether the page has changed. */
export interface Validators {
  readonly etag?: string;
  /** As the server wrote it. */
  readonly lastModified?: string;
}

/** One redirect on the way. */
export interface Hop {
  /** The address that redirected. */
  readonly url: string;
  readonly status: number;
}

interface Way {
  /** Where the page was found in the end. */
  readonly url: string;
  readonly redirects: readonly Hop[];
  /** The address that permanent redirects alone led to: to be asked from now on. */
  readonly moved?: string;
  /** Milliseconds for which the server says that asking again brings nothing else (`Cache-Control: max-age`). */
  readonly maxAge?: number;
  readonly validators: Validators;
}

/** A page that came. */
export interface Fetched extends Way {
  readonly kind: "fetched";
  /** The type that the server names, in small letters and without parameters. */
  readonly type?: string;
  /** The charset that the server names, where it is one. */
  readonly charset?: string;
  /** The day (ISO 8601) on which the server says that it was last changed, where it can know. */
  readonly modified?: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
}

/** The page is as it was when the validators were given. */
export interface NotModified extends Way {
  readonly kind: "not-modified";
}

/** The page could not be had. */
export interface Unfetched {
  readonly kind: "unfetched";
  readonly error: PactaError;
  /** The last answer's, where there was one. */
  readonly status?: number;
  /** Milliseconds after which the server wishes to be asked again. */
  readonly retryAfter?: number;
}

/** What fetching one address comes to. */
export type FetchResult = Fetched | NotModified | Unfetched;
