// How often each rule is right, as counted on coded text: knowledge/reading/confidence.tsv, written by `npm run calibrate`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PactaError } from "../../error.ts";

/** Confidence of a rule by its id, between 0 and 1. */
export type ConfidenceOf = (rule: string) => number;

/** A rule that was never counted is held to be right as often as the weight of this many claims at the common rate says. */
const PRIOR = 4;

/** Claims that a rule made, and how many of them were right. */
export interface RuleCount {
  readonly made: number;
  readonly right: number;
}

/** Reads the counts (rule, claims made, claims right). Without the file every rule is a coin's toss. Throws `PACTA_KNOWLEDGE_INVALID`. */
export function loadConfidence(folder: string): ConfidenceOf {
  const file = join(folder, "confidence.tsv");
  if (!existsSync(file)) return () => 0.5;
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return confidenceFrom(new Map(rows.map((row, i) => countOf(row, file, i + 1))));
}

/** The confidence of every rule by its counts. */
export function confidenceFrom(counts: ReadonlyMap<string, RuleCount>): ConfidenceOf {
  const [made, right] = [...counts.values()].reduce(([m, r], c) => [m + c.made, r + c.right], [0, 0]);
  const common = made > 0 ? right / made : 0.5;
  return (rule) => {
    const count = counts.get(rule) ?? { made: 0, right: 0 };
    return Math.round((100 * (count.right + PRIOR * common)) / (count.made + PRIOR)) / 100;
  };
}

function countOf(row: string, file: string, line: number): [string, RuleCount] {
  const [rule, made, right] = row.split("\t");
  const counts = { made: Number(made), right: Number(right) };
  if (rule === undefined || !Number.isInteger(counts.made) || !Number.isInteger(counts.right) || counts.right > counts.made) {
    throw new PactaError("PACTA_KNOWLEDGE_INVALID", "a line must be: rule, claims made, claims right", "Write it anew with npm run calibrate", {
      source: file,
      line,
    });
  }
  return [rule, counts];
}
