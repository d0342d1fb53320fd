// The few queries that both sides share: the ends of chain and projections, projection rows by seq, and rows in bulk.
import { EMPTY } from "../chain.ts";
import type { Head, SealedEntry } from "../chain.ts";
import { TABLES } from "../projection.ts";
import type { Projection } from "../projection.ts";
import { chunks } from "./chunks.ts";
import type { Db, Store } from "./store.ts";

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
  for (const table of TABLES)
    for (const some of chunks<Projection[typeof table][number]>(rows[table])) await db.insertInto(table).values(some).execute();
}

/** The stored projection rows of the entries `from` to `to`. */
export async function projectionRows(db: Db, from: number, to: number): Promise<Projection> {
  const documents = db.selectFrom("documents").select(["seq", "id", "version", "sha256", "day"]).orderBy("seq");
  const near = db.selectFrom("near").select(["seq", "words", "signature", "host", "names"]).orderBy("seq");
  const nearKeys = db.selectFrom("near_keys").select(["seq", "key", "period", "day"]).orderBy("seq").orderBy("key");
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
  const decisions = db.selectFrom("decisions").select(["seq", "type", "undoes"]).orderBy("seq");
  const decisionDocuments = db.selectFrom("decision_documents").select(["seq", "i", "document"]).orderBy("seq").orderBy("i");
  const decisionClaims = db.selectFrom("decision_claims").select(["seq", "document", "claim", "act"]).orderBy("seq");
  const decisionParties = db.selectFrom("decision_parties").select(["seq", "i", "party"]).orderBy("seq").orderBy("i");
  return {
    documents: await documents.where("seq", ">=", from).where("seq", "<=", to).execute(),
    near: await near.where("seq", ">=", from).where("seq", "<=", to).execute(),
    near_keys: await nearKeys.where("seq", ">=", from).where("seq", "<=", to).execute(),
    readings: await readings.where("seq", ">=", from).where("seq", "<=", to).execute(),
    claims: await claims.where("seq", ">=", from).where("seq", "<=", to).execute(),
    claim_parties: await parties.where("seq", ">=", from).where("seq", "<=", to).execute(),
    abstentions: await abstentions.where("seq", ">=", from).where("seq", "<=", to).execute(),
    decisions: await decisions.where("seq", ">=", from).where("seq", "<=", to).execute(),
    decision_documents: await decisionDocuments.where("seq", ">=", from).where("seq", "<=", to).execute(),
    decision_claims: await decisionClaims.where("seq", ">=", from).where("seq", "<=", to).execute(),
    decision_parties: await decisionParties.where("seq", ">=", from).where("seq", "<=", to).execute(),
  };
}
