// A step of watching as rows: how far was looked, what is told, and what is on its way.
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { chunks } from "../ledger/index.ts";
import type { Alert, Step, Watch } from "../watch/index.ts";
import type { Tables } from "./schema.ts";
import { CHANGES, contested, swapped } from "./swap.ts";

/** Keys of notes: how far was watched, and the digests that are gathered, by watch. */
export const [POSITION, DIGEST] = ["watched", "digest "];
/** Alerts that are kept of a watch. */
const MOST_ALERTS = 1000;

/** See `WatchStore.advance`. The note of how far was watched is moved first, and by one process alone. */
export async function advance(db: Transaction<Tables>, { from, to, alerts, deliveries, digests, closed, followed }: Step): Promise<boolean> {
  const value = String(to);
  const moved =
    from === undefined
      ? (
          await db
            .insertInto("marks")
            .values({ key: POSITION, value })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (await db.updateTable("marks").set({ value }).where("key", "=", POSITION).where("value", "=", String(from)).executeTakeFirst())
          .numUpdatedRows;
  if (moved !== 1n) return false;
  await putDigests(db, digests, closed);
  await putAlerts(db, alerts, deliveries);
  for (const { watch, deal } of followed) await follow(db, watch, deal);
  for (const watch of new Set(alerts.map((alert) => alert.watch.id))) await trimAlerts(db, watch);
  return true;
}

async function putDigests(db: Transaction<Tables>, digests: Step["digests"], closed: Step["closed"]): Promise<void> {
  for (const watch of closed)
    await db
      .deleteFrom("marks")
      .where("key", "=", DIGEST + watch)
      .execute();
  for (const digest of digests) {
    const row = { key: DIGEST + digest.watch, value: JSON.stringify(digest) };
    await db
      .insertInto("marks")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: row.value }))
      .execute();
  }
}

/** Alerts that are there stay as they are, and nothing of them is on its way again. */
async function putAlerts(db: Transaction<Tables>, alerts: Step["alerts"], deliveries: Step["deliveries"]): Promise<void> {
  const rows = alerts.map((alert) => ({
    id: alert.id,
    watch: alert.watch.id,
    documents: JSON.stringify(documentsIn(alert)),
    body: JSON.stringify(alert),
  }));
  const fresh = new Set<string>();
  for (const some of chunks(rows)) {
    const put = db
      .insertInto("alerts")
      .values([...some])
      .onConflict((conflict) => conflict.column("id").doNothing());
    for (const { id } of await put.returning("id").execute()) fresh.add(id);
  }
  const due = deliveries
    .filter(({ alert }) => fresh.has(alert))
    .map((delivery) => ({ ...delivery, state: "due", leased: "", status: null, code: null }));
  for (const some of chunks(due, ROWS))
    await db
      .insertInto("deliveries")
      .values([...some])
      .execute();
}

/** Ten values a row stay below what a statement may hold. */
const ROWS = 64;

function documentsIn(alert: Alert): readonly string[] {
  return alert.kind === "change" ? [...new Set(alert.told.map(({ document }) => document.id))] : [];
}

/** Somebody may name the watch anew, or give it a way, in the same moment. */
async function follow(db: Transaction<Tables>, watch: string, deal: string): Promise<void> {
  for (let attempt = 1; attempt <= CHANGES; attempt += 1) {
    const row = await db.selectFrom("records").select("body").where("kind", "=", "watch").where("id", "=", watch).executeTakeFirst();
    const known = row === undefined ? undefined : (JSON.parse(row.body) as Watch);
    if (known === undefined || !("deal" in known.about)) return;
    if (await swapped(db, { kind: "watch", id: watch }, row?.body, JSON.stringify({ ...known, about: { deal } }))) return;
  }
  throw contested();
}

/** The oldest go but for those that are still on their way. */
async function trimAlerts(db: Transaction<Tables>, watch: string): Promise<void> {
  const oldest = db.selectFrom("alerts").select("n").where("watch", "=", watch).orderBy("n", "desc").limit(1).offset(MOST_ALERTS);
  const { n } = (await oldest.executeTakeFirst()) ?? {};
  if (n === undefined) return;
  const sent = sql<boolean>`not exists (select 1 from deliveries d where d.alert = alerts.id)`;
  await db.deleteFrom("alerts").where("watch", "=", watch).where("n", "<=", n).where(sent).execute();
}
