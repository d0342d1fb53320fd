// Backups: what stands in them, and that one which was changed or cut is refused.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { appendTen } from "./contract/tampering.fixture.ts";
import { backupLines, openLedger, restoreLines, verify } from "./index.ts";
import type { Head, Ledger } from "./index.ts";
import { CLOCK, listOf } from "./report.fixture.ts";

let ledger: Ledger;
let head: Head;
let lines: readonly string[];

beforeAll(async () => {
  ledger = await openLedger(":memory:", { clock: CLOCK });
  await appendTen(ledger);
  head = await ledger.head();
  lines = await listOf(backupLines(ledger, head));
});

afterAll(() => ledger.close());

async function* streamOf(values: readonly string[]): AsyncGenerator<string> {
  yield* values;
}

/** What restoring lines comes to: the code of the error and its entry, or the head's seq. A ledger that refused them is empty. */
async function restored(given: readonly string[]): Promise<string> {
  const fresh = await openLedger(":memory:", { clock: CLOCK });
  const said = await restoreLines(fresh, streamOf(given)).then(
    async (end) => {
      expect(await verify(fresh)).toEqual(end);
      expect(end).toEqual(head);
      return `restored ${end.seq}`;
    },
    async (thrown: { code: string; place: { line?: number } }) => {
      expect((await verify(fresh)).seq).toBe(0);
      return `${thrown.code} ${thrown.place.line ?? ""}`.trim();
    },
  );
  await fresh.close();
  return said;
}

test("a backup gives the ledger again", async () => {
  expect(lines).toHaveLength(12);
  expect(await restored(lines)).toBe("restored 10");
});

test("an empty ledger has a backup too", async () => {
  const empty = await openLedger(":memory:");
  const none = await listOf(backupLines(empty, await empty.head()));
  expect(none).toHaveLength(2);
  expect((await restoreLines(empty, streamOf(none))).seq).toBe(0);
  await empty.close();
});

test("anyone can check a backup, line by line, without Pacta", () => {
  const entry = z.object({
    at: z.string(),
    body: z.looseObject({ sha256: z.string() }),
    hash: z.string(),
    kind: z.string(),
    prev: z.string(),
    seq: z.number(),
    words: z.string(),
  });
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  let prev = "0".repeat(64);
  for (const line of lines.slice(1, -1)) {
    const { hash, words, ...hashed } = entry.parse(JSON.parse(line));
    expect(hashed.prev).toBe(prev);
    expect(sha256(String(canonicalize(hashed)))).toBe(hash);
    expect(sha256(words)).toBe(hashed.body.sha256);
    prev = hash;
  }
  expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ end: { seq: 10, hash: prev } });
});

test("one that is cut at any line is refused", async () => {
  for (let kept = 1; kept < lines.length; kept += 1) expect(await restored(lines.slice(0, kept))).toBe("PACTA_BACKUP_CUT");
  expect(await restored([])).toBe("PACTA_BACKUP_INVALID");
});

test("one that lacks an entry, or tells another end, or goes on behind it, is refused", async () => {
  expect(await restored(lines.toSpliced(5, 1))).toBe("PACTA_BACKUP_BROKEN 5");
  expect(await restored([...lines.slice(0, -1), JSON.stringify({ end: { seq: 9, hash: head.hash } })])).toBe("PACTA_BACKUP_BROKEN 10");
  expect(await restored([...lines, lines[1] ?? ""])).toBe("PACTA_BACKUP_BROKEN 10");
  expect(await restored(lines.with(3, "{"))).toBe("PACTA_BACKUP_BROKEN 3");
  expect(await restored(lines.with(3, "{}"))).toBe("PACTA_BACKUP_BROKEN 3");
});

test("what is no backup, or one of a newer Pacta, is refused", async () => {
  expect(await restored(lines.slice(1))).toBe("PACTA_BACKUP_INVALID");
  expect(await restored(["These are notes."])).toBe("PACTA_BACKUP_INVALID");
  expect(await restored(lines.with(0, JSON.stringify({ pacta: "backup", format: 2 })))).toBe("PACTA_BACKUP_NEWER");
});

test("one in which any character was changed is refused, and the entry named", async () => {
  const change = fc.record({ line: fc.integer({ min: 1, max: 10 }), where: fc.nat(), to: fc.constantFrom("x", "0", '"', " ", "}", "\\") });
  const property = fc.asyncProperty(change, async ({ line, where, to }) => {
    const text = lines[line] ?? "";
    const at = where % text.length;
    const other = text.slice(0, at) + to + text.slice(at + 1);
    fc.pre(other !== text);
    expect(await restored(lines.with(line, other))).toBe(`PACTA_BACKUP_BROKEN ${line}`);
  });
  await fc.assert(property, { numRuns: 60 });
});
