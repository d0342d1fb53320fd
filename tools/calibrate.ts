// `npm run calibrate`: fits how sure the reader is of a claim, on coded text. First it counts how often each rule is right
// (knowledge/reading/confidence.tsv, on what rules are developed on); then it fits the vote that weighs these counts with what else
// speaks for and against a draft (knowledge/reading/vote.tsv), on items that no rule is made from, and says by
// cross-validation how far the likelihoods are from what is right.
import { rmSync, writeFileSync } from "node:fs";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import { toPactaError } from "../src/error.ts";
import { calibrationError, isHeldBack, loadGold, matchClaims, sharedFolder, type GoldDocument } from "../src/eval/index.ts";
import {
  confidenceFrom,
  FEATURES,
  loadKnowledge,
  openReader,
  unvoted,
  weigh,
  type Features,
  type Reader,
  type RuleCount,
  type Unvoted,
} from "../src/reading/index.ts";
import { resource } from "../src/resources.ts";

const COUNTS = resource("knowledge", "reading", "confidence.tsv");
const WEIGHTS = resource("knowledge", "reading", "vote.tsv");
const FOLDS = 5;
/** Weights are held near none as strongly as this. */
const RIDGE = 1;
const ROUNDS = 30;

/** A draft that the vote is asked of: what speaks for it, whether gold has it, and the document that it is of. */
interface Case {
  readonly features: Features;
  readonly right: boolean;
  readonly document: number;
}

type Drafts = (document: GoldDocument) => Promise<readonly Unvoted[]>;

/** What the reader would claim of a document before any vote; without the network for acts, what its frames alone would. */
function draftsBy(reader: Reader, confidence: (rule: string) => number, network = true): Drafts {
  const [knowledge, setting] = [loadKnowledge(), loadDocumentSetting()];
  return async ({ id, date, heading, text, sources }) => {
    const [analysis] = await reader.analyse([recordDocument({ id, date, heading, text, sources }, setting)]);
    if (!analysis) return [];
    const sentences = analysis.sentences.map(({ acts, ...sentence }) => (network && acts ? { ...sentence, acts } : sentence));
    return unvoted({ ...analysis, sentences }, knowledge, confidence);
  };
}

function rightOnes(gold: GoldDocument, drafts: readonly Unvoted[]): ReadonlySet<number> {
  const claims = drafts.map(({ claim }) => claim);
  return new Set(matchClaims(gold.claims, claims).map(({ predicted }) => predicted));
}

async function count(documents: readonly GoldDocument[], drafts: Drafts): Promise<Map<string, RuleCount>> {
  const counts = new Map<string, RuleCount>();
  for (const document of documents) {
    const found = await drafts(document);
    const right = rightOnes(document, found);
    for (const [i, { claim }] of found.entries()) {
      const known = counts.get(claim.rule) ?? { made: 0, right: 0 };
      counts.set(claim.rule, { made: known.made + 1, right: known.right + (right.has(i) ? 1 : 0) });
    }
  }
  return counts;
}

async function casesOf(documents: readonly GoldDocument[], drafts: Drafts): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [at, document] of documents.entries()) {
    const found = await drafts(document);
    const right = rightOnes(document, found);
    cases.push(...found.map(({ features }, i) => ({ features, right: right.has(i), document: at })));
  }
  return cases;
}

/** Logistic regression by Newton's method. */
function fit(cases: readonly Case[]): number[] {
  const size = FEATURES.length;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight): number => -RIDGE * weight);
    const bend = weights.map((_, i) => weights.map((__, j): number => (i === j ? RIDGE : 0)));
    for (const { features, right } of cases) {
      const likely = weigh(features, weights);
      features.forEach((value, i) => {
        if (value === 0) return;
        slope[i] = (slope[i] ?? 0) + ((right ? 1 : 0) - likely) * value;
        const row = bend[i] ?? [];
        features.forEach((other, j) => {
          row[j] = (row[j] ?? 0) + likely * (1 - likely) * value * other;
        });
      });
    }
    const step = solved(bend, slope);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** The solution of a symmetric system, by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? 1;
    rows.forEach((other, j) => {
      const share = (other[i] ?? 0) / pivot;
      if (j !== i) row.forEach((value, k) => (other[k] = (other[k] ?? 0) - share * value));
    });
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

