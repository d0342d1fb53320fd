// Files of every released schema open, and all that can be asked of a ledger can be asked of them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { refOf } from "../decision/index.ts";
import { decide } from "../decided.fixture.ts";
import { fingerprint } from "../fingerprint.ts";
import { openLedger } from "../open.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { MIGRATIONS } from "./schema.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-migration-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as Pacta wrote it then: documents a (two versions) and b, read by r1, b by r2 too. */
function fileOf(schema: number): string {
  const path = join(folder, `${schema}.db`);
  rmSync(path, { force: true });
  const db = new Database(path);
  db.exec(readFileSync(new URL(`schema-${schema}.fixture.sql`, import.meta.url), "utf8"));
  db.close();
  return path;
}

/** The head that the file had. */
const HEAD = { seq: 7, hash: "6341e3be11145fe3157dcfeae85b8441a64dbf271f3977b04a9e6d735e5823c7" };
const OLDER = MIGRATIONS.slice(1).map((_, n) => n + 1);

test.for(OLDER)("a file of schema %i comes forward with all that it holds", async (schema) => {
  const path = fileOf(schema);
  const ledger = await openLedger(path);
  expect(await verify(ledger, { head: HEAD.hash })).toEqual(HEAD);
  expect((await listOf(ledger.documents())).map(({ id, version }) => [id, version])).toEqual([
    ["a", 1],
    ["b", 1],
    ["a", 2],
  ]);
  expect((await ledger.document("a"))?.text).toBe("New. Norway signed a ferry contract.");
  expect(await ledger.versionOf(report("b").document)).toBe(1);
  expect((await ledger.readings("b")).map(({ seq, reader }) => [seq, reader])).toEqual([
    [7, "r2"],
    [4, "r1"],
  ]);
  expect((await ledger.reading("b"))?.claims).toEqual(report("b").reading.claims);
  expect((await ledger.claims()).claims.map(({ claim, seq }) => [claim.id, seq])).toEqual([
    ["a#36", 6],
    ["b#31", 7],
  ]);
  expect((await ledger.claims({ party: "NOR", act: "sign", readings: "all" })).claims).toHaveLength(4);
  expect((await ledger.claim("a#31"))?.version).toBe(1);
  expect((await ledger.standing("a"))?.claims.map(({ origin, decisions }) => [origin, decisions])).toEqual([["read", []]]);
  expect(await listOf(ledger.decisions())).toEqual([]);
  expect((await listOf(ledger.entries(6))).map(({ kind }) => kind)).toEqual(["reading", "reading"]);
  await ledger.close();
});

test.for(OLDER)("a file of schema %i takes entries of every kind once it came forward", async (schema) => {
  const path = fileOf(schema);
  const ledger = await openLedger(path, { clock: CLOCK });
  await ledger.appendReadings([report("c")], "r1");
  const [claim] = report("c").reading.claims;
  if (claim !== undefined) await decide(ledger, { type: "reject", claim: refOf("c", 1, claim) });
  await decide(ledger, { type: "redact", document: "a", reason: "asked" });
  const [head, print] = [await verify(ledger), await fingerprint(ledger)];
  expect(head.seq).toBe(11);
  expect(await ledger.rebuild()).toEqual(head);
  expect(await fingerprint(ledger)).toBe(print);
  await ledger.close();
});

test("a file that came forward has the tables of one that is made now", async () => {
  const [old, now] = [fileOf(1), join(folder, "now.db")];
  for (const path of [old, now]) await (await openLedger(path)).close();
  const [before, after] = [old, now].map((path) => {
    const db = new Database(path);
    const rows = db.prepare("select type, name, tbl_name from sqlite_schema order by type, name").all();
    const columns = db.prepare("select m.name as t, c.name, c.type, c.pk from sqlite_schema m, pragma_table_info(m.name) c order by 1, c.cid").all();
    db.close();
    return [rows, columns];
  });
  expect(before).toEqual(after);
});
