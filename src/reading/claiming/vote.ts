// How likely a draft is right: what speaks for and against it, weighed by knowledge/reading/vote.tsv, which `npm run calibrate`
// fits on coded text whose items no rule was made from.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PactaError } from "../../error.ts";
import { FEATURES, type Features } from "./features.ts";

/** A vote on drafts. */
export interface Vote {
  /** How likely a draft with these features is right, between 0 and 1: the claim's confidence. */
  readonly weigh: (features: Features) => number;
  /** What is less likely than this is no claim. */
  readonly least: number;
}

const LEAST = "least";

/** Reads the weights (feature, weight; and a row "least"). Undefined without the file: then every draft stands. Throws `PACTA_KNOWLEDGE_INVALID`. */
export function loadVote(folder: string): Vote | undefined {
  const file = join(folder, "vote.tsv");
  if (!existsSync(file)) return undefined;
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => (line === "" || line.startsWith("#") ? [] : [weightOf(line, file, i + 1)]));
  const known = new Map(rows);
  const lacking = [...FEATURES, LEAST].find((name) => !known.has(name));
  if (lacking !== undefined) throw invalid(`no weight for "${lacking}"`, file, rows.length);
  const weights = FEATURES.map((name) => known.get(name) ?? 0);
  return { weigh: (features) => weigh(features, weights), least: known.get(LEAST) ?? 0 };
}

/** The likelihood that weights give to features (logistic regression). */
export function weigh(features: Features, weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
}

function weightOf(row: string, file: string, line: number): [string, number] {
  const [name, text] = row.split("\t");
  const weight = Number(text);
  if (name === undefined || text === undefined || text === "" || !Number.isFinite(weight))
    throw invalid("a line must be: feature, weight", file, line);
  return [name, weight];
}

function invalid(what: string, source: string, line: number): PactaError {
  return new PactaError("PACTA_KNOWLEDGE_INVALID", what, "Write it anew with npm run calibrate", { source, line });
}
