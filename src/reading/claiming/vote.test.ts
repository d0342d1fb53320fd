// The vote: weights read from a table, and what they make of features.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FEATURES } from "./features.ts";
import { loadVote, weigh } from "./vote.ts";

const NONE = FEATURES.map(() => 0);
const only = (name: (typeof FEATURES)[number], value = 1): number[] => FEATURES.map((each) => (each === name ? value : 0));

describe("the vote", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pacta-vote-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (weights: Readonly<Record<string, string>>): void =>
    writeFileSync(join(folder, "vote.tsv"), ["# remark", ...Object.entries(weights).map(([name, weight]) => `${name}\t${weight}`), ""].join("\n"));
  const all = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...Object.fromEntries(FEATURES.map((name) => [name, "0"])),
    least: "0.3",
    ...more,
  });

  it("is not there without its table", () => {
    expect(loadVote(folder)).toBeUndefined();
  });

  it("weighs each feature by its own weight", () => {
    write(all({ "no actor": "-2", said: "1" }));
    const vote = loadVote(folder);
    expect(vote?.least).toBe(0.3);
    expect(vote?.weigh(NONE)).toBe(0.5);
    expect(vote?.weigh(only("no actor"))).toBeCloseTo(1 / (1 + Math.exp(2)), 10);
    expect(vote?.weigh(only("said"))).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
  });

  it("says which feature the table lacks", () => {
    const { rule: _, ...others } = all();
    write(others);
    expect(() => loadVote(folder)).toThrow(expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", message: expect.stringContaining("rule") }));
  });

  it.each(["one", "", "heavy"])("refuses the weight %j and says where it stands", (weight) => {
    write(all({ one: weight }));
    expect(() => loadVote(folder)).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: join(folder, "vote.tsv"), line: 2 } }),
    );
  });

  it("grows with every weight that speaks for a draft", () => {
    expect(weigh([1, 2], [0.5, 1])).toBeGreaterThan(weigh([1, 1], [0.5, 1]));
  });
});
