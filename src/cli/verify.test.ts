// The commands that look after the ledger and the installation, on the real program.
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { briefs, freshFolder, linesOf, pacta, write } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const reports = briefs(12);
const folder = freshFolder();

beforeAll(() => {
  write(folder, { "items.jsonl": reports });
  if (pacta(folder, ["read", "items.jsonl", "--workers", "1"]).code !== 0) throw new Error("the reports could not be read");
});

test("verify passes what was written, and gives 3 for an entry that was changed or cut off", () => {
  const fresh = freshFolder();
  write(fresh, { "items.jsonl": reports.slice(0, 2) });
  pacta(fresh, ["read", "items.jsonl", "--workers", "1"]);
  const [head] = z
    .tuple([z.strictObject({ ok: z.literal(true), seq: z.literal(4), hash: z.string() })])
    .parse(pacta(fresh, ["verify", "--json"]).json());
  expect(pacta(fresh, ["verify", "--head", head.hash]).code).toBe(0);
  expect(pacta(fresh, ["verify", "--head", "0123"]).code).toBe(2);
  expect(pacta(fresh, ["verify", "--head", "1".repeat(64)])).toMatchObject({ code: 3, err: expect.stringContaining("PACTA_LEDGER_CUT") });
  const file = new Database(join(fresh, "pacta.db"));
  file.exec("drop trigger entries_stay; update entries set at = '2001-01-01T00:00:00.000Z' where seq = 3");
  file.close();
  expect(pacta(fresh, ["verify"])).toMatchObject({ code: 3, err: expect.stringContaining("PACTA_LEDGER_BROKEN: entry 3") });
  expect(pacta(fresh, ["verify", "--json"]).json()).toMatchObject([{ ok: false, code: "PACTA_LEDGER_BROKEN", entry: 3 }]);
});

test("rebuild prints the same fingerprint before and after, unless something was amiss", () => {
  expect(pacta(folder, ["rebuild"]).out).toMatch(/^before {2}([0-9a-f]{64})\nafter {3}\1\nunchanged/);
  const file = new Database(join(folder, "pacta.db"));
  file.exec("delete from abstentions; delete from claim_parties");
  file.close();
  expect(pacta(folder, ["rebuild", "--json"]).json()).toMatchObject([{ changed: true }]);
  expect(pacta(folder, ["rebuild", "--json"]).json()).toMatchObject([{ changed: false }]);
});

test("doctor has one line for each thing, and says what to do about what is wrong", () => {
  const well = pacta(folder, ["doctor"]);
  expect(linesOf(well.out).map((line) => line.slice(0, 15).trimEnd())).toEqual([
    "ok    node",
    "ok    sqlite",
    "ok    model",
    "ok    reader",
    "ok    documents",
    "ok    deals",
    "ok    ledger",
  ]);
  const ill = pacta(folder, ["doctor", "--json", "--ledger", "items.jsonl"], { env: { PACTA_MODEL: folder } });
  expect(ill.code).toBe(1);
  expect(
    z
      .tuple([z.array(z.looseObject({ name: z.string(), ok: z.boolean() }))])
      .parse(ill.json())[0]
      .filter(({ ok }) => !ok),
  ).toMatchObject([
    { name: "model", code: "PACTA_MODEL_MISSING", remedy: expect.stringContaining("PACTA_MODEL") },
    { name: "reader", code: "PACTA_MODEL_MISSING" },
    { name: "ledger", code: "PACTA_LEDGER_NOT_A_LEDGER" },
  ]);
});
