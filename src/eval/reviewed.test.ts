// What people reviewed comes back as gold: exported, loaded as any gold set, and scored.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goldOf } from "../export/index.ts";
import { decide, harbour, harbourRef, promotion } from "../ledger/decided.fixture.ts";
import { openLedger } from "../ledger/index.ts";
import { goldFile, loadGold, parseGold } from "./gold.ts";
import { score } from "./score.ts";

test("exported reviews are a gold set, against which the claims as they stand score full and the reading less", async () => {
  const ledger = await openLedger(":memory:");
  await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
  await decide(ledger, { type: "confirm", claim: harbourRef("a", 0) });
  await decide(ledger, { type: "correct", claim: harbourRef("a", 1), slot: "mode", value: "actual" });
  await decide(ledger, { type: "reject", claim: harbourRef("a", 2) });
  await decide(ledger, promotion("a"));
  const lines = await Array.fromAsync(goldOf(ledger, { complete: true }));
  const standing = (await ledger.standing("a"))?.claims.map(({ claim }) => claim) ?? [];
  await ledger.close();

  const shared = mkdtempSync(join(tmpdir(), "pacta-gold-"));
  mkdirSync(join(shared, "gold"));
  writeFileSync(goldFile(shared, "items.dev"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const gold = loadGold(shared, "items.dev");
  rmSync(shared, { recursive: true });
  expect(gold.map(({ id, claims, rejected }) => [id, claims.length, rejected?.length])).toEqual([["a", 3, 1]]);
  expect(score(gold, [{ id: "a", claims: standing }]).claims).toEqual({ p: 1, r: 1, f1: 1, n: 3 });
  const read = score(gold, [{ id: "a", claims: harbour("a").reading.claims }]).claims;
  expect([read.p, read.r].map((share) => share.toFixed(2))).toEqual(["0.67", "0.67"]);
});

test("what was rejected is held to the text too", () => {
  const claim = { act: "sign", mode: "actual", negated: false, evidence: { start: 0, end: 3, quote: "Two" } };
  const line = { id: "a", date: "2026-01-01", heading: null, text: "One word", sources: [], claims: [], rejected: [claim] };
  expect(() => parseGold(JSON.stringify(line), "gold.jsonl", 1)).toThrow(expect.objectContaining({ code: "PACTA_GOLD_INVALID" }));
});
