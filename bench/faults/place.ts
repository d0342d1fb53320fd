// Where bytes of an entry lie in a store's files.

/** Some bytes of one entry. */
export interface Place {
  readonly seq: number;
  /** The column of `entries` that they are of, or what else of a row they are. */
  readonly part: string;
  /** Where each of them lies in its file. */
  readonly offsets: readonly number[];
}

/** The columns of an entry, in the order in which both stores keep them. */
export const COLUMNS = ["seq", "at", "kind", "body", "words", "prev", "hash"] as const;
