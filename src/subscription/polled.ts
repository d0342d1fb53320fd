// What a poll of one feed came to, and what those who poll need.
import type { Document, Outcome } from "../document/index.ts";
import type { PactaError } from "../error.ts";
import type { Clock } from "../clock.ts";
import type { Feed, Settings } from "../settings/index.ts";
import type { Failure, Fetcher } from "../source/index.ts";
import type { Pages } from "./pages.ts";
import type { TextSetting } from "./texts.ts";
import type { Turns } from "./turn.ts";

/** What became of one document: it is in the ledger (`appended` says what of it was new), or it could not be read. */
export type Kept = Failure | { readonly kind: "taken"; readonly document: Document; readonly appended: "document" | "reading" | "nothing" };

/** Entries of an answer by what became of them; `passed` are older than is wanted, `left` is for the next poll. */
export interface EntryCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly read: number;
  /** Their pages are as they were when they were last read. */
  readonly unchanged: number;
  readonly failed: number;
  readonly passed: number;
  readonly left: number;
}

/**
 * What one feed came to. `feed` is as it is kept afterwards. `busy`: another process polls it, or just has; `spared`: its host
 * asked through another of its feeds to be left alone; `stopped`: the run was interrupted, and what was not read comes next time.
 */
export interface Polled {
  readonly feed: Feed;
  readonly result: "answered" | "unchanged" | "failed" | "ended" | "busy" | "spared" | "stopped";
  readonly error?: PactaError;
  /** The address that it moved from for good. */
  readonly movedFrom?: string;
  readonly entries: EntryCounts;
  /** New to the ledger. */
  readonly documents: number;
}

/** What is heard while feeds are polled, in the order in which it happens. */
export type PollEvent<K extends Kept = Kept> =
  | { readonly kind: "kept"; readonly kept: K }
  | { readonly kind: "note"; readonly note: PactaError }
  | { readonly kind: "polled"; readonly polled: Polled };

/** What polling needs. */
export interface PollSetting<K extends Kept = Kept> extends Omit<TextSetting, "page" | "text" | "parser"> {
  readonly settings: Pick<Settings, "feeds" | "seen">;
  readonly turns: Turns;
  /** Fetches feeds. */
  readonly fetch: Fetcher["fetch"];
  /** Fetches the pages of entries. */
  readonly pages: Pages;
  /**
   * Puts documents into the ledger and gives, in their order and one for one, what became of each after it was appended. May end early
   * where the run is stopped.
   */
  readonly keep: (outcomes: AsyncIterable<Outcome>) => AsyncIterable<K>;
  readonly clock: Clock;
  readonly stop?: AbortSignal;
  /** How all of these feeds are read; by what is kept of each unless told. */
  readonly text?: TextSetting["text"];
  /** The most entries of one feed that are read at once; 200 unless told. */
  readonly most?: number;
  readonly heard?: (event: PollEvent<K>) => Promise<void> | void;
}
