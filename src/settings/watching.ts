// What is kept of watching, on any SQL database. A transaction begins with a write, so that whoever else writes waits for it, and none of two that read
// the same finds in the end that it cannot write.
import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";
import { chunks } from "../ledger/index.ts";
import type { Alert, DeadDelivery, Delivery, LogLine, OpenDigest, Settled, Step, Watch, WatchStore } from "../watch/index.ts";
import type { Run } from "./run.ts";
import type { Tables } from "./schema.ts";

const POSITION = "watched";
const DIGEST = "digest ";
/** Alerts that are kept of a watch, deliveries that were given up, and tries. */
const [MOST_ALERTS, MOST_DEAD, MOST_TRIES] = [1000, 10_000, 10_000];
const LIMIT = 100;

/** What is kept of watching in open tables. */
export function watchingIn(db: Kysely<Tables>, run: Run): WatchStore {
  const write = <T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> => run(async () => db.transaction().execute(work));
  return {
    position: () => run(async () => positionIn(db)),
    advance: (step) => write((one) => advance(one, step)),
    openDigests: () =>
      run(async () => {
        const rows = await db.selectFrom("marks").select("value").where("key", ">", DIGEST).where("key", "<", "digest!").orderBy("key").execute();
        return rows.map(({ value }) => JSON.parse(value) as OpenDigest);
      }),
    alerts: ({ watch, limit = LIMIT } = {}) =>
      run(async () => {
        const all = db.selectFrom("alerts").select("body").orderBy("n", "desc").limit(limit);
        const rows = await (watch === undefined ? all : all.where("watch", "=", watch)).execute();
        return rows.map(({ body }) => JSON.parse(body) as Alert);
      }),
    alertsById: (ids) => run(async () => alertsById(db, ids)),
    take: (now, until, limit, except) => run(async () => take(db, now, until, limit, except)),
    takeAll: (channel, now, until) =>
      run(async () => {
        const free = db.updateTable("deliveries").set({ leased: until }).where("state", "=", "due").where("leased", "<=", now);
        return (await free.where("channel", "=", channel).returningAll().execute()).map(deliveryOf);
      }),
    nextDue: (now) =>
      run(async () => {
        const due = sql<string>`min(case when due > leased then due else leased end)`.as("next");
        const row = await db.selectFrom("deliveries").select(due).where("state", "=", "due").where("leased", "<=", now).executeTakeFirst();
        return row?.next ?? undefined;
      }),
    settle: (settled) => write((one) => settle(one, settled)),
    release: (deliveries) =>
      write(async (one) => {
        for (const { alert, channel } of deliveries)
          await one.updateTable("deliveries").set({ leased: "" }).where("alert", "=", alert).where("channel", "=", channel).execute();
      }),
    dead: ({ watch, limit = LIMIT } = {}) =>
      run(async () => {
        const all = db.selectFrom("deliveries").selectAll().where("state", "=", "dead").orderBy("due", "desc").orderBy("alert").limit(limit);
        return (await (watch === undefined ? all : all.where("watch", "=", watch)).execute()).map(deadOf);
      }),
    replay: (which, now) => run(async () => replay(db, which, now)),
    log: ({ watch, limit = LIMIT } = {}) =>
      run(async () => {
        const all = db.selectFrom("tries").select("body").orderBy("n", "desc").limit(limit);
        const rows = await (watch === undefined ? all : all.where("watch", "=", watch)).execute();
        return rows.map(({ body }) => JSON.parse(body) as LogLine);
      }),
    note: (line) => write((one) => noteTries(one, [line])),
    forget: (documents) => (documents.length === 0 ? run(async () => undefined) : write((one) => forget(one, new Set(documents)))),
    drop: (watch) =>
      write(async (one) => {
        for (const table of ["deliveries", "alerts"] as const) await one.deleteFrom(table).where("watch", "=", watch).execute();
        await one
          .deleteFrom("marks")
          .where("key", "=", DIGEST + watch)
          .execute();
      }),
    dropChannel: (channel) => run(async () => void (await db.deleteFrom("deliveries").where("channel", "=", channel).execute())),
  };
}

async function positionIn(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db.selectFrom("marks").select("value").where("key", "=", POSITION).executeTakeFirst();
  return row === undefined ? undefined : Number(row.value);
}

