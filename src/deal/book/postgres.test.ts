// The book on PostgreSQL, each case in a schema of its own.
import { describe } from "vitest";
import { openLedger } from "../../ledger/index.ts";
import { freshAddress, hasPostgres, requirePostgres } from "../../ledger/postgres/shared.fixture.ts";
import { bookContract } from "./book.contract.fixture.ts";

requirePostgres("src/deal/book/postgres.test.ts");

describe.runIf(hasPostgres)("on a server", () => {
  bookContract("PostgreSQL", async () => openLedger(await freshAddress()), 5);
});
