// The few queries that both sides share: entries by seq, projection rows by seq, and rows in bulk.
import { EMPTY, entryOf } from "../chain.ts";
import type { Head, SealedEntry } from "../chain.ts";
import type { Entry } from "../entry.ts";
import type { Projection } from "../projection.ts";
import type { Db, Store } from "./store.ts";

/** Rows in one INSERT, and values in one IN: below every database's limit on parameters. */
const CHUNK = 400;

/** Slices of at most `size`. */
export function* chunks<T>(list: readonly T[], size = CHUNK): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** A query for entries without their words. */
export function selectBodies(store: Store, db: Db) {
  const columns = ["entries.seq", "entries.at", "entries.kind", "entries.prev", "entries.hash"] as const;
  return db.selectFrom("entries").select([...columns, store.bytes("entries.body").as("body")]);
}

/** A query for entries as `entryOf` reads them. */
export function selectEntries(store: Store, db: Db) {
  return selectBodies(store, db).select(store.bytes("entries.words").as("words"));
}

/** The entries of these seqs that are there. */
export async function entriesOf(store: Store, db: Db, seqs: Iterable<number>): Promise<Map<number, Entry>> {
  const found = new Map<number, Entry>();
  for (const some of chunks([...new Set(seqs)])) {
    for (const row of await selectEntries(store, db).where("seq", "in", some).execute()) found.set(row.seq, entryOf(row));
  }
  return found;
}

/** The last entry of the chain. */
export async function lastEntry(db: Db): Promise<Head> {
  return (await db.selectFrom("entries").select(["seq", "hash"]).orderBy("seq", "desc").limit(1).executeTakeFirst()) ?? EMPTY;
}

/** How far the projections go. */
export async function position(db: Db): Promise<Head> {
  return (await db.selectFrom("chain").select(["seq", "hash"]).executeTakeFirst()) ?? EMPTY;
}

/** Sets how far the projections go. */
export async function setPosition(db: Db, head: Head): Promise<void> {
  const row = { seq: head.seq, hash: head.hash };
  await db
    .insertInto("chain")
    .values({ one: 1, ...row })
    .onConflict((at) => at.column("one").doUpdateSet(row))
    .execute();
}

/** Inserts entries. */
export async function insertEntries(store: Store, db: Db, rows: readonly SealedEntry[]): Promise<void> {
  const stored = rows.map(({ body, words, ...link }) => ({ ...link, body: store.stored(body), words: words === null ? null : store.stored(words) }));
  for (const some of chunks(stored)) await db.insertInto("entries").values(some).execute();
}

/** Inserts the rows of a projection, those that others refer to first. */
export async function insertProjection(db: Db, rows: Projection): Promise<void> {
  for (const some of chunks(rows.documents)) await db.insertInto("documents").values(some).execute();
  for (const some of chunks(rows.readings)) await db.insertInto("readings").values(some).execute();
  for (const some of chunks(rows.claims)) await db.insertInto("claims").values(some).execute();
  for (const some of chunks(rows.claim_parties)) await db.insertInto("claim_parties").values(some).execute();
  for (const some of chunks(rows.abstentions)) await db.insertInto("abstentions").values(some).execute();
}

/** The stored projection rows of the entries `from` to `to`. */
export async function projectionRows(db: Db, from: number, to: number): Promise<Projection> {
  const documents = db.selectFrom("documents").select(["seq", "id", "version", "sha256", "day"]).orderBy("seq");
  const readings = db.selectFrom("readings").select(["seq", "document", "reader"]).orderBy("seq");
  const claims = db.selectFrom("claims").select(["seq", "n", "id", "act"]).orderBy("seq").orderBy("n");
  const parties = db
    .selectFrom("claim_parties")
    .select(["seq", "n", "role", "i", "party", "act"])
    .orderBy("seq")
    .orderBy("n")
    .orderBy("role")
    .orderBy("i");
  const abstentions = db.selectFrom("abstentions").select(["seq", "n", "reason", "act"]).orderBy("seq").orderBy("n");
  return {
    documents: await documents.where("seq", ">=", from).where("seq", "<=", to).execute(),
    readings: await readings.where("seq", ">=", from).where("seq", "<=", to).execute(),
    claims: await claims.where("seq", ">=", from).where("seq", "<=", to).execute(),
    claim_parties: await parties.where("seq", ">=", from).where("seq", "<=", to).execute(),
    abstentions: await abstentions.where("seq", ">=", from).where("seq", "<=", to).execute(),
  };
}
