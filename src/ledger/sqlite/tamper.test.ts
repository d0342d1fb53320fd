// Tampering: whatever is changed in a ledger's file is found, the first entry that does not fit is named, and nothing crashes.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PactaError } from "../../error.ts";
import { hashOf } from "../chain.ts";
import type { EntryRow } from "../chain.ts";
import { appendTen, cutBehind, ENTRY_COLUMNS, TAMPERINGS, verdict } from "../contract/tampering.fixture.ts";
import { fingerprint } from "../fingerprint.ts";
import { openLedger } from "../open.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-tamper-"));
const sound = join(folder, "sound.db");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const ledger = await openLedger(sound, { clock: CLOCK });
  await appendTen(ledger);
  await ledger.close();
});

let copies = 0;

/** A copy of the sound ledger, changed by these statements, with its locks against change taken off. */
function changed(statements: string, parameters: readonly unknown[] = []): string {
  const path = join(folder, `${(copies += 1)}.db`);
  copyFileSync(sound, path);
  const db = new Database(path);
  db.unsafeMode();
  db.pragma("foreign_keys = off");
  db.exec("drop trigger entries_stay; drop trigger entries_last");
  if (parameters.length > 0) db.prepare(statements).run(...parameters);
  else db.exec(statements);
  db.close();
  return path;
}

describe("verify", () => {
  test("finds nothing in a ledger that nobody changed", async () => {
    expect(await verdict(sound)).toBe("fits to 10");
    expect(await verdict(changed("select 1"))).toBe("fits to 10");
  });

  test.for(ENTRY_COLUMNS)("finds a change of any one character of %s, in any entry", async (column) => {
    const entries = fc.record({ seq: fc.integer({ min: 1, max: 10 }), where: fc.nat(), to: fc.constantFrom("x", "0", " ", "\uFFFD", "\u0000", "") });
    const property = fc.asyncProperty(entries, async ({ seq, where, to }) => {
      const db = new Database(sound, { readonly: true });
      const value = String(db.prepare(`select ${column} from entries where seq = ?`).pluck().get(seq));
      db.close();
      const at = where % value.length;
      const other = value.slice(0, at) + to + value.slice(at + 1);
      fc.pre(other !== value && other.isWellFormed());
      expect(await verdict(changed(`update entries set ${column} = ? where seq = ?`, [other, seq]))).toBe(`PACTA_LEDGER_BROKEN at ${seq}`);
    });
    await fc.assert(property, { numRuns: 12 });
  });

  const changes: Readonly<Record<string, readonly [string, string]>> = {
    "a text of another type": [
      "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, ') strict', ')') where name = 'entries'; pragma writable_schema = reset; update entries set body = cast(body as blob) where seq = 3",
      "PACTA_LEDGER_BROKEN at 3",
    ],
    ...TAMPERINGS,
  };

  test.for(Object.entries(changes))("finds %s", async ([, [statements, expected]]) => {
    expect(await verdict(changed(statements))).toBe(expected);
  });

  test("finds a tail that was cut off with its projections, by the head that was noted", async () => {
    const ledger = await openLedger(sound);
    const { hash } = await ledger.head();
    const [, , , , , , , eighth] = await listOf(ledger.entries());
    await ledger.close();
    const path = changed(cutBehind(8, String(eighth?.hash)));
    expect(await verdict(path)).toBe("fits to 8");
    expect(await verdict(path, { head: hash })).toBe("PACTA_LEDGER_CUT at 8");
  });

  test("finds a quote that is not the text's, though its hashes were made to fit", async () => {
    const path = forged(10, (body) => body.replace('"end":30', '"end":29'));
    expect(await verdict(path)).toBe("PACTA_LEDGER_BROKEN at 10");
    const ledger = await openLedger(path);
    await expect(ledger.claim("b#31")).rejects.toMatchObject({ code: "PACTA_QUOTE_MISMATCH", place: { source: "b" } });
    await ledger.close();
  });

  test("finds an entry whose own hash was made to fit, by the entry that follows", async () => {
    expect(await verdict(forged(3, (body) => body.replace("ships", "boats")))).toBe("PACTA_LEDGER_BROKEN at 4");
  });
});

