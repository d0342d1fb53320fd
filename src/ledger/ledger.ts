// The port: what every store of a ledger promises. One contract suite (contract.ts) runs against each of them.
import type { Cluster, Document } from "../document/index.ts";
import type { Act, Claim, Reading } from "../reading/index.ts";
import type { Kysely } from "kysely";
import type { Head, SealedEntry } from "./chain.ts";
import type { Decided, Origin, Slot, Standing } from "./decision/index.ts";
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

/** A version of a document; `seq` and `at` are those of its entry. `redacted`: its text was taken away, and is empty. */
export type StoredDocument = DocumentBody & Pick<Entry, "seq" | "at" | "redacted">;

/** A version of a document without its text. */
export type ListedDocument = Omit<StoredDocument, "text" | "redacted">;

/** A reading; `seq` and `at` are those of its entry. `redacted`: its quotes were taken away, and are empty. */
export type StoredReading = ReadingBody & Pick<Entry, "seq" | "at" | "redacted">;

/** A reading without its claims. */
export type ListedReading = Pick<StoredReading, "seq" | "at" | "document" | "version" | "reader">;

/** What people decided about a claim. */
export interface Review {
  readonly origin: Origin;
  /** The slots that a person corrected. */
  readonly corrected: readonly Slot[];
  readonly confirmed: boolean;
  /** Seqs of the decisions about it that hold. */
  readonly decisions: readonly number[];
}

/** A decision; `undone` where another took it back, and `found` for each claim that it is about (or adds) its id today, null where it is orphaned. */
export type StoredDecision = Decided & { readonly undone: boolean; readonly found: readonly (string | null)[] };

/**
 * A claim with the document, version and reader that it comes from; `seq` is the entry that told it (a reading, or a decision by which a
 * person added it, who then is the `reader`), `day` the document's day of publication. `review` is there where people decided about it.
 * Of a redacted document the slots stay and the quotes are empty.
 */
export interface StoredClaim {
  readonly claim: Claim;
  readonly seq: number;
  readonly document: string;
  readonly version: number;
  readonly day?: string;
  readonly reader: string;
  readonly review?: Review;
  readonly redacted?: true;
}

