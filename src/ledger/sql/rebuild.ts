// Rebuilding: the projections are dropped and made again from the entries, in one transaction, so that no reader sees half of them.
// Those of decisions come first: by them the walk knows which entries may lack their words.
import { EMPTY, entryOf } from "../chain.ts";
import type { Head } from "../chain.ts";
import { join, project } from "../projection.ts";
import type { Projection } from "../projection.ts";
import { selectEntries } from "./entries.ts";
import { insertProjection, setPosition } from "./rows.ts";
import type { Db, Store } from "./store.ts";
import { walk } from "./walk.ts";

/** Entries whose rows are inserted at once; the walk keeps more documents at hand than this. */
const PAGE = 64;

/** See `Ledger.rebuild`. */
export function rebuild(store: Store): Promise<Head> {
  return store.write((db) => projectAnew(store, db));
}

/** The same within a transaction. */
export function projectAnew(store: Store, db: Db): Promise<Head> {
  return store.remakeProjections(db, async (fresh) => {
    await projectDecisions(store, fresh);
    const head = await projectAll(store, fresh);
    await setPosition(fresh, head);
    return head;
  });
}

async function projectDecisions(store: Store, db: Db): Promise<void> {
  for (let after = 0; ;) {
    const query = selectEntries(store, db).where("entries.kind", "=", "decision").where("entries.seq", ">", after);
    const rows = await query.orderBy("entries.seq").limit(PAGE).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await insertProjection(db, join(rows.map((row) => project(entryOf(row), row.seq))));
    after = last.seq;
  }
}

async function projectAll(store: Store, db: Db): Promise<Head> {
  let last = EMPTY;
  let page: Projection[] = [];
  for await (const { entry, documentSeq } of walk(store, db, 1)) {
    last = { seq: entry.seq, hash: entry.hash };
    if (entry.kind !== "decision") page.push(project(entry, documentSeq));
    if (page.length < PAGE) continue;
    await insertProjection(db, join(page));
    page = [];
  }
  await insertProjection(db, join(page));
  return last;
}
