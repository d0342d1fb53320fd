// The port below the ledger: what differs between SQL databases. Everything else is the same Kysely code on each of them.
import type { AliasableExpression, Kysely } from "kysely";
import type { PactaError } from "../../error.ts";
import type { EntryRow, Head } from "../chain.ts";
import type { Dialect } from "../ledger.ts";
import type { Projection } from "../projection.ts";

/** A text of `entries` as the store keeps it; it is read with `Store.bytes`. */
export type Stored = string | Uint8Array;

/** The tables. `chain` holds one row (`one` is 1): how far the projections go. */
export interface Tables extends Readonly<{ [table in keyof Projection]: Projection[table][number] }> {
  /** `words` is null once they were redacted. */
  readonly entries: Omit<EntryRow, "body" | "words"> & { readonly body: Stored; readonly words: Stored | null };
  readonly chain: Head & { readonly one: number };
  /** What the store notes about itself: its format and schema, and what is still to be done. */
  readonly meta: { readonly key: string; readonly value: string };
}

/** A connection to the tables. */
export type Db = Kysely<Tables>;

/** One open SQL database. */
export interface Store {
  readonly location: string;
  readonly dialect: Dialect;
  readonly db: Db;
  /**
   * Runs `work` as the only writer, in one transaction that is durable when the promise resolves and undone when `work` throws.
   * A store may run it again where what it did was lost before it was committed, unless it can run but `once`.
   */
  write<T>(work: (db: Db) => Promise<T>, options?: { readonly once?: boolean }): Promise<T>;
  /** A text for a text column of `entries`. */
  stored(text: string): Stored;
  /** The bytes of a text column of `entries`, null where it holds no text. */
  bytes(column: "entries.body" | "entries.words"): AliasableExpression<Uint8Array | null>;
  /** Makes the projection tables anew, empty, lets `fill` fill them, and puts them in the place of those that are there. */
  remakeProjections<T>(db: Db, fill: (db: Db) => Promise<T>): Promise<T>;
  /** Sees to it that no copy of words that were set to null is left in the database's files. Throws `PACTA_LEDGER_WORDS_LEFT` where it cannot now. */
  scrub(): Promise<void>;
  /** Throws where the database finds itself damaged. */
  inspect(): Promise<void>;
  /** The coded error for what the driver threw. */
  explain(thrown: unknown): PactaError;
  close(): Promise<void>;
}
