// The library as a program would use it, from a text in memory to the state of a deal.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  dealReadings,
  claimSchema,
  dealLife,
  dealLine,
  deals,
  documentsFrom,
  intake,
  loadDealKnowledge,
  openLedger,
  openReader,
  read,
  verify,
} from "./index.ts";
import type { Outcome } from "./index.ts";

test("paths and texts are read into a ledger, and the ledger's claims give deals", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "pacta-library-"));
  writeFileSync(
    join(folder, "a.jsonl"),
    `${JSON.stringify({ id: "a", date: "2030-01-02", text: "Norway signed a contract with Portugal for two patrol boats." })}\n`,
  );
  const [reader, ledger, knowledge] = [await openReader({ threads: 1 }), await openLedger(":memory:"), loadDealKnowledge()];
  const [first] = await Array.fromAsync(read([folder], { reader, ledger }));
  expect(first).toMatchObject({ kind: "taken", appended: "document", reading: { id: "a" } });

  const json = JSON.stringify([
    { id: "b", date: "2030-03-04", text: "Norway cancelled the contract with Portugal for two patrol boats." },
    { id: "c" },
  ]);
  async function* outcomes(): AsyncGenerator<Outcome> {
    yield* documentsFrom(json, "application/json");
  }
  expect(await Array.fromAsync(intake(outcomes(), { reader, ledger }))).toMatchObject([
    { kind: "taken" },
    { kind: "failure", error: { code: "PACTA_INPUT_FIELDS" } },
  ]);

  const readings = await dealReadings(ledger);
  expect(readings.map(({ document }) => document.id)).toEqual(["a", "b"]);
  for (const { claims, document } of readings)
    for (const claim of claims) expect(document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(claimSchema.parse(claim).evidence.quote);
  const [now] = deals(readings, knowledge);
  const [then] = deals(readings, knowledge, { known: "2030-01-31" });
  if (now === undefined || then === undefined) throw new Error("no deal");
  expect([dealLine(then.deal, then.state, knowledge).state, dealLine(now.deal, now.state, knowledge).state]).toEqual(["signed", "cancelled"]);
  expect(dealLife(now.deal, knowledge).map(({ act }) => act)).toEqual(["sign", "cancel"]);
  expect((await verify(ledger)).seq).toBe(4);
  await Promise.all([reader.close(), ledger.close()]);
});
