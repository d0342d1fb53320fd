// `pacta export gold` on the real program.
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { decide, harbour, harbourRef } from "../ledger/decided.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import { freshFolder, pacta } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test("prints reviewed documents a line each, and says on standard error what it leaves out", async () => {
  const folder = freshFolder();
  const ledger = await openLedger(join(folder, "pacta.db"));
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  for (const n of [0, 1, 2]) await decide(ledger, { type: "confirm", claim: harbourRef("a", n) });
  await decide(ledger, { type: "reject", claim: harbourRef("b", 0) });
  await ledger.close();
  const all = pacta(folder, ["export", "gold"]);
  expect(all.json()).toMatchObject([
    { id: "a", claims: [{ act: "sign" }, { act: "agree" }, { act: "agree" }], unreviewed: 0 },
    { id: "b", claims: [], rejected: [{ act: "sign" }], unreviewed: 2 },
  ]);
  expect([all.code, all.err]).toEqual([0, ""]);
  const complete = pacta(folder, ["export", "gold", "--complete"]);
  expect(complete.json()).toMatchObject([{ id: "a" }]);
  expect(complete.err).toBe("left out: 1 document with claims that nobody reviewed (b)\n");
  expect(pacta(folder, ["export"])).toMatchObject({ code: 2, err: expect.stringContaining("pacta export gold") });
  expect(pacta(folder, ["export", "silver"])).toMatchObject({ code: 2, err: expect.stringContaining("PACTA_USAGE_COMMAND") });
});
