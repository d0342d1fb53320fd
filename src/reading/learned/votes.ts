// How what speaks for a draft is weighed: knowledge/reading/votes.tsv, fitted by `npm run calibrate` on text that the network has not seen.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PactaError } from "../../error.ts";
import { FEATURES, type Features } from "./features.ts";

/** A vote on drafts. */
export interface Votes {
  /** How likely a draft with these features is right, between 0 and 1. */
  readonly weigh: (features: Features) => number;
  /** Drafts that are less likely than this are no claims. */
  readonly least: number;
}

const LEAST = "least";

/** Reads the weights (feature, weight; a row "least"). Undefined without the file: then frames alone decide. Throws `PACTA_KNOWLEDGE_INVALID`. */
export function loadVotes(folder: string): Votes | undefined {
  const file = join(folder, "votes.tsv");
  if (!existsSync(file)) return undefined;
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => (line === "" || line.startsWith("#") ? [] : [weightOf(line, file, i + 1)]));
  const weights = new Map(rows);
  const lacking = [...FEATURES, LEAST].find((name) => !weights.has(name));
  if (lacking !== undefined) throw invalid(`no weight for "${lacking}"`, file, rows.length);
  return { weigh: (features) => weigh(features, FEATURES.map((name) => weights.get(name) ?? 0)), least: weights.get(LEAST) ?? 0 };
}

/** The likelihood that weights give to features, by logistic regression. */
export function weigh(features: Features, weights: readonly number[]): number {
  const sum = features.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function weightOf(row: string, file: string, line: number): [string, number] {
  const [name, text] = row.split("\t");
  const weight = Number(text);
  if (name === undefined || text === undefined || !Number.isFinite(weight)) throw invalid("a line must be: feature, weight", file, line);
  return [name, weight];
}

function invalid(what: string, source: string, line: number): PactaError {
  return new PactaError("PACTA_KNOWLEDGE_INVALID", what, "Write it anew with npm run calibrate", { source, line });
}
