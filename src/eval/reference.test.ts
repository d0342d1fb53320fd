// Holds this scorer equal to the reference scorer, which is a Python script beside the checkout: same input, same figures.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goldFile, loadGold, sharedFolder } from "./gold.ts";
import type { GoldSet } from "./gold.ts";
import { perturb, seeded } from "./perturb.fixture.ts";
import { score } from "./score.ts";
import type { ScoredDocument } from "./score.ts";

const shared = sharedFolder(process.env);
const script = join(shared, "tools", "score.py");
const SETS: readonly GoldSet[] = ["items.dev", "articles", "articles.open"];

/** Why the comparison cannot be made, if so. */
function missing(): string | undefined {
  if (!existsSync(script)) return `no ${script}`;
  return spawnSync("python3", ["--version"]).status === 0 ? undefined : "no python3";
}

function referenceScore(set: GoldSet, readings: readonly ScoredDocument[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), "pacta-score-"));
  try {
    const file = join(folder, "readings.jsonl");
    writeFileSync(file, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(""));
    return JSON.parse(execFileSync("python3", [script, goldFile(shared, set), file, "--json"], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("perturbed gold scores the same here as in the reference scorer, figure for figure", (context) => {
  const why = missing();
  if (why !== undefined && process.env["PACTA_REQUIRE_ALL"] !== "1") return context.skip(`${why}: nothing to compare with`);
  expect(why).toBeUndefined();
  const seed = Number(process.env["PACTA_SEED"] ?? Math.floor(Math.random() * 2 ** 32));
  console.info(`PACTA_SEED=${seed}`);
  const random = seeded(seed);
  for (const set of SETS) {
    const gold = loadGold(shared, set);
    const readings = perturb(gold, random);
    const { acts, ...ours } = score(gold, readings);
    expect(acts.size).toBeGreaterThan(5);
    expect(ours.claims.f1).toBeGreaterThan(0.1);
    expect(ours.claims.f1).toBeLessThan(0.95);
    expect(ours, `PACTA_SEED=${seed}, ${set}`).toEqual(referenceScore(set, readings));
  }
});
