// The whole evaluation over a gold set of two documents that the test writes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Claim, Explanation, Reading } from "../reading/index.ts";
import type { GoldDocument } from "./gold.ts";
import { calibrationError } from "./claims.ts";
import { runEval } from "./run.ts";
import type { Surroundings } from "./run.ts";

const TEXT = "Ruritania signed a gas contract with Elbonia. It rained.";
const QUOTE = "Ruritania signed a gas contract with Elbonia";
const SIGNING: Claim = {
  id: "1",
  act: "sign",
  mode: "actual",
  negated: false,
  actors: [{ name: "Ruritania" }, { name: "Elbonia" }],
  targets: [],
  items: [],
  money: [],
  terms: [],
  sources: [],
  evidence: { start: 0, end: QUOTE.length, quote: QUOTE },
  tellings: [],
  spans: {},
  rule: "test",
  confidence: 1,
};

let shared = "";
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), "pacta-eval-"));
  mkdirSync(join(shared, "gold"));
  const { act, mode, negated, actors, evidence } = SIGNING;
  writeGold([{ id: "a", date: "2020-01-01", text: TEXT, sources: [], claims: [{ act, mode, negated, actors, evidence }] }]);
});
afterEach(() => rmSync(shared, { recursive: true }));

function writeGold(documents: readonly unknown[]): void {
  writeFileSync(join(shared, "gold", "items.dev.jsonl"), documents.map((document) => JSON.stringify(document)).join("\n"));
}

/** A reading without trees. */
function explained(id: string, claims: readonly Claim[]): Explanation {
  const document = { id, text: TEXT, blocks: [], sources: [], tags: [] };
  const none = { annotations: { parties: [], items: [], money: [], times: [] }, sources: [], references: [], unresolved: [], unread: [] };
  return { analysis: { document, sentences: [], unanalysed: [] }, ...none, reading: { id, claims, abstained: [] }, sentences: [] };
}

/** Runs with a reader that gives the claims, and returns what was printed and written. */
async function run(args: readonly string[], claims: readonly Claim[], page?: string): Promise<{ printed: string; written: string | undefined }> {
  const printed: string[] = [];
  let written: string | undefined;
  const read = async (gold: readonly GoldDocument[]): Promise<Reading[]> => gold.map(({ id }) => ({ id, claims, abstained: [] }));
  const around: Surroundings = {
    shared,
    openReader: async () => read,
    openAnnotator: async () => async () => [],
    openExplainer: async () => async (documents) => documents.map(({ id }) => explained(id, claims)),
    print: (line) => printed.push(line),
    readPage: () => page,
    writePage: (text) => (written = text),
  };
  await runEval(args, around);
  return { printed: printed.join("\n"), written };
}

test("claims are scored by set, slot and act, and a slot that gold never fills shows no figure", async () => {
  const { printed, written } = await run(["claims", "items.dev"], [SIGNING]);
  expect(printed).toMatch(/\| items\.dev \| +1 \| +0\/0 \| 1\.000 \| 1\.000 \| 1\.000 \| +1 \|/);
  expect(printed).toMatch(/\| sign +\| 1\.000 \| 1\.000 \| 1\.000 \| +1 \|/);
  expect(printed).toMatch(/\| all +\| 1\.000 \(1\) \|/);
  expect(printed).toMatch(/\| money +\| +– \| +– \| +– \| +0 \|/);
  expect(written).toBeUndefined();
});

test("calibration is the distance of what is promised from what is right", () => {
  const claim = (confidence: number, right: boolean): { confidence: number; right: boolean } => ({ confidence, right });
  expect(calibrationError([claim(0.75, true), claim(0.75, true), claim(0.75, true), claim(0.75, false)])).toBeCloseTo(0);
  expect(calibrationError([claim(0.95, false), claim(0.15, true)])).toBeCloseTo(0.9);
  expect(calibrationError([])).toBe(0);
});

test("--write keeps the section with the command that printed it", async () => {
  const { written } = await run(["claims", "items.dev", "--write"], [SIGNING], "# Figures\n");
  expect(written).toContain("<!-- eval:claims-items.dev -->");
  expect(written).toContain("`npm run eval -- claims items.dev`");
});

test("figures of a limited run are never written", async () => {
  await expect(run(["claims", "items.dev", "--limit", "1", "--write"], [])).rejects.toMatchObject({ code: "PACTA_USAGE" });
});

test("misses stand in brackets within their text, extras beside them", async () => {
  const extra: Claim = { ...SIGNING, act: "meet", negated: true, evidence: { start: 46, end: 55, quote: "It rained" } };
  const { printed } = await run(["misses", "items.dev"], [extra]);
  expect(printed).toContain("missed a: sign actual Ruritania Elbonia -> –\n    [Ruritania signed a gas contract with Elbonia]. It rained.");
  expect(printed).toContain("extra a: meet not actual Ruritania Elbonia -> –\n    Ruritania signed a gas contract with Elbonia. [It rained].");
  expect(printed).toContain("items.dev: 1 missed, 1 extra");
});

test("the set that is kept for totals shows no misses and no acts", async () => {
  await expect(run(["misses", "items.test"], [])).rejects.toMatchObject({ code: "PACTA_EVAL_TOTALS_ONLY" });
  writeFileSync(join(shared, "gold", "items.test.jsonl"), "");
  const { printed } = await run(["claims", "items.test"], []);
  expect(printed).not.toContain("Acts");
});

test("an unknown part, set or limit says what there is", async () => {
  await expect(run(["toString"], [])).rejects.toMatchObject({ code: "PACTA_USAGE" });
  await expect(run(["claims", "items.tset"], [])).rejects.toMatchObject({ code: "PACTA_EVAL_UNKNOWN_SET" });
  await expect(run(["claims", "--limit", "0"], [])).rejects.toMatchObject({ code: "PACTA_USAGE" });
  await expect(run(["claims", "articles"], [])).rejects.toMatchObject({ code: "PACTA_GOLD_MISSING" });
});

test("gold whose evidence is not the text's own words is refused with its line", async () => {
  const evidence = { ...SIGNING.evidence, quote: "Ruritania cancelled" };
  writeGold([{ id: "a", date: "2020-01-01", text: TEXT, sources: [], claims: [{ act: "sign", mode: "actual", negated: false, evidence }] }]);
  await expect(run(["claims", "items.dev"], [])).rejects.toMatchObject({ code: "PACTA_GOLD_INVALID", place: { line: 1 } });
});
