// Faults with real processes: one that is killed at any moment loses nothing that it acknowledged, two that write at once lose and double nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { KILLS, killWriters, writeAtOnce } from "./fault.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "pacta-fault-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`a writer that is killed ${KILLS} times keeps all that it acknowledged, and verifies`, { timeout: 20_000 * KILLS }, async () => {
  expect.hasAssertions();
  await killWriters(join(folder, "killed.db"));
});

test("two processes that write at once, to a file that neither finds, lose and double nothing", { timeout: 60_000 }, async () => {
  expect.hasAssertions();
  await writeAtOnce(join(folder, "two.db"));
});
