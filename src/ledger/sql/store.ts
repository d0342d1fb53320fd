// The port below the ledger: what differs between SQL databases. Everything else is the same Kysely code on each of them.
import type { AliasableExpression, Kysely } from "kysely";
import type { PactaError } from "../../error.ts";
import type { EntryRow, Head } from "../chain.ts";
import type { Dialect } from "../ledger.ts";
import type { Projection } from "../projection.ts";

/** The tables. `chain` holds one row (`one` is 1): how far the projections go. */
export interface Tables extends Readonly<{ [table in keyof Projection]: Projection[table][number] }> {
  /** `words` is null once they were redacted. */
  readonly entries: Omit<EntryRow, "words"> & { readonly words: string | null };
  readonly chain: Head & { readonly one: number };
}

/** A connection to the tables. */
export type Db = Kysely<Tables>;

/** One open SQL database. */
export interface Store {
  readonly location: string;
  readonly dialect: Dialect;
  readonly db: Db;
  /** Runs `work` as the only writer, in one transaction that is durable when the promise resolves and undone when `work` throws. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The bytes of a text column of `entries`, null where it holds no text. */
  bytes(column: "entries.body" | "entries.words"): AliasableExpression<Uint8Array | null>;
  /** Drops the projection tables and makes them again, empty. */
  clearProjections(db: Db): Promise<void>;
  /** Sees to it that no copy of words that were set to null is left in the database's files. Throws `PACTA_LEDGER_WORDS_LEFT` where it cannot now. */
  scrub(): Promise<void>;
  /** Throws where the database finds itself damaged. */
  inspect(): Promise<void>;
  /** The coded error for what the driver threw. */
  explain(thrown: unknown): PactaError;
  close(): Promise<void>;
}
