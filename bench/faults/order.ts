// What the fault suite tells a writing process, and what that says of its work.

/** What a writer is to do. */
export interface Order {
  readonly location: string;
  readonly name: string;
  /** The number of its first report: those before are other processes' that had its name. */
  readonly from: number;
  /** Batches that it writes before it ends. */
  readonly rounds: number;
  /** How long it waits for another writer, or for a server that comes back, in milliseconds. */
  readonly patience: number;
  /** Whether it keeps the book of deals too. */
  readonly weaves: boolean;
  /** Whether documents are redacted: no other process may use a ledger in a file meanwhile. */
  readonly redacts: boolean;
}

/** A line that a writer says. All but `ready` and `begun` acknowledge what is done. Numbers are those of its reports. */
export type Said =
  | { readonly ready: true }
  | { readonly begun: readonly number[] }
  | { readonly read: readonly number[] }
  | { readonly decided: string; readonly seq: number; readonly hash: string }
  | { readonly redacted: number }
  /** The entry that the book is made up to. */
  | { readonly woven: number }
  | { readonly ended: true }
  | { readonly failed: string; readonly what: string };