/** The note of how far was watched is moved first, and by one process alone. */
async function advance(db: Transaction<Tables>, { from, to, alerts, deliveries, digests, closed, followed }: Step): Promise<boolean> {
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
  for (const { watch, deal } of followed) await follow(db, watch, deal);
  for (const watch of new Set(rows.map((row) => row.watch))) await trimAlerts(db, watch);
  return true;
}

/** Ten values a row stay below what a statement may hold. */
const ROWS = 64;

function documentsIn(alert: Alert): readonly string[] {
  return alert.kind === "change" ? [...new Set(alert.told.map(({ document }) => document.id))] : [];
}

async function follow(db: Transaction<Tables>, watch: string, deal: string): Promise<void> {
  const row = await db.selectFrom("records").select("body").where("kind", "=", "watch").where("id", "=", watch).executeTakeFirst();
  const known = row === undefined ? undefined : (JSON.parse(row.body) as Watch);
  if (known === undefined || !("deal" in known.about)) return;
  const body = JSON.stringify({ ...known, about: { deal } });
  await db.updateTable("records").set({ body }).where("kind", "=", "watch").where("id", "=", watch).execute();
}

/** The oldest go but for those that are still on their way. */
async function trimAlerts(db: Transaction<Tables>, watch: string): Promise<void> {
  const oldest = db.selectFrom("alerts").select("n").where("watch", "=", watch).orderBy("n", "desc").limit(1).offset(MOST_ALERTS);
  const { n } = (await oldest.executeTakeFirst()) ?? {};
  if (n === undefined) return;
  const sent = sql<boolean>`not exists (select 1 from deliveries d where d.alert = alerts.id)`;
  await db.deleteFrom("alerts").where("watch", "=", watch).where("n", "<=", n).where(sent).execute();
}

async function alertsById(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Alert[]> {
  const alerts: Alert[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("alerts").select("body").where("id", "in", some).orderBy("n").execute();
    alerts.push(...rows.map(({ body }) => JSON.parse(body) as Alert));
  }
  return alerts;
}

async function take(db: Kysely<Tables>, now: string, until: string, limit: number, except: readonly string[]): Promise<readonly Delivery[]> {
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

function deliveryOf({ alert, watch, channel, kind, due, tries }: Omit<Row, "n">): Delivery {
  return { alert, watch, channel, kind: kind as Delivery["kind"], due, tries };
}

function deadOf(row: Row): DeadDelivery {
  return { ...deliveryOf(row), code: row.code ?? "", ...(row.status === null ? {} : { status: row.status }) };
}

async function settle(db: Transaction<Tables>, settled: readonly Settled[]): Promise<void> {
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

async function noteTries(db: Transaction<Tables>, lines: readonly LogLine[]): Promise<void> {
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

async function replay(db: Kysely<Tables>, { alerts, watch }: Parameters<WatchStore["replay"]>[0], now: string): Promise<number> {
  const again = db.updateTable("deliveries").set({ state: "due", due: now, leased: "", tries: 0 }).where("state", "=", "dead");
  const ofWatch = watch === undefined ? again : again.where("watch", "=", watch);
  if (alerts === undefined) return Number((await ofWatch.executeTakeFirst()).numUpdatedRows);
  let count = 0n;
  for (const some of chunks(alerts)) count += (await ofWatch.where("alert", "in", some).executeTakeFirst()).numUpdatedRows;
  return Number(count);
}

/** The words go; what changed, and in which document it stood, stays. */
async function forget(db: Transaction<Tables>, documents: ReadonlySet<string>): Promise<void> {
  for (const id of documents) {
    const rows = await db
      .selectFrom("alerts")
      .select(["n", "body"])
      .where("documents", "like", `%${JSON.stringify(id).replace(/[\\%_]/g, "_")}%`)
      .execute();
    for (const { n, body } of rows) {
      const alert = JSON.parse(body) as Alert;
      if (alert.kind !== "change") continue;
      const told = alert.told.map((one) => {
        if (one.document.id !== id) return one;
        const { published } = one.document;
        return { ...one, words: "", sources: [], document: { id, ...(published === undefined ? {} : { published }) } };
      });
      await db
        .updateTable("alerts")
        .set({ body: JSON.stringify({ ...alert, told }) })
        .where("n", "=", n)
        .execute();
    }
  }
}
