// Deliveries as rows: who takes them, what came of them, and when they are tried again.
import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";
import { chunks } from "../ledger/index.ts";
import type { DeadDelivery, Delivery, LogLine, Settled, WatchStore } from "../watch/index.ts";
import type { Tables } from "./schema.ts";

/** Deliveries that were given up, and tries, of which the newest are kept. */
const [MOST_DEAD, MOST_TRIES] = [10_000, 10_000];

/** See `WatchStore.take`. */
export async function take(db: Kysely<Tables>, now: string, until: string, limit: number, except: readonly string[]): Promise<readonly Delivery[]> {
  // The conditions stand outside too: what another process took while we waited for it is no longer free.
  const { rows } = await sql<
    Tables["deliveries"]
  >`update deliveries set leased = ${until} where state = 'due' and leased <= ${now} and (alert, channel) in
    (select alert, channel from deliveries where state = 'due' and due <= ${now} and leased <= ${now}
      and channel not in (${sql.join([...except, ""])}) order by due, alert limit ${limit}) returning *`.execute(db);
  return rows.map(deliveryOf);
}

type DeliveryRow = Tables["deliveries"];
type Row = { readonly [Key in keyof DeliveryRow]: DeliveryRow[Key] };

/** A row as a delivery. */
export function deliveryOf({ alert, watch, channel, kind, due, tries }: Omit<Row, "n">): Delivery {
  return { alert, watch, channel, kind: kind as Delivery["kind"], due, tries };
}

/** A row of one that was given up. */
export function deadOf(row: Row): DeadDelivery {
  return { ...deliveryOf(row), code: row.code ?? "", ...(row.status === null ? {} : { status: row.status }) };
}

/** See `WatchStore.settle`. */
export async function settle(db: Transaction<Tables>, settled: readonly Settled[]): Promise<void> {
  for (const { delivery, line, due } of settled) {
    const one = { alert: delivery.alert, channel: delivery.channel };
    if (line.outcome === "sent" || line.outcome === "gone") {
      await db.deleteFrom("deliveries").where("alert", "=", one.alert).where("channel", "=", one.channel).execute();
      continue;
    }
    const told = { status: line.status ?? null, code: line.code ?? null, tries: line.tries, leased: "" };
    const next = line.outcome === "dead" ? { ...told, state: "dead", due: line.at } : { ...told, due: due ?? line.at };
    await db.updateTable("deliveries").set(next).where("alert", "=", one.alert).where("channel", "=", one.channel).execute();
  }
  await noteTries(
    db,
    settled.map(({ line }) => line),
  );
  if (settled.some(({ line }) => line.outcome === "dead")) await trimDead(db);
}

async function trimDead(db: Transaction<Tables>): Promise<void> {
  const oldest = db.selectFrom("deliveries").select("due").where("state", "=", "dead").orderBy("due", "desc").limit(1).offset(MOST_DEAD);
  const { due } = (await oldest.executeTakeFirst()) ?? {};
  if (due !== undefined) await db.deleteFrom("deliveries").where("state", "=", "dead").where("due", "<=", due).execute();
}

/** Notes tries; the oldest go. */
export async function noteTries(db: Transaction<Tables>, lines: readonly LogLine[]): Promise<void> {
  const rows = lines.map((line) => ({ watch: line.watch, body: JSON.stringify(line) }));
  let last = 0;
  for (const some of chunks(rows))
    for (const { n } of await db
      .insertInto("tries")
      .values([...some])
      .returning("n")
      .execute())
      last = Math.max(last, n);
  await db
    .deleteFrom("tries")
    .where("n", "<=", last - MOST_TRIES)
    .execute();
}

/** See `WatchStore.replay`. */
export async function replay(db: Kysely<Tables>, { alerts, watch }: Parameters<WatchStore["replay"]>[0], now: string): Promise<number> {
  const again = db.updateTable("deliveries").set({ state: "due", due: now, leased: "", tries: 0 }).where("state", "=", "dead");
  const ofWatch = watch === undefined ? again : again.where("watch", "=", watch);
  if (alerts === undefined) return Number((await ofWatch.executeTakeFirst()).numUpdatedRows);
  let count = 0n;
  for (const some of chunks(alerts)) count += (await ofWatch.where("alert", "in", some).executeTakeFirst()).numUpdatedRows;
  return Number(count);
}
