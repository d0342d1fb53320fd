// How likely a draft is right: what speaks for and against it, weighed by knowledge/reading/vote.tsv, which `npm run calibrate`
// fits on coded text whose items no rule was made from.
import { join } from "node:path";
import { FEATURES, type Features } from "./features.ts";
import { readWeights } from "./weights.ts";

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
  const weightOf = readWeights(join(folder, "vote.tsv"));
  if (!weightOf) return undefined;
  const weights = FEATURES.map(weightOf);
  return { weigh: (features) => weigh(features, weights), least: weightOf(LEAST) };
}

/** The likelihood that weights give to features (logistic regression). */
export function weigh(features: Features, weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
}
