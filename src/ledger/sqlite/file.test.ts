// Opening files: what is no ledger, what is not ours to read, and what stands in the way.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { loadNearSetting } from "../../document/index.ts";
import { openLedger } from "../open.ts";
import { CLOCK, report } from "../report.fixture.ts";
import { sqlLedger } from "../sql/ledger.ts";
import { verify } from "../verify.ts";
import { sqliteStore } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const fresh = () => join(folder, `${(files += 1)}.db`);

async function written(): Promise<string> {
  const path = fresh();
  const ledger = await openLedger(path, { clock: CLOCK });
  await ledger.appendReadings([report("a"), report("b")], "r1");
  await ledger.close();
  return path;
}

function change(path: string, statements: string): void {
  const db = new Database(path);
  db.exec(statements);
  db.close();
}

test("keeps what was appended when it is opened again, in one file", async () => {
  const path = await written();
  expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
  const ledger = await openLedger(path);
  expect((await verify(ledger)).seq).toBe(4);
  expect((await ledger.claims()).claims.map(({ claim }) => claim.id)).toEqual(["a#31", "b#31"]);
  await ledger.close();
});

test("acknowledges a write only when it is on the disk", async () => {
  const store = sqliteStore(fresh(), { create: true, patience: 0 });
  const settings = await Promise.all(["journal_mode", "synchronous", "foreign_keys"].map((name) => sql.raw(`pragma ${name}`).execute(store.db)));
  expect(settings.flatMap(({ rows }) => rows)).toEqual([{ journal_mode: "wal" }, { synchronous: 2 }, { foreign_keys: 1 }]);
  await store.close();
});

test("does not let an entry be changed or deleted by accident", async () => {
  const path = await written();
  expect(() => change(path, "update entries set at = 'x' where seq = 1")).toThrow("an entry is never changed");
  expect(() => change(path, "delete from entries where seq = 4")).toThrow("an entry is never deleted");
});

test("refuses a file that is no ledger, and leaves it as it is", async () => {
  const text = fresh();
  writeFileSync(text, "These are notes, and no database at all. ".repeat(40));
  const other = fresh();
  change(other, "create table birds (name text)");
  for (const path of [text, other]) {
    const before = readFileSync(path);
    await expect(openLedger(path)).rejects.toMatchObject({ code: "PACTA_LEDGER_NOT_A_LEDGER", place: { source: path } });
    expect(readFileSync(path).equals(before)).toBe(true);
  }
});

test("refuses a ledger of a newer Pacta, and leaves it as it is", async () => {
  const path = await written();
  change(path, "pragma user_version = 99");
  const before = readFileSync(path);
  await expect(openLedger(path)).rejects.toMatchObject({ code: "PACTA_LEDGER_NEWER" });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("refuses a ledger whose meta table tells another version than its header", async () => {
  const path = await written();
  change(path, "update meta set value = '7' where key = 'schema'");
  await expect(openLedger(path)).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
});

test("takes an empty file for a new ledger", async () => {
  const path = fresh();
  writeFileSync(path, "");
  const ledger = await openLedger(path);
  expect((await ledger.head()).seq).toBe(0);
  await ledger.close();
});

test("says why a ledger cannot be opened", async () => {
  await expect(openLedger(join(folder, "nowhere", "a.db"))).rejects.toMatchObject({ code: "PACTA_LEDGER_UNWRITABLE" });
  await expect(openLedger(folder)).rejects.toMatchObject({ code: "PACTA_LEDGER_UNWRITABLE" });
  await expect(openLedger(join(folder, "none.db"), { create: false })).rejects.toMatchObject({ code: "PACTA_LEDGER_MISSING" });
  expect(existsSync(join(folder, "none.db"))).toBe(false);
  for (const name of ["mysql://localhost", "https://example.org/pacta.db", ""]) {
    await expect(openLedger(name)).rejects.toMatchObject({ code: "PACTA_LEDGER_STORE_UNSUPPORTED" });
  }
});

test("says that another process holds the ledger, and goes on once it lets go", async () => {
  const path = await written();
  const ledger = await openLedger(path, { patience: 30 });
  const other = new Database(path);
  other.exec("begin immediate");
  await expect(ledger.appendReadings([report("c")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_LOCKED" });
  expect((await ledger.claims()).claims).toHaveLength(2);
  other.close();
  await ledger.appendReadings([report("c")], "r1");
  expect((await verify(ledger)).seq).toBe(6);
  await ledger.close();
});

test("writes nothing of a batch for which the disk has no room, and goes on when there is some", async () => {
  const store = sqliteStore(fresh(), { create: true, patience: 0 });
  const ledger = sqlLedger(store, CLOCK, loadNearSetting);
  await ledger.appendReadings([report("a")], "r1");
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(store.db);
  const batch = Array.from({ length: 50 }, (_, n) => report(`b${n}`, "Much. ".repeat(200)));
  await expect(ledger.appendReadings(batch, "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_DISK_FULL" });
  expect((await verify(ledger)).seq).toBe(2);
  await sql`pragma max_page_count = 100000`.execute(store.db);
  await ledger.appendReadings(batch, "r1");
  expect((await verify(ledger)).seq).toBe(102);
  await ledger.close();
});

test("opens a copy of a ledger that a killed process left with its write-ahead log", async () => {
  const path = fresh();
  const copy = fresh();
  const ledger = await openLedger(path);
  await ledger.appendReadings([report("a")], "r1");
  for (const end of ["", "-wal"]) copyFileSync(`${path}${end}`, `${copy}${end}`);
  await ledger.close();
  const revived = await openLedger(copy);
  expect((await verify(revived)).seq).toBe(2);
  await revived.close();
});
