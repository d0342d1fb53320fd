// The contract on SQLite, and what only a file can do.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { openLedger } from "../ledger/index.ts";
import { openSettings, settingsFile } from "./open.ts";
import { settingsContract } from "./settings.contract.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

settingsContract("SQLite", (name, at) => openSettings(join(folder, `${name}.db`), at === undefined ? {} : { clock: () => new Date(at) }));

test("they lie beside the ledger in a file that its owner alone may read, and leave the ledger as it is", async () => {
  const path = join(folder, "deals.db");
  const ledger = await openLedger(path);
  const head = await ledger.head();
  const settings = await openSettings(path);
  const { secret } = await settings.tokens.add({ name: "archive", role: "reader" });
  await settings.close();
  expect(await ledger.head()).toEqual(head);
  await ledger.close();
  const file = join(folder, "deals.settings.db");
  expect(settingsFile(path)).toBe(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "latin1")).not.toContain(secret.slice(6));
  expect(readFileSync(path, "latin1")).not.toContain("archive");
});

test("in memory they are gone when they are closed", async () => {
  const settings = await openSettings(":memory:");
  await settings.tokens.add({ name: "a", role: "reader" });
  expect(await settings.tokens.list()).toHaveLength(1);
  await settings.close();
});

test("a file of another program, or no database, is left alone", async () => {
  const other = new Database(join(folder, "other.settings.db"));
  other.exec("create table meta (key text, value text)");
  other.close();
  await expect(openSettings(join(folder, "other.db"))).rejects.toMatchObject({ code: "PACTA_SETTINGS_OTHER" });
  writeFileSync(join(folder, "text.settings.db"), "no database, and long enough for one to be looked for in it".repeat(20));
  await expect(openSettings(join(folder, "text.db"))).rejects.toMatchObject({ code: "PACTA_SETTINGS_STORE" });
  await expect(openSettings(join(folder, "no", "such", "folder.db"))).rejects.toMatchObject({ code: "PACTA_SETTINGS_STORE" });
  await expect(openSettings("redis://localhost")).rejects.toMatchObject({ code: "PACTA_LEDGER_STORE_UNSUPPORTED" });
});

test("settings of a newer Pacta are refused", async () => {
  const path = join(folder, "newer.db");
  await (await openSettings(path)).close();
  const file = new Database(settingsFile(path));
  file.exec("update meta set value = '99' where key = 'schema'");
  file.close();
  await expect(openSettings(path)).rejects.toMatchObject({ code: "PACTA_SETTINGS_NEWER", message: expect.stringContaining("99") });
});
