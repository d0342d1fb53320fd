// Entries by seq. One without words is given only where a decision to redact its document stands in the chain.
import { broken, entryOf, WORDS_GONE } from "../chain.ts";
import type { RawRow } from "../chain.ts";
import { documentsNamed } from "../entry.ts";
import type { Entry } from "../entry.ts";
import { chunks } from "./chunks.ts";
import type { Db, Store } from "./store.ts";

/** A query for entries without their words. */
export function selectBodies(store: Store, db: Db) {
  const columns = ["entries.seq", "entries.at", "entries.kind", "entries.prev", "entries.hash"] as const;
  return db.selectFrom("entries").select([...columns, store.bytes("entries.body").as("body")]);
}

/** A query for entries as `entryFrom` reads them. */
export function selectEntries(store: Store, db: Db) {
  return selectBodies(store, db).select(store.bytes("entries.words").as("words"));
}

/** The entry of a row. Throws `PACTA_LEDGER_BROKEN` unless its hashes and schema fit, and its words are there or were redacted. */
export async function entryFrom(store: Store, db: Db, row: RawRow): Promise<Entry> {
  const entry = entryOf(row);
  if (entry.redacted === undefined) return entry;
  const redacted = await redactedOf(store, db, documentsNamed(entry)).catch((cause: unknown) => {
    // Where the decisions are damaged nobody can say that it was redacted; a server that falls just now says nothing about the entry.
    throw store.explain(cause).code === "PACTA_LEDGER_BROKEN" ? broken(WORDS_GONE, row.seq, cause) : cause;
  });
  if (redacted.size === 0) throw broken(WORDS_GONE, row.seq);
  return entry;
}

/** The entries of these seqs that are there. */
export async function entriesOf(store: Store, db: Db, seqs: Iterable<number>): Promise<Map<number, Entry>> {
  const found = new Map<number, Entry>();
  for (const some of chunks([...new Set(seqs)])) {
    for (const row of await selectEntries(store, db).where("seq", "in", some).execute()) found.set(row.seq, await entryFrom(store, db, row));
  }
  return found;
}

/** Those of the documents that were redacted, up to the entry `end`: the chain itself says so, not its projections alone. */
export async function redactedOf(store: Store, db: Db, documents: Iterable<string>, end = Number.MAX_SAFE_INTEGER): Promise<ReadonlySet<string>> {
  const redacted = new Set<string>();
  for (const some of chunks([...new Set(documents)])) {
    const joined = selectEntries(store, db)
      .innerJoin("decision_documents", "decision_documents.seq", "entries.seq")
      .innerJoin("decisions", "decisions.seq", "entries.seq")
      .where("entries.seq", "<=", end);
    const rows = await joined.where("decision_documents.document", "in", some).where("decisions.type", "=", "redact").execute();
    for (const row of rows) {
      const entry = entryOf(row);
      if (entry.kind === "decision" && entry.body.decision.type === "redact") redacted.add(entry.body.decision.document);
    }
  }
  return redacted;
}