/** A copy of the sound ledger in which an entry's body was changed, and its hash (and the chain's, where it is the last) with it. */
function forged(seq: number, change: (body: string) => string): string {
  const db = new Database(sound, { readonly: true });
  const row = db.prepare<[number], EntryRow>("select * from entries where seq = ?").get(seq);
  db.close();
  if (row === undefined) throw new Error(`there is no entry ${seq}`);
  const body = change(row.body);
  expect(body).not.toBe(row.body);
  const hash = hashOf(row, body);
  const path = changed("update entries set body = ?, hash = ? where seq = ?", [body, hash, seq]);
  const again = new Database(path);
  again.prepare("update chain set hash = ? where seq = ?").run(hash, seq);
  again.close();
  return path;
}

test("a ledger whose tail was cut off takes no more entries", async () => {
  const ledger = await openLedger(changed("delete from entries where seq > 7"));
  await expect(ledger.appendReadings([report("c")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 8 } });
  await ledger.close();
});

test("a rebuild heals projections, and refuses entries that do not fit", async () => {
  const healed = await openLedger(changed("update claims set act = 'agree'; delete from chain; drop table claim_parties"));
  await healed.rebuild();
  expect((await verify(healed)).seq).toBe(10);
  await healed.close();
  const path = changed("update entries set at = 'x' where seq = 5");
  const refused = await openLedger(path);
  await expect(refused.rebuild()).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 5 } });
  expect((await refused.claims({ document: "a" })).claims).toHaveLength(1);
  await refused.close();
});

/** The file with the bytes at these offsets changed. */
function flipped(offsets: readonly number[], mask: number): string {
  const bytes = readFileSync(sound);
  for (const offset of offsets) bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
  const path = join(folder, "flipped.db");
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  writeFileSync(path, bytes);
  return path;
}

const parts = {
  text: "Oslo \u0000 – Norway 🚢 bought two ferries for €40 million, \uFFFD said",
  body: '{"blocks":[{"end":10,',
  quote: '["Norway 🚢 bought',
  instant: "2026-01-02T03:04:05.678Z",
};

test.for(Object.entries(parts))("finds every flipped byte of a %s in the file", async ([, words]) => {
  const part = Buffer.from(words);
  const bytes = readFileSync(sound);
  // SQLite may leave an older copy of a row in the unused part of a page: all copies are changed.
  const copies: number[] = [];
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) copies.push(at);
  expect(copies).not.toEqual([]);
  for (let within = 0; within < part.length; within += 1) {
    const path = flipped(
      copies.map((at) => at + within),
      0x1e,
    );
    expect(await verdict(path)).toMatch(/^PACTA_LEDGER_BROKEN at [134]$/);
  }
});

/** Uses a ledger in every way; what it throws must be a coded error. */
async function useAll(path: string): Promise<void> {
  const ledger = await openLedger(path);
  const uses = [
    () => ledger.claims(),
    () => ledger.claims({ party: "NOR" }),
    () => ledger.claim("a#31"),
    () => ledger.document("a"),
    () => ledger.reading("a"),
    () => listOf(ledger.documents()),
    () => listOf(ledger.entries()),
    () => fingerprint(ledger),
    () => ledger.appendReadings([report("c")], "r1"),
    () => ledger.rebuild(),
  ];
  for (const use of uses) await use().catch(refuseUncoded);
  await ledger.close();
}

function refuseUncoded(thrown: unknown): void {
  if (!(thrown instanceof PactaError) || thrown.code === "PACTA_INTERNAL") throw thrown;
}

const FLIPS = process.env["PACTA_FULL"] === "1" ? 2000 : 50;

test(
  "a byte flipped anywhere in the file ends in a coded error or changes nothing, and never crashes",
  { timeout: 20_000 + 300 * FLIPS },
  async () => {
    const size = readFileSync(sound).length;
    const property = fc.asyncProperty(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 }), async (offset, mask) => {
      const path = flipped([offset], mask);
      expect(await verdict(path)).toMatch(/^(?:PACTA_LEDGER_(?:BROKEN|CUT|NOT_A_LEDGER|NEWER|UNWRITABLE|IO) at |fits to 10$)/);
      await useAll(path).catch(refuseUncoded);
    });
    await fc.assert(property, { numRuns: FLIPS });
  },
);
