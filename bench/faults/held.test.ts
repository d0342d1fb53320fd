// What is held against a ledger after a fault must be able to fail: each thing that may go wrong is done on purpose, and found.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openBook } from "../../src/deal/index.ts";
import { freshFiles, knowledge } from "./ground.fixture.ts";
import { heldIn } from "./held.ts";
import { onLedger } from "./ledgers.ts";
import type { Said } from "./order.ts";
import { markOf, reportOf } from "./reports.ts";

const fresh = freshFiles();
const numbers = [1, 2, 3];
const said: readonly Said[] = [{ begun: numbers }, { read: numbers }];

async function written(): Promise<string> {
  const location = fresh();
  await onLedger(location, async (ledger) => {
    await ledger.appendReadings(
      numbers.map((n) => reportOf("w", n)),
      "r1",
    );
    await (await openBook(ledger, knowledge)).catchUp();
  });
  return location;
}

function change(location: string, statements: string): void {
  const db = new Database(location);
  db.exec(statements);
  db.close();
}

const held = (location: string, more: readonly Said[] = []) => heldIn(location, new Map([["w", [...said, ...more]]]), knowledge);

test("a ledger that keeps what was acknowledged has nothing wrong", async () => {
  expect(await held(await written())).toMatchObject({ acknowledged: 6, lost: 0, entries: 6, gone: [], wrongs: [] });
});

test("an entry that was acknowledged and is not there is lost, and a decision that has another hash", async () => {
  const found = await held(await written(), [{ begun: [4] }, { read: [4] }, { decided: "confirm", seq: 7, hash: "0" }]);
  expect(found).toMatchObject({ acknowledged: 9, lost: 3 });
  expect(found.wrongs).toEqual(["the document w-4", "the reading of w-4", "the decision 7 (confirm) of w"]);
});

test("a report with other words than were acknowledged is lost", async () => {
  const location = fresh();
  const { document, reading } = reportOf("w", 2);
  const other = { document: { ...document, text: `${document.text} More.` }, reading };
  await onLedger(location, (ledger) => ledger.appendReadings([reportOf("w", 1), other, reportOf("w", 3)], "r1"));
  expect((await held(location)).wrongs).toEqual(["the document w-2"]);
});

test("a document that is there twice is found", async () => {
  const location = await written();
  const { document, reading } = reportOf("w", 2);
  await onLedger(location, (ledger) => ledger.appendReadings([{ document: { ...document, text: `${document.text} More.` }, reading }], "r1"));
  expect((await held(location)).wrongs).toEqual(["entry 3 is there twice", "entry 4 is there twice"]);
});

test("what nobody wrote is found, and what was redacted for no one to see", async () => {
  const location = await written();
  await onLedger(location, async (ledger) => {
    await ledger.appendReadings([reportOf("other", 1)], "r1");
    await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "w-3", reason: "asked" } } }]);
  });
  const found = await held(location, [{ redacted: 2 }]);
  expect(found.gone).toEqual([markOf("w", 3)]);
  expect(found.wrongs).toEqual(["w-2 has its words, though they were redacted", "nobody wrote other-1"]);
});

test("a book that is not what the chain makes of it is found, and one that is behind is brought up", async () => {
  const wrong = await written();
  change(wrong, "update deals set line = replace(line, 'PRT', 'PRX')");
  expect((await held(wrong)).wrongs).toEqual(["the book is not what a rebuild makes of the chain"]);
  const behind = await written();
  await onLedger(behind, (ledger) => ledger.appendReadings([reportOf("w", 4)], "r1"));
  expect((await held(behind, [{ begun: [4] }, { read: [4] }])).wrongs).toEqual([]);
});

test("a ledger that does not verify is refused", async () => {
  const location = await written();
  change(location, "drop trigger entries_stay; update entries set at = 'x' where seq = 3");
  await expect(held(location)).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 3 } });
});
