// Disks that are full under a writer: a small one in memory where mounting is allowed, and everywhere a file that may grow no more.
import { expect, test, vi } from "vitest";
import type { TestContext } from "vitest";
import { fillToLimit, fillUnderFiles, fillUnderServers } from "./full-disk.ts";
import { chance, freshFiles, hasPostgres, knowledge, seed } from "./ground.fixture.ts";

vi.setConfig({ testTimeout: 120_000 });

const fresh = freshFiles();
const FINE = { lost: 0, wrongs: [] };

/** Skips where no disk could be mounted, unless everything is required: then what is missing fails the expectation behind it. */
function needs(context: TestContext, filled: unknown): void {
  if (filled === undefined && process.env["PACTA_REQUIRE_ALL"] !== "1") context.skip("mounting is not allowed here");
}

test(`a full disk under a file ends a writer with a coded error and costs nothing that it acknowledged (seed ${seed})`, async (context) => {
  const filled = await fillUnderFiles(1, chance, knowledge);
  needs(context, filled);
  expect(filled).toMatchObject({ ...FINE, disks: 1, ended: ["PACTA_LEDGER_DISK_FULL"] });
});

test(`a file that may grow no more does neither (seed ${seed})`, async () => {
  expect(await fillToLimit(1, fresh, chance, knowledge)).toMatchObject({ ...FINE, disks: 1, ended: ["PACTA_LEDGER_IO"] });
});

test.runIf(hasPostgres)(`a full disk under a server's data and log does neither (seed ${seed})`, async (context) => {
  const filled = await fillUnderServers(1, chance, knowledge);
  needs(context, filled);
  expect(filled).toMatchObject({ ...FINE, disks: 1, ended: [expect.stringMatching(/^PACTA_LEDGER_(?:DISK_FULL|UNREACHABLE)$/)] });
});
