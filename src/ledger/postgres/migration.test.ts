// Ledgers of every released schema come forward on a server, too. They are made of the statements of their time and of the rows that the
// files of SQLite then had.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { holdsAll, OLDER, takesAll } from "../contract/forward.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";
import { parseAddress } from "./address.ts";
import { MIGRATIONS } from "./schema.ts";
import { change, freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/migration.test.ts");

async function ledgerOf(schema: number): Promise<string> {
  const address = await freshAddress();
  const dump = readFileSync(new URL(`../sqlite/schema-${schema}.fixture.sql`, import.meta.url), "utf8");
  const rows = dump.split("\n").filter((line) => line.startsWith("insert into ") && !line.startsWith("insert into meta"));
  const made = MIGRATIONS.slice(0, schema).flat();
  const noted = `insert into meta values ('schema', '${schema}')`;
  await change(address, [`create schema "${parseAddress(address).schema}"`, ...made, noted, ...rows].join(";\n"));
  return address;
}

describe.runIf(hasPostgres)("a ledger on a server", () => {
  test("is made of as many steps as a file", () => {
    expect(OLDER).toEqual(MIGRATIONS.slice(1).map((_, n) => n + 1));
  });

  test.for(OLDER)("of schema %i comes forward with all that it holds, and takes entries of every kind", async (schema) => {
    expect.hasAssertions();
    const ledger = await openLedger(await ledgerOf(schema), { clock: CLOCK });
    await holdsAll(ledger, schema);
    await takesAll(ledger, schema);
    await ledger.close();
  });

  test.for(OLDER)("of schema %i that came forward has the tables of one that is made now", async (schema) => {
    const addresses = [await ledgerOf(schema), await freshAddress()];
    for (const address of addresses) await (await openLedger(address)).close();
    const [old, now] = await Promise.all(
      addresses.map(async (address) => [
        await change(
          address,
          "select tablename, indexname, split_part(indexdef, ' USING ', 2) from pg_indexes where schemaname = current_schema() order by 1, 2",
        ),
        await change(
          address,
          "select table_name, column_name, data_type, collation_name, is_nullable from information_schema.columns where table_schema = current_schema() order by 1, ordinal_position",
        ),
        await change(address, "select * from meta order by key"),
      ]),
    );
    expect(old).toEqual(now);
  });
});