/** Which claims; all conditions must hold. */
export interface ClaimFilter {
  /** A document's id. */
  readonly document?: string;
  readonly act?: Act;
  /** Id of an actor or target, or its name where it has no id. */
  readonly party?: string;
  /**
   * `current` (the default): of each document the claims that stand, those of the newest reading of the newest version that was read, with
   * all decisions applied. `all`: every claim of every reading as it was read, whatever was decided.
   */
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

/** Where to go on: `after` is the `next` of the page before, `limit` how many are on a page (1 to 1000; 100 unless told). */
export interface PageAsked {
  readonly after?: string;
  readonly limit?: number;
}

/** A page of versions of documents, the last that came first; `next` is there when more follow. */
export interface DocumentPage {
  readonly documents: readonly ListedDocument[];
  readonly next?: string;
}

/** A page of decisions, newest first; `next` is there when more follow. */
export interface DecisionPage {
  readonly decisions: readonly StoredDecision[];
  readonly next?: string;
}

/** A page of clusters of copies, in the order in which the ledger first had their origins; `next` is there when more follow. */
export interface ClusterPage {
  readonly clusters: readonly Cluster[];
  readonly next?: string;
}

/** An entry with the seq of the document version that it is about (its own, for a document or a decision). */
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

/** The databases that a ledger may lie in. */
export type Dialect = "sqlite" | "postgres";

/** The tables of a shelf: `version` says of which making they are; on another one they are dropped and made anew, empty. */
export interface ShelfShape {
  readonly name: string;
  readonly version: string;
  readonly drop: Readonly<Record<Dialect, readonly string[]>>;
  readonly make: Readonly<Record<Dialect, readonly string[]>>;
}

/** Tables that lie in the ledger's database and can be made again from its entries at any time. */
export interface Shelf<Tables> {
  readonly dialect: Dialect;
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction, as the only writer of the ledger. It must not ask the ledger anything. */
  write<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Drops the tables and makes them anew, empty. */
  clear(): Promise<void>;
  /** Makes the tables, empty, where they are gone: a redaction takes every shelf away. */
  renew(): Promise<void>;
}

/**
 * An append-only, hash-chained ledger. A write is acknowledged when its promise resolves: it then survives a kill of the process and,
 * as far as the store promises it, power loss. Every method may throw `PACTA_LEDGER_BROKEN`, `_LOCKED`, `_DISK_FULL`, `_IO` or `_CLOSED`;
 * reads also `PACTA_QUOTE_MISMATCH` and `PACTA_SPAN_OUTSIDE`, since every quote is held against its text again.
 */
export interface Ledger {
  /** As the user named it; passwords left out. */
  readonly location: string;
  /**
   * Appends all drafts or none, and gives the new head. A document's `version` must be the next of its id, and what a decision is about
   * must be there. After a decision to redact, the words of the document are gone from the store when the promise resolves. Throws
   * `PACTA_LEDGER_ENTRY_INVALID`, `_CLAIM_TAKEN`, `_REDACTED`, `PACTA_LEDGER_DECISION_…`.
   */
  append(drafts: readonly Draft[]): Promise<Head>;
  /** Appends what is new of a batch, all or nothing; a text (with its day) that is there, a reading of it by the same reader, and what was redacted are skipped. */
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
  /** The same by pages, the last that came first. Throws `PACTA_LEDGER_CURSOR`. */
  documentPage(page?: PageAsked): Promise<DocumentPage>;
  /** The newest reading of the newest version that was read, or of `version`, or by `reader`. */
  reading(document: string, which?: { readonly version?: number; readonly reader?: string }): Promise<StoredReading | undefined>;
  /** The readings of a document, newest version first, of each the newest reading first. */
  readings(document: string): Promise<readonly ListedReading[]>;
  /** The claim of that id as it stands, undefined where it was rejected; one that only an older reading has, and `all`: as it was read, in the newest reading that has it. */
  claim(id: string, which?: Pick<ClaimFilter, "readings">): Promise<StoredClaim | undefined>;
  /** Throws `PACTA_LEDGER_CURSOR` for an `after` that no page gave. */
  claims(filter?: ClaimFilter): Promise<ClaimPage>;
  /** What stands of a document: the claims of its newest reading with all decisions applied, and the decisions that find nothing. Undefined where there is no such document. */
  standing(document: string): Promise<Standing | undefined>;
  /**
   * The documents that are copies of one report with this one, told by the newest version of each, and the one that the others have it from.
   * A document that was redacted is alone. Undefined where there is no such document. Throws `PACTA_KNOWLEDGE` and the like.
   */
  copies(document: string): Promise<Cluster | undefined>;
  /** By document the origin of its copies (itself, where it has none), for all of these that are there. Many are asked about in a few queries. */
  origins(documents: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Every cluster of two documents and more, `limit` (100) on a page, `after` the `next` of the page before. Goes through all documents. Throws `PACTA_LEDGER_CURSOR`. */
  clusters(page?: { readonly after?: string; readonly limit?: number }): Promise<ClusterPage>;
  /** Every decision, or those of these types, newest first. */
  decisions(types?: readonly Decided["decision"]["type"][]): AsyncIterable<StoredDecision>;
  /** Every decision by pages, newest first. Throws `PACTA_LEDGER_CURSOR`. */
  decisionPage(page?: PageAsked): Promise<DecisionPage>;
  /** Room in the ledger's own database for what a later part derives from the entries. */
  shelf<Tables>(shape: ShelfShape): Promise<Shelf<Tables>>;
  /** Drops the projections and makes them again from the entries, which it only reads. Gives the head they were made up to. */
  rebuild(): Promise<Head>;
  /** The entries up to a head of the ledger, as they are chained; others may append meanwhile. Each is held against its hash and the one before. Throws `PACTA_LEDGER_REDACTED_MEANWHILE` where words that they had go while they are given. */
  sealed(end: Head): AsyncIterable<SealedEntry>;
  /** Takes over the sealed entries of another ledger, all or none, each held against all that `verify` looks at. Throws `PACTA_LEDGER_NOT_EMPTY` unless it has none yet. */
  takeOver(entries: AsyncIterable<SealedEntry>): Promise<Head>;
  readonly audit: Audit;
  /** Waits for what is under way. Closing twice is fine. */
  close(): Promise<void>;
}
