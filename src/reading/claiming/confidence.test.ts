// Counts of how often rules are right become confidences.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadConfidence } from "./confidence.ts";

describe("the confidence of a rule", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pacta-confidence-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (rows: string): void => writeFileSync(join(folder, "confidence.tsv"), rows);

  it("is a coin's toss where nothing was counted", () => {
    expect(loadConfidence(folder)("pay/pay")).toBe(0.5);
  });

  it("is its share of right claims, drawn to the common rate by the weight of four claims", () => {
    write("# rule\tmade\tright\npay/pay\t16\t16\nsell/sell\t4\t0\n");
    const confidence = loadConfidence(folder);
    // Common rate: 16 of 20. pay: (16 + 4 * 0.8) / 20 = 0.96; sell: (0 + 3.2) / 8 = 0.4; unknown: 0.8.
    expect([confidence("pay/pay"), confidence("sell/sell"), confidence("sign/sign")]).toEqual([0.96, 0.4, 0.8]);
  });

  it.each(["pay/pay\t4", "pay/pay\tfour\t1", "pay/pay\t1\t4"])("refuses the line %j and says where it is", (row) => {
    write(`sell/sell\t4\t0\n${row}\n`);
    expect(() => loadConfidence(folder)).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "confidence.tsv"), line: 2 } }),
    );
  });
});
