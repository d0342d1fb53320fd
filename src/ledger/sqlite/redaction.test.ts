// Redacted words are gone from the files, not only from the rows: free pages, unused parts of pages and the write-ahead log are searched.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { decide, harbour, harbourRef, talks } from "../decided.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK, credited, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-redaction-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const fresh = () => join(folder, `${(files += 1)}.db`);

/** Words of the report that stand in its text and quotes alone, and not in a slot. */
const WORDS = ["Talks on the lighthouse", "agreed to mend a pier", "Norway signed a ferry"];

/** Which of the words are in the ledger's files. */
function left(path: string, words: readonly string[] = WORDS): readonly string[] {
  const bytes = ["", "-wal", "-shm"].map((end) => path + end).flatMap((file) => (existsSync(file) ? [readFileSync(file)] : []));
  return words.filter((one) => bytes.some((file) => file.includes(one)));
}

test("the words are in no file of the ledger once the redaction is acknowledged, and those of others are", async () => {
  const path = fresh();
  const ledger = await openLedger(path, { clock: CLOCK });
  const long = Array.from({ length: 400 }, (_, n) => `Boat ${n} is blue. `).join("");
  // Rows of many sizes, so that pages are split and rows moved.
  for (let n = 0; n < 30; n += 1) await ledger.appendReadings([report(`other-${n}`, "Rain. ".repeat(n * 7))], "r1");
  await ledger.appendReadings([harbour("a"), harbour("a", long), harbour("a", "Short. "), credited("c", "Lantern Photo Desk")], "r1");
  for (const n of [0, 1, 2]) await decide(ledger, { type: "confirm", claim: harbourRef("a", n) });
  await decide(ledger, { type: "add-claim", document: "a", version: 1, claim: talks("a") });
  for (let n = 30; n < 40; n += 1) await ledger.appendReadings([report(`other-${n}`, "Snow. ".repeat(n * 7))], "r1");
  expect(left(path, [...WORDS, "Boat 399 is blue", "lantern photo desk"])).toHaveLength(5);
  for (const document of ["a", "c"]) await decide(ledger, { type: "redact", document, reason: "asked" });
  expect(
    left(path, [
      "Lantern Photo Desk",
      "lantern photo desk",
      "Talks on the lighthouse",
      "agreed to mend a pier",
      "Boat 399 is blue",
      "Boat 7 is blue",
    ]),
  ).toEqual([]);
  expect(left(path, ["Norway signed a ferry contract", "Rain. Rain."])).toHaveLength(2);
  expect((await verify(ledger)).seq).toBe(40 * 2 + 4 * 2 + 6);
  await ledger.close();
});

test("a ledger that is scrubbed answers other questions meanwhile", async () => {
  const ledger = await openLedger(fresh());
  await ledger.appendReadings([harbour("a"), ...Array.from({ length: 20 }, (_, n) => report(`other-${n}`, "Rain. ".repeat(20_000)))], "r1");
  const after = (await ledger.head()).seq + 1;
  const done = new AbortController();
  const redacting = decide(ledger, { type: "redact", document: "a", reason: "asked" }).finally(() => done.abort());
  let answered = 0;
  while (!done.signal.aborted) {
    if ((await ledger.head()).seq === after) answered += 1;
    await setImmediate();
  }
  await redacting;
  expect(answered).toBeGreaterThan(20);
  await ledger.close();
});

test("copies that an older Pacta left in pages go too", async () => {
  const path = fresh();
  const ledger = await openLedger(path);
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  await ledger.close();
  const db = new Database(path);
  // Pages enough that what is written afterwards does not take them all.
  db.exec("pragma secure_delete = off; create table junk (words text)");
  db.prepare("insert into junk values (?)").run("Talks on the lighthouse. ".repeat(4000));
  db.exec("drop table junk");
  db.close();
  const again = await openLedger(path);
  for (const document of ["a", "b"]) await decide(again, { type: "redact", document, reason: "asked" });
  await again.close();
  expect(left(path)).toEqual([]);
});

test("a process that was killed between the redaction and the scrubbing leaves it to the next that opens the ledger", async () => {
  const [path, killed] = [fresh(), fresh()];
  const ledger = await openLedger(path);
  await ledger.appendReadings([harbour("a")], "r1");
  await decide(ledger, { type: "redact", document: "a", reason: "asked" });
  await ledger.close();
  const db = new Database(path);
  db.exec(
    "create table junk (words text); insert into junk values ('Talks on the lighthouse'); drop table junk; insert into meta values ('scrub', 'due')",
  );
  db.close();
  copyFileSync(path, killed);
  expect(left(killed)).toEqual(["Talks on the lighthouse"]);
  const revived = await openLedger(killed);
  expect(left(killed)).toEqual([]);
  expect((await verify(revived)).seq).toBe(3);
  await revived.close();
});

test("while another process reads, the redaction holds, and it is said that copies are left", async () => {
  const path = fresh();
  const ledger = await openLedger(path, { patience: 30 });
  await ledger.appendReadings([harbour("a")], "r1");
  const reader = new Database(path);
  reader.exec("begin; select * from entries");
  await expect(decide(ledger, { type: "redact", document: "a", reason: "asked" })).rejects.toMatchObject({ code: "PACTA_LEDGER_WORDS_LEFT" });
  expect((await ledger.document("a"))?.text).toBe("");
  await (await openLedger(path, { patience: 30 })).close();
  reader.close();
  await ledger.close();
  await (await openLedger(path)).close();
  expect(left(path)).toEqual([]);
});

test("words that are gone without a redaction are missed", async () => {
  const path = fresh();
  const ledger = await openLedger(path);
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  await decide(ledger, { type: "redact", document: "a", reason: "asked" });
  await ledger.close();
  const db = new Database(path);
  db.exec("update entries set words = null where seq = 3");
  db.close();
  const gone = await openLedger(path);
  await expect(verify(gone)).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 3 } });
  await expect(gone.document("b")).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
  await gone.close();
});

test("a redaction that only a projection tells of is none", async () => {
  const path = fresh();
  const ledger = await openLedger(path);
  await ledger.appendReadings([harbour("a")], "r1");
  await decide(ledger, { type: "reject", claim: harbourRef("a", 0) });
  await ledger.close();
  const db = new Database(path);
  db.exec("update entries set words = null where seq = 1; update decisions set type = 'redact'");
  db.close();
  const forged = await openLedger(path);
  await expect(verify(forged)).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 1 } });
  await forged.close();
});
