// What the fault suite's tests stand on: a folder that goes with them, the knowledge of deals, and a seed that is printed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadDealKnowledge } from "../../src/deal/index.ts";
import { chanceOf } from "../../src/eval/index.ts";
import { postgresPrograms } from "../server.fixture.ts";

/** The project's own. */
export const knowledge = loadDealKnowledge();

/** One seed in the usual run, another each time in the full one; it stands in the tests' names, and `PACTA_SEED` repeats it. */
export const seed = Number(process.env["PACTA_SEED"] ?? (process.env["PACTA_FULL"] === "1" ? Date.now() % 1_000_000 : 20_261_126));

/** Draws of the seed. */
export const chance = chanceOf(seed);

/** True where tests can start a server. */
export const hasPostgres = postgresPrograms() !== undefined;

/** Fails where a server is required and missing. */
export function requirePostgres(): void {
  test("PostgreSQL is there where everything is required", () => {
    expect(hasPostgres || process.env["PACTA_REQUIRE_ALL"] !== "1").toBe(true);
  });
}

/** Gives places for files, in a folder that is removed at the end. */
export function freshFiles(): () => string {
  const folder = mkdtempSync(join(tmpdir(), "pacta-faults-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  return () => join(folder, `${(files += 1)}.db`);
}
