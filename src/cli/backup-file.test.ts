// The file of a backup: made while others write, moved from store to store, and refused where it is not what was written.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendTen } from "../ledger/contract/tampering.fixture.ts";
import { decide, harbour, harbourRef } from "../ledger/decided.fixture.ts";
import { writer } from "../ledger/fault.fixture.ts";
import { backupLines, fingerprint, openLedger, restoreLines, verify } from "../ledger/index.ts";
import type { Head, Ledger } from "../ledger/index.ts";
import { freshAddress, hasPostgres, requirePostgres } from "../ledger/postgres/shared.fixture.ts";
import { openBackup, writeBackup } from "./backup-file.ts";

requirePostgres("src/cli/backup-file.test.ts");

const folder = mkdtempSync(join(tmpdir(), "pacta-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = join(folder, "whole.gz");

beforeAll(() =>
  withLedger(join(folder, "whole.db"), async (ledger) => {
    await appendTen(ledger);
    // Ids that the ten have not.
    for (const [n, document] of ["pier", "dock"].entries()) {
      await ledger.appendReadings([harbour(document)], "r1");
      await decide(ledger, { type: "reject", claim: harbourRef(document, n) });
    }
    await decide(ledger, { type: "redact", document: "pier", reason: "asked" });
    await backup(ledger, whole);
  }),
);

async function withLedger<T>(location: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(location);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function backup(ledger: Ledger, path: string): Promise<Head> {
  const head = await ledger.head();
  await writeBackup(path, backupLines(ledger, head));
  return head;
}

async function restore(path: string, location = ":memory:"): Promise<{ readonly head: Head; readonly print: string }> {
  return withLedger(location, async (ledger) => {
    const head = await restoreLines(ledger, await openBackup(path));
    expect(await verify(ledger)).toEqual(head);
    return { head, print: await fingerprint(ledger) };
  });
}

/** Backs a ledger up five times while a process writes to it; each backup is a part of its chain from the start on. */
async function whileWriting(location: string): Promise<void> {
  const { child, said, ended } = writer(location, "w", 1_000_000);
  while (said().length === 0) await new Promise((wake) => setTimeout(wake, 5));
  await withLedger(location, async (ledger) => {
    const backups: { readonly path: string; readonly head: Head }[] = [];
    for (let n = 0; n < 5; n += 1) {
      const known = said().length;
      while (said().length === known) await new Promise((wake) => setTimeout(wake, 5));
      const path = join(folder, `while-${child.pid}-${n}.gz`);
      backups.push({ path, head: await backup(ledger, path) });
      expect(backups.at(-1)?.head.seq).toBeGreaterThanOrEqual(4 * known);
    }
    child.kill("SIGKILL");
    await ended;
    for (const { path, head } of backups) {
      expect((await restore(path)).head).toEqual(head);
      await verify(ledger, { head: head.hash });
    }
    expect(new Set(backups.map(({ head }) => head.seq)).size).toBe(5);
  });
}

test("a backup that is made while a process writes is a prefix of the chain", { timeout: 60_000 }, async () => {
  expect.hasAssertions();
  await whileWriting(join(folder, "busy.db"));
});

describe.runIf(hasPostgres)("a ledger on a server", () => {
  test("is backed up while a process writes, too", { timeout: 60_000 }, async () => {
    expect.hasAssertions();
    await whileWriting(await freshAddress());
  });

  test("was a file's, and becomes a file's again, with the same head and fingerprint, to the same lines", async () => {
    const server = await freshAddress();
    const moved = await restore(whole, server);
    expect(moved).toEqual(await restore(whole));
    const back = join(folder, "back.gz");
    await withLedger(server, (ledger) => backup(ledger, back));
    expect(await restore(back, join(folder, "back.db"))).toEqual(moved);
    expect(gunzipSync(readFileSync(back)).equals(gunzipSync(readFileSync(whole)))).toBe(true);
    const { head, print } = await withLedger(join(folder, "whole.db"), async (ledger) => ({
      head: await ledger.head(),
      print: await fingerprint(ledger),
    }));
    expect(moved).toEqual({ head, print });
  });
});

test("what cannot be written is told, and leaves no file", async () => {
  await withLedger(join(folder, "whole.db"), async (ledger) => {
    const head = await ledger.head();
    await expect(writeBackup(join(folder, "nowhere", "none.gz"), backupLines(ledger, head))).rejects.toMatchObject({
      code: "PACTA_BACKUP_UNWRITABLE",
    });
    const other = { ...head, hash: "0".repeat(63) + "1" };
    await expect(writeBackup(join(folder, "none.gz"), backupLines(ledger, other))).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
    await expect(backup(ledger, whole)).rejects.toMatchObject({ code: "PACTA_BACKUP_EXISTS" });
  });
  expect(readdirSync(folder).filter((name) => name.includes("none") || name.endsWith(".part"))).toEqual([]);
});

const text = (): string => gunzipSync(readFileSync(whole)).toString();

/** By the code that refuses them: files that are no whole backup. */
const WRONG: Readonly<Record<string, readonly [code: string, content: () => Uint8Array]>> = {
  "one whose packed bytes end early": ["PACTA_BACKUP_CUT", () => readFileSync(whole).subarray(0, -20)],
  "one whose lines end early": ["PACTA_BACKUP_CUT", () => gzipSync(text().split("\n").slice(0, 9).join("\n"))],
  "one with a flipped bit": ["PACTA_BACKUP_BROKEN", () => readFileSync(whole).map((byte, at) => (at === 700 ? byte ^ 4 : byte))],
  "one with another word": ["PACTA_BACKUP_BROKEN", () => gzipSync(text().replace("A. Writer", "B. Writer"))],
  "one that goes on as no text": ["PACTA_BACKUP_BROKEN", () => gzipSync(Buffer.concat([Buffer.from(text()), Buffer.from([0xff, 0x0a])]))],
  "one that is not packed": ["PACTA_BACKUP_INVALID", () => Buffer.from(text())],
  "packed notes": ["PACTA_BACKUP_INVALID", () => gzipSync("These are notes.\n")],
  "an empty file": ["PACTA_BACKUP_CUT", () => Buffer.alloc(0)],
};

test.for(Object.entries(WRONG))("%s is refused", async ([, [code, content]]) => {
  const path = join(folder, "wrong.gz");
  writeFileSync(path, content());
  await expect(restore(path)).rejects.toMatchObject({ code });
});

test("what is no file is refused", async () => {
  await expect(restore(join(folder, "missing.gz"))).rejects.toMatchObject({ code: "PACTA_INPUT_MISSING" });
  await expect(restore(folder)).rejects.toMatchObject({ code: "PACTA_INPUT_UNREADABLE" });
});
