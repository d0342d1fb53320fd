// The contract on PostgreSQL, each case in a schema of its own.
import { describe } from "vitest";
import { ledgerContract } from "../contract.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";
import { freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/contract.test.ts");

describe.runIf(hasPostgres)("on a server", () => {
  ledgerContract("PostgreSQL", async () => openLedger(await freshAddress(), { clock: CLOCK }));
});
