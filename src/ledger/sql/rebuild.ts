// Rebuilding: the projections are dropped and made again from the entries, in one transaction, so that no reader sees half of them.
import { EMPTY } from "../chain.ts";
import type { Head } from "../chain.ts";
import { join, project } from "../projection.ts";
import type { Projection } from "../projection.ts";
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
    const head = await projectAll(store, fresh);
    await setPosition(fresh, head);
    return head;
  });
}

async function projectAll(store: Store, db: Db): Promise<Head> {
  let last = EMPTY;
  let page: Projection[] = [];
  for await (const { entry, documentSeq } of walk(store, db, 1)) {
    last = { seq: entry.seq, hash: entry.hash };
    page.push(project(entry, documentSeq));
    if (page.length < PAGE) continue;
    await insertProjection(db, join(page));
    page = [];
  }
  await insertProjection(db, join(page));
  return last;
}
