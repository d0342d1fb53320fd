// What the ledger holds about the documents of a batch, asked in a few queries for all of them together.
import type { Known, KnownVersion } from "../plan.ts";
import { chunks } from "./chunks.ts";
import type { Db } from "./store.ts";

/** The versions of these documents, with the readers that read each. */
export async function knownOf(db: Db, ids: Iterable<string>): Promise<Known> {
  const known = new Map<string, KnownVersion[]>();
  for (const some of chunks([...new Set(ids)])) {
    const documents = await db.selectFrom("documents").selectAll().where("id", "in", some).orderBy("version").execute();
    const readers = await readersOf(
      db,
      documents.map((document) => document.seq),
    );
    for (const { id, day, ...version } of documents) {
      const versions = known.get(id) ?? [];
      versions.push({ ...version, ...(day === null ? {} : { day }), readers: readers.get(version.seq) ?? new Set() });
      known.set(id, versions);
    }
  }
  return known;
}

async function readersOf(db: Db, documents: readonly number[]): Promise<Map<number, Set<string>>> {
  const readers = new Map<number, Set<string>>();
  for (const some of chunks(documents)) {
    const rows = await db.selectFrom("readings").select(["document", "reader"]).where("document", "in", some).execute();
    for (const { document, reader } of rows) readers.set(document, (readers.get(document) ?? new Set()).add(reader));
  }
  return readers;
}

/** The document that each of these claim ids belongs to; new ids are absent. */
export async function claimOwners(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const some of chunks(ids)) {
    const joined = db
      .selectFrom("claims")
      .innerJoin("readings", "readings.seq", "claims.seq")
      .innerJoin("documents", "documents.seq", "readings.document");
    for (const row of await joined.select(["claims.id as claim", "documents.id as document"]).where("claims.id", "in", some).execute())
      owners.set(row.claim, row.document);
    for (const row of await db.selectFrom("decision_claims").select(["claim", "document"]).where("claim", "in", some).execute())
      owners.set(row.claim ?? "", row.document);
  }
  return owners;
}
