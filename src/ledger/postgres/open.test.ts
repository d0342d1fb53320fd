// Opening a ledger on a server: what is none, what is not ours to read, and what stands in the way.
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { openLedger } from "../open.ts";
import type { Ledger } from "../ledger.ts";
import { CLOCK, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { parseAddress } from "./address.ts";
import { change, freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";
import { postgresStore } from "./store.ts";

requirePostgres("src/ledger/postgres/open.test.ts");

/** The address of a ledger that holds the reports a and b. */
async function written(): Promise<string> {
  const address = await freshAddress();
  await withLedger(address, (ledger) => ledger.appendReadings([report("a"), report("b")], "r1"));
  return address;
}

async function withLedger<T>(address: string, work: (ledger: Ledger) => Promise<T>, options: { patience?: number } = {}): Promise<T> {
  const ledger = await openLedger(address, { clock: CLOCK, ...options });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** A new user of the server. */
async function newUser(address: string, rights = ""): Promise<string> {
  const name = `u_${randomUUID().replaceAll("-", "_")}`;
  await change(address, `create role ${name} login; ${rights.replaceAll("USER", name)}`);
  return name;
}

function as(user: string, address: string): string {
  return address.replace("pacta@", `${user}@`);
}

describe.runIf(hasPostgres)("a ledger on a server", () => {
  test("keeps what was appended when it is opened again", async () => {
    const address = await written();
    await withLedger(address, async (ledger) => {
      expect(ledger.location).toBe(address);
      expect((await verify(ledger)).seq).toBe(4);
      expect((await ledger.claims()).claims.map(({ claim }) => claim.id)).toEqual(["a#31", "b#31"]);
    });
  });

  test("acknowledges a write only when it is on the disk, whatever the user's own setting is", async () => {
    const address = await written();
    const careless = await newUser(address, "alter role USER superuser; alter role USER set synchronous_commit = off");
    const store = await postgresStore(parseAddress(as(careless, address)), { create: false, patience: 1000 });
    const asked = await store.write((db) => sql<{ on: string }>`select current_setting('synchronous_commit') as on`.execute(db));
    expect(asked.rows).toEqual([{ on: "on" }]);
    await store.close();
  });

  test("does not let an entry be changed or deleted by accident; its words alone may be taken away", async () => {
    const address = await written();
    const locked = (statement: string) => change(address, `set session_replication_role = origin; ${statement}`);
    await expect(locked("update entries set at = 'x' where seq = 1")).rejects.toThrow("an entry is never changed");
    await expect(locked("update entries set words = 'x' where seq = 1")).rejects.toThrow("the words of an entry are never changed");
    await expect(locked("delete from entries where seq = 4")).rejects.toThrow("an entry is never deleted");
    await expect(locked("truncate entries cascade")).rejects.toThrow("an entry is never deleted");
    await withLedger(address, async (ledger) => expect((await verify(ledger)).seq).toBe(4));
    await locked("update entries set words = null where seq = 1");
    expect(await change(address, "select words from entries where seq = 1")).toEqual([{ words: null }]);
  });

  test("is not taken for one where another program has its tables, which are left as they are", async () => {
    const address = await freshAddress();
    const { schema } = parseAddress(address);
    for (const table of ["birds (name text)", "meta (key text, value text)", "meta (one integer)"]) {
      await change(address, `drop schema if exists ${schema} cascade; create schema ${schema}; create table ${table}`);
      await expect(openLedger(address)).rejects.toMatchObject({ code: "PACTA_LEDGER_NOT_A_LEDGER", place: { source: address } });
      expect(
        await change(address, `select count(*)::int as n from pg_class where relnamespace = '${schema}'::regnamespace and relkind = 'r'`),
      ).toEqual([{ n: 1 }]);
    }
  });

  test("is made in a schema that is there and empty", async () => {
    const address = await freshAddress();
    await change(address, `create schema ${parseAddress(address).schema}`);
    await withLedger(address, async (ledger) => expect((await ledger.head()).seq).toBe(0));
  });

  test("may have a schema that is called like a word of SQL", async () => {
    const address = (await freshAddress()).replace(/schema=.*/, "schema=order");
    await withLedger(address, async (ledger) => {
      await ledger.appendReadings([report("a")], "r1");
      await ledger.rebuild();
      expect((await verify(ledger)).seq).toBe(2);
    });
  });

  test("of a newer Pacta, or whose meta table tells nothing, is refused", async () => {
    const address = await written();
    await change(address, "update meta set value = '99' where key = 'schema'");
    await expect(openLedger(address)).rejects.toMatchObject({ code: "PACTA_LEDGER_NEWER" });
    await change(address, "delete from meta where key = 'schema'");
    await expect(openLedger(address)).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
  });

  test("says why it cannot be opened", async () => {
    const address = await freshAddress();
    await expect(openLedger(address, { create: false })).rejects.toMatchObject({ code: "PACTA_LEDGER_MISSING" });
    expect(await change(address, `select to_regnamespace('${parseAddress(address).schema}') as there`)).toEqual([{ there: null }]);
    await expect(openLedger(address.replace("/postgres?", "/nowhere?"))).rejects.toMatchObject({ code: "PACTA_LEDGER_ADDRESS" });
    await expect(openLedger(as("nobody_here", address))).rejects.toMatchObject({ code: "PACTA_LEDGER_DENIED" });
    await expect(openLedger(as(await newUser(address), address))).rejects.toMatchObject({ code: "PACTA_LEDGER_UNWRITABLE" });
    await expect(openLedger(`${address}&sslmode=require`)).rejects.toMatchObject({ code: "PACTA_LEDGER_UNREACHABLE" });
  });

  test("is opened with the right password alone, which is never told", async () => {
    const address = await freshAddress();
    await change(address, "create role guarded superuser login password 'S%cret/1'");
    const told = (password: string) => openLedger(as(`guarded:${password}`, address)).catch((thrown: unknown) => thrown as Error);
    for (const wrong of ["S%25cret", ""]) {
      const refused = await told(wrong);
      expect(refused).toMatchObject({ code: "PACTA_LEDGER_DENIED", place: { source: as("guarded", address) } });
      expect(inspect(refused, { depth: 9, showHidden: true })).not.toContain("S%");
    }
    await withLedger(as("guarded:S%25cret%2F1", address), async (ledger) => {
      await ledger.appendReadings([report("a")], "r1");
      expect(ledger.location).toBe(as("guarded", address));
      expect(inspect(ledger, { depth: 9, showHidden: true })).not.toContain("cret");
    });
  });

  test("in a database that keeps text in another encoding is refused", async () => {
    const address = await freshAddress();
    const name = parseAddress(address).schema;
    await change(address, `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    await expect(openLedger(address.replace("/postgres?", `/${name}?`))).rejects.toMatchObject({ code: "PACTA_LEDGER_STORE_UNSUPPORTED" });
  });

  test("can be read by who may only read, and says that it cannot be written", async () => {
    const address = await written();
    const { schema } = parseAddress(address);
    const reader = await newUser(address, `grant usage on schema ${schema} to USER; grant select on all tables in schema ${schema} to USER`);
    await withLedger(as(reader, address), async (ledger) => {
      expect((await verify(ledger)).seq).toBe(4);
      await expect(ledger.appendReadings([report("c")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_UNWRITABLE" });
      await expect(ledger.rebuild()).rejects.toMatchObject({ code: "PACTA_LEDGER_UNWRITABLE" });
    });
  });

  test("says that another process holds it, and goes on once that lets go", async () => {
    const address = await written();
    const { host, port, user, database, schema } = parseAddress(address);
    const other = new pg.Client({ host, port, user, database });
    await other.connect();
    await other.query(`begin; select pg_advisory_xact_lock(hashtextextended('${schema}', 1348559732))`);
    await withLedger(
      address,
      async (ledger) => {
        await expect(ledger.appendReadings([report("c")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_LOCKED" });
        expect((await ledger.claims()).claims).toHaveLength(2);
        await other.end();
        await ledger.appendReadings([report("c")], "r1");
        expect((await verify(ledger)).seq).toBe(6);
      },
      { patience: 30 },
    );
  });

  test("is read by others while its projections are made anew", async () => {
    const address = await written();
    const store = await postgresStore(parseAddress(address), { create: false, patience: 1000 });
    await withLedger(address, async (reader) => {
      await store.write((db) =>
        store.remakeProjections(db, async () => {
          expect((await reader.claims()).claims).toHaveLength(2);
          expect((await verify(reader)).seq).toBe(4);
        }),
      );
      expect((await reader.claims()).claims).toHaveLength(0);
    });
    await store.close();
  });

  test("is asked by many while it is rebuilt again and again, and gives whole answers", { timeout: 60_000 }, async () => {
    const address = await written();
    await withLedger(address, async (one) => {
      await withLedger(address, async (other) => {
        const done = new AbortController();
        const asking = [one, other, other].map(async (ledger) => {
          let asked = 0;
          for (; !done.signal.aborted; asked += 1) {
            const pages = await Promise.all([ledger.claims({ party: "NOR" }), ledger.claims({ act: "sign" }), ledger.claims({ document: "b" })]);
            expect(pages.map(({ claims }) => claims.length)).toEqual([2, 2, 1]);
          }
          return asked;
        });
        for (let n = 0; n < 12; n += 1) await one.rebuild();
        done.abort();
        for (const asked of await Promise.all(asking)) expect(asked).toBeGreaterThan(0);
        expect((await verify(other)).seq).toBe(4);
      });
    });
  });

  test("lets a reader that holds one of its tables have another, while a rebuild waits for all of them", async () => {
    const address = await written();
    const { host, port, user, database, schema } = parseAddress(address);
    const reader = new pg.Client({ host, port, user, database, options: `-c search_path=${schema}` });
    await reader.connect();
    await withLedger(address, async (ledger) => {
      await reader.query("begin; select count(*) from documents");
      const rebuilt = ledger.rebuild();
      const waits = `select 1 from pg_locks join pg_class c on c.oid = relation where not granted and c.relnamespace = '${schema}'::regnamespace`;
      while ((await change(address, waits)).length === 0) await new Promise((wake) => setTimeout(wake, 5));
      expect((await reader.query("select * from claim_parties")).rowCount).toBe(4);
      await reader.query("commit");
      await reader.end();
      expect((await rebuilt).seq).toBe(4);
    });
  });

  test("refuses an id that is too long for its indices, and the batch with it", async () => {
    await withLedger(await written(), async (ledger) => {
      // Characters in no order, since the server packs what repeats.
      const long = Array.from({ length: 200 }, () => randomUUID()).join("");
      await expect(ledger.appendReadings([report("c"), report(long)], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
      expect((await verify(ledger)).seq).toBe(4);
    });
  });
});
