// Tampering with decisions: whatever is changed of them is found, and named by the decision's entry.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../chain.ts";
import type { EntryRow } from "../chain.ts";
import { decide, harbour, harbourRef, talks } from "../decided.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";
import { verify } from "../verify.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-decisions-"));
const sound = join(folder, "sound.db");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Entries 1 and 2: a, its reading; 3: a claim of Ada's; 4: a correction; 5: the undoing of it. */
beforeAll(async () => {
  const ledger = await openLedger(sound, { clock: CLOCK });
  await ledger.appendReadings([harbour("a")], "r1");
  await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
  await decide(ledger, { type: "correct", claim: harbourRef("a", 0), slot: "actors", value: [{ id: "FIN", name: "Finland" }] });
  await decide(ledger, { type: "undo", decision: 4 });
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

async function firstMisfit(path: string): Promise<unknown> {
  const ledger = await openLedger(path);
  const thrown: unknown = await verify(ledger).catch((error: unknown) => error);
  await ledger.close();
  return thrown;
}

const CHANGES: Readonly<Record<string, readonly [statement: string, entry: number]>> = {
  "who decided": [`update entries set body = replace(body, '"by":"Ada"', '"by":"Bo"') where seq = 3`, 3],
  "a word that a decision quotes": ["update entries set words = replace(words, 'ferry', 'fairy') where seq = 4", 4],
  "words that are gone": ["update entries set words = null where seq = 5", 5],
  "the type in its projection": ["update decisions set type = 'redact' where seq = 4", 4],
  "what an undo undoes in its projection": ["update decisions set undoes = 3 where seq = 5", 5],
  "the document in its projection": ["update decision_documents set document = 'b' where seq = 3", 3],
  "a document too many": ["insert into decision_documents values (5, 0, 'a')", 5],
  "the claim that it adds": ["update decision_claims set claim = 'x' where seq = 3", 3],
  "an act in its projection": ["update decision_claims set act = 'sue' where seq = 4", 4],
  "a party in its projection": ["update decision_parties set party = 'SWE' where seq = 4", 4],
  "a party that is gone": ["delete from decision_parties where seq = 3", 3],
};

test.for(Object.entries(CHANGES))("verify finds %s", async ([, [statement, entry]]) => {
  expect(await firstMisfit(changed((db) => db.exec(statement)))).toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: entry } });
});

test("a decision whose words are not the text's is found, though its hashes were made to fit", async () => {
  const path = changed((db) => {
    const row = db.prepare<[], EntryRow>("select * from entries where seq = 4").get();
    if (row === undefined) throw new Error("there is no entry 4");
    const body = row.body.replace('"end":30', '"end":29');
    expect(body).not.toBe(row.body);
    db.prepare("update entries set body = ?, hash = ? where seq = 4").run(body, hashOf(row, body));
  });
  expect(await firstMisfit(path)).toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 4 } });
  const ledger = await openLedger(path);
  await expect(ledger.standing("a")).rejects.toMatchObject({ code: "PACTA_QUOTE_MISMATCH", place: { source: "a" } });
  await ledger.close();
});
