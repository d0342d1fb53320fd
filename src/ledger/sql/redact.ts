// Redaction: the words of a document's versions, of its readings, and of decisions that quote it are set to null, and what its copies were
// told by is deleted. The hashed bodies stay.
import { chunks } from "./chunks.ts";
import type { Db } from "./store.ts";

/** Takes the words of a document away, in the transaction of the decision to do so. */
export async function redact(db: Db, document: string): Promise<void> {
  const documents = await db.selectFrom("documents").select("seq").where("id", "=", document).execute();
  const versions = documents.map(({ seq }) => seq);
  const seqs = [...versions];
  for (const some of chunks(versions)) {
    const readings = await db.selectFrom("readings").select("seq").where("document", "in", some).execute();
    seqs.push(...readings.map(({ seq }) => seq));
    for (const table of ["near_keys", "near"] as const) await db.deleteFrom(table).where("seq", "in", some).execute();
  }
  const named = db.selectFrom("decision_documents").innerJoin("decisions", "decisions.seq", "decision_documents.seq").select("decisions.seq");
  const decisions = await named.where("decision_documents.document", "=", document).where("decisions.type", "!=", "redact").execute();
  seqs.push(...decisions.map(({ seq }) => seq));
  for (const some of chunks(seqs)) await db.updateTable("entries").set({ words: null }).where("seq", "in", some).execute();
}
