// Files of every released schema open, and all that can be asked of a ledger can be asked of them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { holdsAll, OLDER, takesAll } from "../contract/forward.fixture.ts";
import { verdict } from "../contract/tampering.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";
import { MIGRATIONS } from "./schema.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-migration-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as Pacta wrote it then, changed by these statements. */
function fileOf(schema: number, statements = ""): string {
  const path = join(folder, `${schema}.db`);
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  const db = new Database(path);
  db.exec(readFileSync(new URL(`schema-${schema}.fixture.sql`, import.meta.url), "utf8"));
  db.exec(statements);
  db.close();
  return path;
}

test("there is a file of every schema before this one", () => {
  expect(OLDER).toEqual(MIGRATIONS.slice(1).map((_, n) => n + 1));
});

test.for(OLDER)("a file of schema %i comes forward with all that it holds", async (schema) => {
  expect.hasAssertions();
  const ledger = await openLedger(fileOf(schema));
  await holdsAll(ledger, schema);
  await ledger.close();
});

test.for(OLDER)("a file of schema %i takes entries of every kind once it came forward", async (schema) => {
  expect.hasAssertions();
  const ledger = await openLedger(fileOf(schema), { clock: CLOCK });
  await takesAll(ledger, schema);
  await ledger.close();
});

test.for(OLDER)("a file of schema %i that came forward has the tables of one that is made now", async (schema) => {
  const [old, now] = [fileOf(schema), join(folder, "now.db")];
  for (const path of [old, now]) await (await openLedger(path)).close();
  const [before, after] = [old, now].map((path) => {
    const db = new Database(path);
    const rows = db.prepare("select type, name, tbl_name from sqlite_schema order by type, name").all();
    const columns = db.prepare("select m.name as t, c.name, c.type, c.pk from sqlite_schema m, pragma_table_info(m.name) c order by 1, c.cid").all();
    const noted = db.prepare("select * from meta order by key").all();
    db.close();
    return [rows, columns, noted];
  });
  expect(before).toEqual(after);
});

test("a process that was killed while the file came forward leaves the rest to the next", async () => {
  const path = fileOf(2);
  await (await openLedger(path)).close();
  const db = new Database(path);
  db.exec("delete from near; delete from near_keys; insert into meta values ('near', 'due')");
  db.close();
  expect(await verdict(path)).toBe("fits to 13");
});

test("a file of which an entry was changed comes forward too, and the entry is named", async () => {
  const path = fileOf(2, "drop trigger entries_stay; update entries set body = replace(body, '31', '30') where seq = 3");
  expect(await verdict(path)).toBe("PACTA_LEDGER_BROKEN at 3");
  const ledger = await openLedger(path);
  expect((await ledger.document("d"))?.text).toBe("Norway signed a ferry contract.");
  await ledger.close();
});
