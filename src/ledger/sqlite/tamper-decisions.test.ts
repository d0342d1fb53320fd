// Tampering with decisions: whatever is changed of them is found, and named by the decision's entry.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../chain.ts";
import type { EntryRow } from "../chain.ts";
import { appendDecided, DECISION_TAMPERINGS, verdict } from "../contract/tampering.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-decisions-"));
const sound = join(folder, "sound.db");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const ledger = await openLedger(sound, { clock: CLOCK });
  await appendDecided(ledger);
  await ledger.close();
});

let copies = 0;

function changed(statements: (db: Database.Database) => unknown): string {
  const path = join(folder, `${(copies += 1)}.db`);
  copyFileSync(sound, path);
  const db = new Database(path);
  db.pragma("foreign_keys = off");
  db.exec("drop trigger entries_stay");
  statements(db);
  db.close();
  return path;
}

const CHANGES: typeof DECISION_TAMPERINGS = {
  "who decided": [`update entries set body = replace(body, '"by":"Ada"', '"by":"Bo"') where seq = 3`, "PACTA_LEDGER_BROKEN at 3"],
  "a word that a decision quotes": ["update entries set words = replace(words, 'ferry', 'fairy') where seq = 4", "PACTA_LEDGER_BROKEN at 4"],
  ...DECISION_TAMPERINGS,
};

test.for(Object.entries(CHANGES))("verify finds %s", async ([, [statements, expected]]) => {
  expect(await verdict(changed((db) => db.exec(statements)))).toBe(expected);
});

test("a decision whose words are not the text's is found, though its hashes were made to fit", async () => {
  const path = changed((db) => {
    const row = db.prepare<[], EntryRow>("select * from entries where seq = 4").get();
    if (row === undefined) throw new Error("there is no entry 4");
    const body = row.body.replace('"end":30', '"end":29');
    expect(body).not.toBe(row.body);
    db.prepare("update entries set body = ?, hash = ? where seq = 4").run(body, hashOf(row, body));
  });
  expect(await verdict(path)).toBe("PACTA_LEDGER_BROKEN at 4");
  const ledger = await openLedger(path);
  await expect(ledger.standing("a")).rejects.toMatchObject({ code: "PACTA_QUOTE_MISMATCH", place: { source: "a" } });
  await ledger.close();
});
