// The port: what every store of a ledger promises. One contract suite (contract.ts) runs against each of them.
import type { Document } from "../document/index.ts";
import type { Act, Claim, Reading } from "../reading/index.ts";
import type { Head, SealedEntry } from "./chain.ts";
import type { DocumentBody, Draft, Entry, ReadingBody } from "./entry.ts";
import type { Projection } from "./projection.ts";

/** A document and what was read from it. */
export interface Read {
  readonly document: Document;
  readonly reading: Reading;
}

/** What `appendReadings` did with one document: its version in the ledger, and what was new and so appended. */
export interface Receipt {
  readonly document: string;
  readonly version: number;
  readonly appended: { readonly document: boolean; readonly reading: boolean };
}

/** A version of a document; `seq` and `at` are those of its entry. */
export type StoredDocument = DocumentBody & Pick<Entry, "seq" | "at">;

/** A version of a document without its text. */
export type ListedDocument = Omit<StoredDocument, "text">;

/** A reading; `seq` and `at` are those of its entry. */
export type StoredReading = ReadingBody & Pick<Entry, "seq" | "at">;

/** A claim with the document, version and reader that it comes from; `seq` is the reading's entry, `day` the document's day of publication. */
export interface StoredClaim {
  readonly claim: Claim;
  readonly seq: number;
  readonly document: string;
  readonly version: number;
  readonly day?: string;
  readonly reader: string;
}

/** Which claims; all conditions must hold. */
export interface ClaimFilter {
  /** A document's id. */
  readonly document?: string;
  readonly act?: Act;
  /** Id of an actor or target, or its name where it has no id. */
  readonly party?: string;
  /** `current` (the default): of each document, only the newest reading of the newest version that was read. */
  readonly readings?: "current" | "all";
  /** The `next` of the page before. */
  readonly after?: string;
  /** Claims on a page, 1 to 1000; 100 unless told. */
  readonly limit?: number;
}

/** A page of claims, oldest entry first; `next` is there when more follow. */
export interface ClaimPage {
  readonly claims: readonly StoredClaim[];
  readonly next?: string;
}

/** An entry with the seq of the document version that it is about (its own, for a document). */
export interface Walked {
  readonly entry: Entry;
  readonly documentSeq: number;
}

/** What `verify` and `fingerprint` look at: the projections as they are stored, and the store's own checks. */
export interface Audit {
  /** All entries in order, each checked by itself and against the text that it quotes, but not against its neighbours. */
  walk(): AsyncIterable<Walked>;
  /** How far the projections go; `EMPTY` in an empty ledger. */
  position(): Promise<Head>;
  /** Projection rows whose entry is `from` to `to`, both inclusive, in canonical order. */
  rows(from: number, to: number): Promise<Projection>;
  /** Throws `PACTA_LEDGER_BROKEN` where the store finds itself damaged (pages, indices). */
  inspect(): Promise<void>;
}

/**
 * An append-only, hash-chained ledger. A write is acknowledged when its promise resolves: it then survives a kill of the process and,
 * as far as the store promises it, power loss. Every method may throw `PACTA_LEDGER_BROKEN`, `_LOCKED`, `_DISK_FULL`, `_IO` or `_CLOSED`;
 * reads also `PACTA_QUOTE_MISMATCH` and `PACTA_SPAN_OUTSIDE`, since every quote is held against its text again.
 */
export interface Ledger {
  /** As the user named it; passwords left out. */
  readonly location: string;
  /** Appends all drafts or none, and gives the new head. A document's `version` must be the next of its id. Throws `PACTA_LEDGER_ENTRY_INVALID`, `PACTA_LEDGER_CLAIM_TAKEN`. */
  append(drafts: readonly Draft[]): Promise<Head>;
  /** Appends what is new of a batch, all or nothing; a text (with its day) that is there, and a reading of it by the same reader, are skipped. */
  appendReadings(batch: readonly Read[], reader: string): Promise<readonly Receipt[]>;
  /** `appendReadings` for one document. */
  appendReading(document: Document, reading: Reading, reader: string): Promise<Receipt>;
  /** The version under which `appendReadings` would find this document, where it is there already. */
  versionOf(document: Document): Promise<number | undefined>;
  /** Entries in order from `fromSeq` (default 1). Entries that are appended meanwhile follow. */
  entries(fromSeq?: number): AsyncIterable<Entry>;
  head(): Promise<Head>;
  /** A version of a document, the newest unless told. */
  document(id: string, version?: number): Promise<StoredDocument | undefined>;
  /** Every version of every document, oldest entry first, without texts. */
  documents(): AsyncIterable<ListedDocument>;
  /** The newest reading of the newest version that was read, or of `version`, or by `reader`. */
  reading(document: string, which?: { readonly version?: number; readonly reader?: string }): Promise<StoredReading | undefined>;
  /** The claim of that id, in the newest reading that has it. */
  claim(id: string): Promise<StoredClaim | undefined>;
  /** Throws `PACTA_LEDGER_CURSOR` for an `after` that no page gave. */
  claims(filter?: ClaimFilter): Promise<ClaimPage>;
  /** Drops the projections and makes them again from the entries, which it only reads. Gives the head they were made up to. */
  rebuild(): Promise<Head>;
  /** The entries up to a head of the ledger, as they are chained; others may append meanwhile. Each is held against its hash and the one before. */
  sealed(end: Head): AsyncIterable<SealedEntry>;
  /** Takes over the sealed entries of another ledger, all or none, each held against all that `verify` looks at. Throws `PACTA_LEDGER_NOT_EMPTY` unless it has none yet. */
  takeOver(entries: AsyncIterable<SealedEntry>): Promise<Head>;
  readonly audit: Audit;
  /** Waits for what is under way. Closing twice is fine. */
  close(): Promise<void>;
}
