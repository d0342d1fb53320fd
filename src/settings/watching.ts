// What is kept of watching, on any SQL database. A transaction begins with a write, so that whoever else writes waits for it, and none of two that read
// the same finds in the end that it cannot write.
import type { Kysely, Transaction } from "kysely";
import type { LogLine, OpenDigest, WatchStore } from "../watch/index.ts";
import type { Run } from "./run.ts";
import type { Tables } from "./schema.ts";
import { alertsIn, forget, LIMIT } from "./watch-alert.ts";
import { deadOf, deliveryOf, noteTries, replay, settle, take } from "./watch-delivery.ts";
import { advance, DIGEST, POSITION } from "./watch-step.ts";

/** Runs work in a transaction. */
type Write = <T>(work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** What is kept of watching in open tables. */
export function watchingIn(db: Kysely<Tables>, run: Run): WatchStore {
  const write: Write = async (work) => run(async () => db.transaction().execute(work));
  return { ...alertsIn(db, run), ...progressIn(db, run, write), ...queueIn(db, run, write), ...triesIn(db, run, write) };
}

function progressIn(db: Kysely<Tables>, run: Run, write: Write): Pick<WatchStore, "position" | "advance" | "openDigests" | "forget" | "drop"> {
  return {
    position: () => run(async () => positionIn(db)),
    advance: (step) => write((one) => advance(one, step)),
    openDigests: () =>
      run(async () => {
        const rows = await db.selectFrom("marks").select("value").where("key", ">", DIGEST).where("key", "<", "digest!").orderBy("key").execute();
        return rows.map(({ value }) => JSON.parse(value) as OpenDigest);
      }),
    forget: (documents) => (documents.length === 0 ? run(async () => undefined) : write((one) => forget(one, new Set(documents)))),
    drop: (watch) =>
      write(async (one) => {
        for (const table of ["deliveries", "alerts"] as const) await one.deleteFrom(table).where("watch", "=", watch).execute();
        await one
          .deleteFrom("marks")
          .where("key", "=", DIGEST + watch)
          .execute();
      }),
  };
}

function queueIn(
  db: Kysely<Tables>,
  run: Run,
  write: Write,
): Pick<WatchStore, "take" | "takeAll" | "nextDue" | "settle" | "release" | "dropChannel"> {
  return {
    take: (now, until, limit, except) => run(async () => take(db, now, until, limit, except)),
    takeAll: (channel, now, until) =>
      run(async () => {
        const free = db.updateTable("deliveries").set({ leased: until }).where("state", "=", "due").where("leased", "<=", now);
        return (await free.where("channel", "=", channel).returningAll().execute()).map(deliveryOf);
      }),
    nextDue: (now) =>
      run(async () => {
        const free = db.selectFrom("deliveries").select("due").where("state", "=", "due").where("leased", "<=", now);
        return (await free.orderBy("due").limit(1).executeTakeFirst())?.due;
      }),
    settle: (settled) => write((one) => settle(one, settled)),
    release: (deliveries) =>
      write(async (one) => {
        for (const { alert, channel } of deliveries)
          await one.updateTable("deliveries").set({ leased: "" }).where("alert", "=", alert).where("channel", "=", channel).execute();
      }),
    dropChannel: (channel) => run(async () => void (await db.deleteFrom("deliveries").where("channel", "=", channel).execute())),
  };
}

function triesIn(db: Kysely<Tables>, run: Run, write: Write): Pick<WatchStore, "dead" | "replay" | "log" | "note"> {
  return {
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
  };
}

async function positionIn(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db.selectFrom("marks").select("value").where("key", "=", POSITION).executeTakeFirst();
  return row === undefined ? undefined : Number(row.value);
}
