// Alerts as rows.
import type { Kysely, Transaction } from "kysely";
import { chunks } from "../ledger/index.ts";
import type { Alert, WatchStore, Which } from "../watch/index.ts";
import type { Run } from "./run.ts";
import type { Tables } from "./schema.ts";

/** How much is given unless more or less is asked for. */
export const LIMIT = 100;

/** What is asked of alerts. */
export function alertsIn(db: Kysely<Tables>, run: Run): Pick<WatchStore, "alerts" | "alertsById"> {
  return {
    alerts: async ({ watch, limit = LIMIT }: Which = {}) =>
      run(async () => {
        const all = db.selectFrom("alerts").select("body").orderBy("n", "desc").limit(limit);
        const rows = await (watch === undefined ? all : all.where("watch", "=", watch)).execute();
        return rows.map(({ body }) => JSON.parse(body) as Alert);
      }),
    alertsById: async (ids) => run(async () => alertsById(db, ids)),
  };
}

async function alertsById(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Alert[]> {
  const alerts: Alert[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("alerts").select("body").where("id", "in", some).orderBy("n").execute();
    alerts.push(...rows.map(({ body }) => JSON.parse(body) as Alert));
  }
  return alerts;
}

/** See `WatchStore.forget`. The words go; what changed, and in which document it stood, stays. */
export async function forget(db: Transaction<Tables>, documents: ReadonlySet<string>): Promise<void> {
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
