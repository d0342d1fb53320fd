// The contract on the SQLite store, in a file and in memory.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ledgerContract } from "../contract.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK } from "../report.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-contract-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
ledgerContract("a SQLite file", () => openLedger(join(folder, `${(files += 1)}.db`), { clock: CLOCK }));
ledgerContract("SQLite's memory", () => openLedger(":memory:", { clock: CLOCK }));
