// Entries as they are chained, out of one ledger and into another: what a backup holds, and what moves a ledger from store to store.
import { PactaError } from "../../error.ts";
import { broken, checkLink, EMPTY, sealedOf } from "../chain.ts";
import type { Head, SealedEntry } from "../chain.ts";
import { projectAnew } from "./rebuild.ts";
import { insertEntries, lastEntry } from "./rows.ts";
import type { Db, Store } from "./store.ts";
import { rowsFrom } from "./walk.ts";

/** Entries that are inserted at once. */
const PAGE = 64;

/** See `Ledger.sealed`. Entries are never changed, so that those up to a head are one state of the ledger whenever they are read. */
export async function* sealed(store: Store, db: Db, end: Head): AsyncGenerator<SealedEntry> {
  let last = EMPTY;
  for await (const row of rowsFrom(store, db, 1)) {
    if (row.seq > end.seq) break;
    const entry = sealedOf(row);
    checkLink(last, entry);
    last = { seq: entry.seq, hash: entry.hash };
    yield entry;
  }
  if (last.hash !== end.hash) throw broken("the entry is missing", last.seq + 1);
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
