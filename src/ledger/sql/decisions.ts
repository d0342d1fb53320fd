// Listing decisions, each with what it finds today.
import { documentsOf, refsOf, undoneOf } from "../decision/index.ts";
import type { Decided } from "../decision/index.ts";
import type { DecisionPage, PageAsked, StoredDecision } from "../ledger.ts";
import { decisionsOf, undoing } from "./decided.ts";
import { nextOf, seqPage } from "./page.ts";
import { reviewsOf } from "./review.ts";
import type { Reviewed } from "./review.ts";
import type { Db, Store } from "./store.ts";

/** Decisions in a page; each may want a document and its reading. */
const PAGE = 100;

/** See `Ledger.decisions`. */
export async function* decisions(store: Store, db: Db, types?: readonly Decided["decision"]["type"][]): AsyncGenerator<StoredDecision> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = db.selectFrom("decisions").select("seq").where("seq", "<", before).orderBy("seq", "desc").limit(PAGE);
    const rows = await (types === undefined ? page : page.where("type", "in", types)).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const seqs = rows.map(({ seq }) => seq);
    yield* (await stored(store, db, seqs)).toReversed();
    before = last.seq;
  }
}

/** See `Ledger.decisionPage`. */
export async function decisionPage(store: Store, db: Db, page: PageAsked): Promise<DecisionPage> {
  const { before, limit } = seqPage(page, "decisions");
  const query = db.selectFrom("decisions").select("seq").where("seq", "<", before).orderBy("seq", "desc");
  const rows = await query.limit(limit + 1).execute();
  const seqs = rows.slice(0, limit).map(({ seq }) => seq);
  return { decisions: (await stored(store, db, seqs)).toReversed(), ...nextOf(rows, limit) };
}

async function stored(store: Store, db: Db, seqs: readonly number[]): Promise<readonly StoredDecision[]> {
  const page = await decisionsOf(store, db, seqs);
  const undone = undoneOf(await decisionsOf(store, db, [...seqs, ...(await undoing(db, seqs))]));
  const reviews = await reviewsOf(
    store,
    db,
    page.flatMap(({ decision }) => documentsOf(decision)),
  );
  return page.map((decided) => ({ ...decided, undone: undone.has(decided.seq), found: foundBy(decided, reviews) }));
}

/** The ids of the claims that a decision means; one that was added and is undone counts as found. */
function foundBy({ seq, decision }: Decided, reviews: ReadonlyMap<string, Reviewed>): readonly (string | null)[] {
  const meantIn = (document: string, i: number) => reviews.get(document)?.applied.meant.get(seq)?.[i]?.told.id ?? null;
  if (decision.type === "add-claim" || decision.type === "promote") return [meantIn(decision.document, 0)];
  return refsOf(decision).map(({ document }, i) => meantIn(document, i));
}