/** Every case with the likelihood that the others give it. */
function crossed(cases: readonly Case[]): (Case & { readonly likely: number })[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(cases.filter(({ document }) => document % FOLDS !== fold));
    return cases.filter(({ document }) => document % FOLDS === fold).map((one) => ({ ...one, likely: weigh(one.features, weights) }));
  }).flat();
}

/** The least likelihood at which F1 is best, on steps of .01 with its neighbours in view, since F1 is bumpy. */
function bestLeast(cases: readonly (Case & { readonly likely: number })[], gold: number): number {
  const f1 = (least: number): number => {
    const standing = cases.filter(({ likely }) => likely >= least);
    return (2 * standing.filter(({ right }) => right).length) / (standing.length + gold);
  };
  const steps = Array.from({ length: 61 }, (_, i) => 0.1 + i / 100);
  const smooth = (least: number): number => [-0.04, -0.02, 0, 0.02, 0.04].reduce((sum, by) => sum + f1(least + by), 0);
  return steps.reduce<number>((best, least) => (smooth(least) > smooth(best) ? least : best), 0.1);
}

/** Precision, recall and F1 of what stands at the best least likelihood. */
function votedFigures(tested: readonly (Case & { readonly likely: number })[], gold: number): string {
  const least = bestLeast(tested, gold);
  const standing = tested.filter(({ likely }) => likely >= least);
  const right = standing.filter((one) => one.right).length;
  const [p, r, f1] = [right / standing.length, right / gold, (2 * right) / (standing.length + gold)].map((figure) => figure.toFixed(3));
  return `P ${p} R ${r} F1 ${f1} at ${least.toFixed(2)} and more`;
}

async function main(): Promise<void> {
  const shared = sharedFolder(process.env);
  const train = loadGold(shared, "items.train");
  const held = [...loadGold(shared, "items.dev"), ...train.filter(({ id }) => isHeldBack(id))];
  rmSync(WEIGHTS, { force: true }); // weights of other features would not load
  const reader = await openReader();
  const open = train.filter(({ id }) => !isHeldBack(id));
  // The network learned from these items: what it adds there says nothing of how often it is right elsewhere.
  const counts = await count(
    open,
    draftsBy(reader, () => 0.5, false),
  );
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { made, right }]) => `${rule}\t${made}\t${right}`);
  writeFileSync(
    COUNTS,
    ["# rule, claims made, claims right, on the items of gold items.train that rules are made from; written by npm run calibrate", ...rows, ""].join(
      "\n",
    ),
  );
  const cases = await casesOf(held, draftsBy(reader, confidenceFrom(counts)));
  const framesAlone = await casesOf(held, draftsBy(reader, confidenceFrom(counts), false));
  await reader.close();
  const gold = held.reduce((sum, { claims }) => sum + claims.length, 0);
  const tested = crossed(cases);
  const least = bestLeast(tested, gold);
  const weights = fit(cases);
  const told = FEATURES.map((name, i) => `${name}\t${(weights[i] ?? 0).toFixed(3)}`);
  writeFileSync(
    WEIGHTS,
    [
      "# feature, weight of the logistic vote; least: what is less likely is no claim; written by npm run calibrate",
      ...told,
      `least\t${least.toFixed(2)}`,
      "",
    ].join("\n"),
  );
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  say(`${rows.length} rules counted, ${held.length} documents held back with ${gold} claims in gold`);
  say(`before the vote: ${cases.filter((one) => one.right).length} of ${cases.length} right`);
  say(`frames and network, by cross-validation: ${votedFigures(tested, gold)}`);
  say(`frames alone, by cross-validation: ${votedFigures(crossed(framesAlone), gold)}`);
  const standing = tested.filter(({ likely }) => likely >= least);
  say(
    `expected calibration error, by cross-validation: ${calibrationError(standing.map(({ likely, right }) => ({ confidence: likely, right }))).toFixed(3)}`,
  );
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
