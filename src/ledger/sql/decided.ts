// The decisions about documents, with the undoing of them, as the entries have them.
import type { Decided, DecisionBody } from "../decision/index.ts";
import { broken } from "../chain.ts";
import type { Entry } from "../entry.ts";
import { entriesOf } from "./entries.ts";
import { withQuotes } from "./quotes.ts";
import { chunks } from "./chunks.ts";
import type { Db, Store } from "./store.ts";

/** Those of the documents about which anything was decided. */
export async function decidedAmong(db: Db, documents: Iterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of chunks([...new Set(documents)])) {
    const rows = await db.selectFrom("decision_documents").select("document").distinct().where("document", "in", some).execute();
    found.push(...rows.map(({ document }) => document));
  }
  return found;
}

/** The decisions about each of these documents in the order of their seqs, those that undo them among them. */
export async function decidedOf(store: Store, db: Db, documents: readonly string[]): Promise<ReadonlyMap<string, readonly Decided[]>> {
  const about = new Map<number, Set<string>>();
  for (const some of chunks(documents)) {
    const rows = await db.selectFrom("decision_documents").select(["seq", "document"]).where("document", "in", some).execute();
    for (const { seq, document } of rows) about.set(seq, (about.get(seq) ?? new Set()).add(document));
  }
  const byDocument = new Map<string, Decided[]>();
  const all = await decisionsOf(store, db, [...about.keys(), ...(await undoing(db, [...about.keys()]))]);
  for (const one of all) {
    // What undoes a decision is about what that is about.
    const own = (one.decision.type === "undo" ? about.get(one.decision.decision) : about.get(one.seq)) ?? new Set<string>();
    about.set(one.seq, own);
    for (const document of own) {
      const list = byDocument.get(document) ?? [];
      list.push(one);
      byDocument.set(document, list);
    }
  }
  return byDocument;
}

/** The seqs of decisions that undo these, or that undo such. */
export async function undoing(db: Db, seqs: readonly number[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (let last = seqs; last.length > 0;) {
    const next: number[] = [];
    for (const some of chunks(last)) {
      const rows = await db.selectFrom("decisions").select("seq").where("undoes", "in", some).execute();
      next.push(...rows.map(({ seq }) => seq));
    }
    found.push(...next);
    last = next;
  }
  return found;
}

/** The decisions of these seqs, in their order. */
export async function decisionsOf(store: Store, db: Db, seqs: readonly number[]): Promise<readonly Decided[]> {
  const entries = await entriesOf(store, db, seqs);
  const decided: Decided[] = [];
  for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
    const entry = expectDecision(entries.get(seq), seq);
    const decision = entry.redacted === undefined ? entry.body.decision : await withQuotes(store, db, entry.body.decision);
    decided.push({ ...entry.body, decision, seq, at: entry.at });
  }
  return decided;
}

/** The entry as the decision that a projection said it is. */
function expectDecision(entry: Entry | undefined, seq: number): Entry & { readonly kind: "decision"; readonly body: DecisionBody } {
  if (entry?.kind !== "decision") throw broken("it should be a decision; pacta rebuild makes the projections again", seq);
  return entry;
}
