// Backups by the real program, from store to store, and what it refuses.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { openLedger } from "../ledger/index.ts";
import { appendTen } from "../ledger/contract/tampering.fixture.ts";
import { freshAddress, hasPostgres, requirePostgres } from "../ledger/postgres/shared.fixture.ts";
import { freshFolder, pacta } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

requirePostgres("src/cli/backup.test.ts");

const made = z.tuple([z.strictObject({ file: z.string(), seq: z.literal(10), hash: z.string() })]);
const folder = freshFolder();
let hash = "";

beforeAll(async () => {
  const ledger = await openLedger(join(folder, "pacta.db"));
  await appendTen(ledger);
  ({ hash } = await ledger.head());
  await ledger.close();
});

test("a backup is restored into the same ledger, but not over a file or over entries", () => {
  expect(made.parse(pacta(folder, ["backup", "whole.gz", "--json"]).json())[0]).toEqual({ file: "whole.gz", seq: 10, hash });
  const whole = readFileSync(join(folder, "whole.gz"));
  expect(pacta(folder, ["backup", "whole.gz"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_BACKUP_EXISTS") });
  expect(readFileSync(join(folder, "whole.gz")).equals(whole)).toBe(true);
  expect(pacta(folder, ["restore", "whole.gz", "--ledger", "again.db"])).toMatchObject({ code: 0, out: `restored 10 entries, head ${hash}\n` });
  expect(pacta(folder, ["verify", "--ledger", "again.db", "--head", hash]).code).toBe(0);
  expect(pacta(folder, ["restore", "whole.gz", "--ledger", "again.db"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("PACTA_LEDGER_NOT_EMPTY"),
  });
});

test("without a backup no ledger is made, and without a ledger no backup", () => {
  expect(pacta(folder, ["restore", "missing.gz", "--ledger", "unmade.db"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("PACTA_INPUT_MISSING"),
  });
  expect(pacta(folder, ["backup", "unmade.gz", "--ledger", "unmade.db"])).toMatchObject({
    code: 1,
    err: expect.stringContaining("PACTA_LEDGER_MISSING"),
  });
  expect([existsSync(join(folder, "unmade.db")), existsSync(join(folder, "unmade.gz"))]).toEqual([false, false]);
});

describe.runIf(hasPostgres)("on a server", () => {
  test("a ledger is restored, asked and looked at by doctor, and no password is told", async () => {
    const server = (await freshAddress()).replace("pacta@", "pacta:secret@");
    expect(pacta(folder, ["restore", "whole.gz", "--ledger", server])).toMatchObject({ code: 0, err: "" });
    const claims = pacta(folder, ["claims", "--jsonl"], { env: { PACTA_LEDGER: server } });
    expect([claims.code, claims.out]).toEqual([0, pacta(folder, ["claims", "--jsonl"]).out]);
    const doctor = pacta(folder, ["doctor", "--ledger", server]).out;
    expect(doctor).toMatch(/^ok {4}ledger +postgres:\/\/pacta@.* opens, 10 entries/m);
    expect(doctor).not.toContain("secret");
  });
});
