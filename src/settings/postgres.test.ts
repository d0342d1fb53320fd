// The contract on PostgreSQL, each case in a schema of its own beside that of a ledger.
import { describe, expect, test } from "vitest";
import { openLedger } from "../ledger/index.ts";
import { change, freshAddress, hasPostgres, requirePostgres } from "../ledger/postgres/shared.fixture.ts";
import { openSettings } from "./open.ts";
import { settingsContract } from "./settings.contract.fixture.ts";

requirePostgres("src/settings/postgres.test.ts");

describe.runIf(hasPostgres)("on a server", () => {
  const addresses = new Map<string, string>();
  settingsContract("PostgreSQL", async (name, at) => {
    // Set before it is waited for: the same name must give the same address to all who ask at once.
    const suffix = `_${name}`;
    const address = addresses.get("base") ?? (await freshAddress());
    if (!addresses.has("base")) addresses.set("base", address);
    return openSettings((addresses.get("base") ?? address) + suffix, at === undefined ? {} : { clock: () => new Date(at) });
  });

  test("they lie in a schema of their own, and a ledger that is there stays as it is", async () => {
    const address = await freshAddress();
    const ledger = await openLedger(address);
    const settings = await openSettings(address);
    await settings.tokens.add({ name: "archive", role: "reader" });
    expect((await ledger.head()).seq).toBe(0);
    const rows = await change(address.replace(/schema=(.*)$/, "schema=$1_settings"), "select name from tokens");
    expect(rows).toEqual([{ name: "archive" }]);
    await settings.close();
    await ledger.close();
  });

  test("a schema of another program is left alone, settings of a newer Pacta are refused", async () => {
    const address = await freshAddress();
    const own = address.replace(/schema=(.*)$/, "schema=$1_settings");
    const schema = own.slice(own.indexOf("schema=") + 7);
    await change(address, `create schema "${schema}"; create table "${schema}".things (a text)`);
    await expect(openSettings(address)).rejects.toMatchObject({ code: "PACTA_SETTINGS_OTHER" });
    await change(address, `drop schema "${schema}" cascade`);
    await (await openSettings(address)).close();
    await change(own, "update meta set value = '99' where key = 'schema'");
    await expect(openSettings(address)).rejects.toMatchObject({ code: "PACTA_SETTINGS_NEWER" });
  });

  test("a server that is not there is said with a code and without the password", async () => {
    const refused = openSettings("postgres://ada:geheim@127.0.0.1:1/nowhere");
    await expect(refused).rejects.toMatchObject({ code: "PACTA_SETTINGS_STORE", place: { source: "postgres://ada@127.0.0.1:1/nowhere" } });
    await expect(refused).rejects.not.toThrow(/geheim/);
  });
});
