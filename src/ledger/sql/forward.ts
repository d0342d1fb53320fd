// Coming forward: what a migration leaves to be done in the ledger's own terms, since SQL alone cannot. It is noted in the store's `meta`
// until it is done, so that the next to open the ledger does it where a process was killed before.
import { entryOf } from "../chain.ts";
import { join, NO_ROWS, project } from "../projection.ts";
import type { Projection } from "../projection.ts";
import { selectEntries } from "./entries.ts";
import { insertProjection } from "./rows.ts";
import type { Db, Store } from "./store.ts";

/** Documents at once. */
const PAGE = 64;

/** Does what is due. Costs one look where nothing is. */
export async function bringForward(store: Store): Promise<void> {
  if (!(await isDue(store.db))) return;
  await store.write(async (db) => {
    // Another process may have done it since we looked.
    if (!(await isDue(db))) return;
    await fillNear(store, db);
    await db.deleteFrom("meta").where("key", "=", "near").execute();
  });
}

async function isDue(db: Db): Promise<boolean> {
  return (await db.selectFrom("meta").select("value").where("key", "=", "near").executeTakeFirst()) !== undefined;
}

/** The rows by which copies are told, of documents that were there before there were such rows. */
async function fillNear(store: Store, db: Db): Promise<void> {
  for (let after = 0; ;) {
    const query = selectEntries(store, db).where("entries.kind", "=", "document").where("entries.seq", ">", after);
    const rows = await query.orderBy("entries.seq").limit(PAGE).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await insertProjection(db, join(rows.map(nearOf)));
    after = last.seq;
  }
}

/** None of an entry that does not fit: the ledger still opens, and `verify` names it. */
function nearOf(row: Parameters<typeof entryOf>[0]): Projection {
  try {
    const { near, near_keys } = project(entryOf(row), row.seq);
    return { ...NO_ROWS, near, near_keys };
  } catch {
    return NO_ROWS;
  }
}
