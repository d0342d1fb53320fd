// Entries as they are chained, out of one ledger and into another: what a backup holds, and what moves a ledger from store to store.
import { PactaError } from "../../error.ts";
import { broken, checkLink, EMPTY, entryOf, sealedOf, WORDS_GONE } from "../chain.ts";
import type { Head, SealedEntry } from "../chain.ts";
import { documentsNamed } from "../entry.ts";
import type { Entry } from "../entry.ts";
import { redactedOf } from "./entries.ts";
import { projectAnew } from "./rebuild.ts";
import { insertEntries, lastEntry } from "./rows.ts";
import type { Db, Store } from "./store.ts";
import { rowsFrom } from "./walk.ts";

/** Entries that are inserted at once. */
const PAGE = 64;

/**
 * See `Ledger.sealed`. Entries are never changed, so that those up to a head are one state of the ledger whenever they are read; unless
 * words are taken away meanwhile: entries without them are whole only with the decision to do so.
 */
export async function* sealed(store: Store, db: Db, end: Head): AsyncGenerator<SealedEntry> {
  let last = EMPTY;
  for await (const row of rowsFrom(store, db, 1)) {
    if (row.seq > end.seq) break;
    const entry = sealedOf(row);
    checkLink(last, entry);
    if (entry.words === null) await expectRedaction(store, db, entryOf(row), end.seq);
    last = { seq: entry.seq, hash: entry.hash };
    yield entry;
  }
  if (last.hash !== end.hash) throw broken("the entry is missing", last.seq + 1);
}

async function expectRedaction(store: Store, db: Db, entry: Entry, end: number): Promise<void> {
  const documents = documentsNamed(entry);
  if ((await redactedOf(store, db, documents, end)).size > 0) return;
  const [source] = await redactedOf(store, db, documents);
  if (source === undefined) throw broken(WORDS_GONE, entry.seq);
  const what = "the document was redacted while the entries before that were given";
  throw new PactaError("PACTA_LEDGER_REDACTED_MEANWHILE", what, "Run the command again: it goes up to a later entry then", { source });
}

/** See `Ledger.takeOver`. Projecting the entries reads each of them back, and holds its quotes against its text. */
export function takeOver(store: Store, entries: AsyncIterable<SealedEntry>): Promise<Head> {
  const work = async (db: Db): Promise<Head> => {
    await refuseFull(db);
    await insertAll(store, db, entries);
    return projectAnew(store, db);
  };
  return store.write(work, { once: true });
}

async function refuseFull(db: Db): Promise<void> {
  const { seq } = await lastEntry(db);
  if (seq > 0)
    throw new PactaError("PACTA_LEDGER_NOT_EMPTY", `the ledger holds ${seq} entries already`, "Restore into a ledger that does not exist yet");
}

async function insertAll(store: Store, db: Db, entries: AsyncIterable<SealedEntry>): Promise<void> {
  let last = EMPTY;
  let page: SealedEntry[] = [];
  const settle = async () => {
    await insertEntries(store, db, page);
    page = [];
  };
  for await (const entry of entries) {
    const row = { ...entry, body: bytesOf(entry.body), words: entry.words === null ? null : bytesOf(entry.words) };
    checkLink(last, sealedOf(row));
    last = { seq: entry.seq, hash: entry.hash };
    if (page.push(entry) === PAGE) await settle();
  }
  await settle();
}

const encoder = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
