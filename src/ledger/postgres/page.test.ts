// A page of claims costs what stands on it, and not what stands in the ledger: the server counts the rows that it looks at.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { loadNearSetting } from "../../document/index.ts";
import { story } from "../../document/near/story.fixture.ts";
import type { ClaimFilter, Read } from "../ledger.ts";
import { CLOCK, documentOf, report } from "../report.fixture.ts";
import { sqlLedger } from "../sql/index.ts";
import type { Db } from "../sql/index.ts";
import { parseAddress } from "./address.ts";
import { freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";
import { postgresStore } from "./store.ts";

requirePostgres("src/ledger/postgres/page.test.ts");

/** Rows that this connection has had the server look at, in tables and in indices. */
async function rowsSeen(db: Db): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ seen: string }>`
    select (select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables where schemaname = current_schema())
      + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = current_schema()) as seen`.execute(db);
  return Number(rows[0]?.seen);
}

const FILTERS: readonly ClaimFilter[] = [
  {},
  { act: "sign" },
  { party: "NOR" },
  { party: "NOR", act: "sign" },
  { party: "NOR", after: "2000.0" },
  { document: "d700" },
  { party: "SWE" },
  { readings: "all" },
];

describe.runIf(hasPostgres)("a page of claims on a server", () => {
  test("is found without a look at the rest, whether the planner has figures of the tables or none", { timeout: 60_000 }, async () => {
    const store = await postgresStore(parseAddress(await freshAddress()), { create: true, patience: 1000 });
    const ledger = sqlLedger(store, CLOCK, loadNearSetting);
    await ledger.appendReadings(
      Array.from({ length: 1500 }, (_, n) => report(`d${n}`)),
      "r1",
    );
    for (const figures of ["none", "some"]) {
      if (figures === "some") await sql`analyze entries, documents, readings, claims, claim_parties`.execute(store.db);
      for (const filter of FILTERS) {
        const before = await rowsSeen(store.db);
        await ledger.claims({ ...filter, limit: 10 });
        expect([figures, filter, (await rowsSeen(store.db)) - before < 400]).toEqual([figures, filter, true]);
      }
    }
    await ledger.close();
  });

  test("of copies costs what is asked about, too", { timeout: 60_000 }, async () => {
    const store = await postgresStore(parseAddress(await freshAddress()), { create: true, patience: 1000 });
    const ledger = sqlLedger(store, CLOCK, loadNearSetting);
    const days = Array.from({ length: 1500 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + (n % 500))).toISOString().slice(0, 10));
    const papers = days.map((day, n): Read => {
      const id = `d${n}`;
      return { document: documentOf(id, story(n, 40), { published: { day, basis: "caller" } }), reading: { id, claims: [], abstained: [] } };
    });
    await ledger.appendReadings(papers, "r1");
    for (const figures of ["none", "some"]) {
      if (figures === "some") await sql`analyze documents, near, near_keys`.execute(store.db);
      const before = await rowsSeen(store.db);
      const asked = papers.filter((_, n) => n % 4 === 0).map(({ document }) => document.id);
      expect((await ledger.origins(asked)).size).toBe(375);
      // Some 100 rows for each that is asked about: its keys, looked up in each of the periods. From the wrong end of the index it is 340.
      expect([figures, (await rowsSeen(store.db)) - before < 160 * asked.length]).toEqual([figures, true]);
    }
    await ledger.close();
  });
});
