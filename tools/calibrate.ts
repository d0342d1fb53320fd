// `npm run calibrate`: fits how sure the reader is of a claim, on coded text. First it counts how often each rule is right
// (knowledge/reading/confidence.tsv, on what rules are developed on); then it fits the choice of other sides that nothing near an act
// tells (knowledge/reading/counterparts.tsv); then the vote that weighs these counts with what else
// speaks for and against a draft (knowledge/reading/vote.tsv), on items that no rule is made from, and says by
// cross-validation how far the likelihoods are from what is right.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDocumentSetting, recordDocument } from "../src/document/index.ts";
import { toPactaError } from "../src/error.ts";
import type { Analysis } from "../src/language/index.ts";
import { calibrationError, isHeldBack, loadGold, matchClaims, partyKeys, sharedFolder, type GoldDocument } from "../src/eval/index.ts";
import {
  confidenceFrom,
  FEATURES,
  loadKnowledge,
  openReader,
  rowsOfCounterparts,
  sidesOpen,
  unvoted,
  weigh,
  type Features,
  type Party,
  type Reader,
  type RuleCount,
  type Unvoted,
} from "../src/reading/index.ts";
import { resource } from "../src/resources.ts";
import { choicesFigures, fitChoices, type Choice } from "./choices.ts";
import { addOuter, solved } from "./solve.ts";
import { asGold, codedDocuments, KEPT, type AsGold } from "./coded.ts";

const COUNTS = "confidence.tsv";
const WEIGHTS = "vote.tsv";
const SIDES = "counterparts.tsv";
/** Long texts, of which most acts with a side from afar are. */
const LONG = ["wikinews", "reports"];
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

type Drafts = (document: AsGold) => Promise<readonly Unvoted[]>;

type Analyse = (document: AsGold) => Promise<Analysis | undefined>;

/** Analyses are kept: each document is looked at several times. */
function analyseBy(reader: Reader): Analyse {
  const setting = loadDocumentSetting();
  const known = new Map<AsGold, Promise<readonly Analysis[]>>();
  return async (document) => {
    const { id, date, heading, text, sources } = document.item;
    const analysed = known.get(document) ?? reader.analyse([recordDocument({ id, date, heading, text, sources }, setting)]);
    known.set(document, analysed);
    return (await analysed)[0];
  };
}

/** What the reader would claim of a document before any vote; without the network for acts, what its frames alone would. */
function draftsBy(folder: string, analyse: Analyse, confidence: (rule: string) => number, network = true): Drafts {
  const knowledge = loadKnowledge(folder);
  return async (document) => {
    const analysis = await analyse(document);
    if (!analysis) return [];
    const sentences = analysis.sentences.map(({ acts, ...sentence }) => (network && acts ? { ...sentence, acts } : sentence));
    return unvoted({ ...analysis, sentences }, knowledge, confidence);
  };
}

/** The claims that gold has too and whose other side nothing near tells, with who it may be. */
async function choicesIn(folder: string, documents: readonly AsGold[], analyse: Analyse, confidence: (rule: string) => number): Promise<Choice[]> {
  const knowledge = loadKnowledge(folder);
  const choices: Choice[] = [];
  for (const [at, document] of documents.entries()) {
    const analysis = await analyse(document);
    const sided = analysis ? sidesOpen(analysis, knowledge, confidence) : [];
    for (const { gold, predicted } of matchClaims(
      document.claims,
      sided.map(({ claim }) => claim),
    )) {
      const [{ claim, candidates }, wanted] = [sided[predicted] ?? { claim: undefined, candidates: [] }, partyKeys(document.claims[gold]?.targets)];
      if (!claim || candidates.length === 0) continue;
      const isRight = (party: Party): boolean => !partyKeys([party]).isDisjointFrom(wanted);
      choices.push({
        act: claim.act,
        document: at,
        candidates: candidates.map(({ reference, clues }) => ({ clues, right: isRight(reference.party) })),
      });
    }
  }
  return choices;
}

function rightOnes(gold: AsGold, drafts: readonly Unvoted[]): ReadonlySet<number> {
  const claims = drafts.map(({ claim }) => claim);
  return new Set(matchClaims(gold.claims, claims).map(({ predicted }) => predicted));
}

async function count(documents: readonly AsGold[], drafts: Drafts): Promise<Map<string, RuleCount>> {
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

async function casesOf(documents: readonly AsGold[], drafts: Drafts): Promise<Case[]> {
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
      features.forEach((value, i) => (slope[i] = (slope[i] ?? 0) + ((right ? 1 : 0) - likely) * value));
      addOuter(bend, features, likely * (1 - likely));
    }
    const step = solved(bend, slope);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** Every case with the likelihood that the others give it. */
function crossed(cases: readonly Case[]): (Case & { readonly likely: number })[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(cases.filter(({ document }) => document % FOLDS !== fold));
    return cases.filter(({ document }) => document % FOLDS === fold).map((one) => ({ ...one, likely: weigh(one.features, weights) }));
  }).flat();
}

/** F1 that is given away for claiming less. */
const SPARED = 0.002;

/** The least likelihood at which F1 is best, on steps of .01 with its neighbours in view, since F1 is bumpy; of those about as good the highest. */
function bestLeast(cases: readonly (Case & { readonly likely: number })[], gold: number): number {
  const f1 = (least: number): number => {
    const standing = cases.filter(({ likely }) => likely >= least);
    return (2 * standing.filter(({ right }) => right).length) / (standing.length + gold);
  };
  const steps = Array.from({ length: 61 }, (_, i) => 0.1 + i / 100);
  const smooth = (least: number): number => [-0.04, -0.02, 0, 0.02, 0.04].reduce((sum, by) => sum + f1(least + by) / 5, 0);
  const best = Math.max(...steps.map(smooth));
  return steps.findLast((least) => smooth(least) >= best - SPARED) ?? 0.1;
}

type Tested = Case & { readonly likely: number };

/** Precision, recall and F1 of what stands at a least likelihood. */
function votedFigures(tested: readonly Tested[], gold: number, least: number): string {
  const standing = tested.filter(({ likely }) => likely >= least);
  const right = standing.filter((one) => one.right).length;
  const [p, r, f1] = [right / standing.length, right / gold, (2 * right) / (standing.length + gold)].map((figure) => figure.toFixed(3));
  const sure = standing.map(({ likely, right: isRight }) => ({ confidence: likely, right: isRight }));
  return `P ${p} R ${r} F1 ${f1} at ${least.toFixed(2)} and more, expected calibration error ${calibrationError(sure).toFixed(3)}`;
}

/**
 * A copy of the knowledge in which to fit: without the weights, since those of other features would not load. What comes of it is taken over when all
 * is fitted, so that a run that is ended leaves the knowledge as it was.
 */
function withoutWeights(): string {
  const folder = mkdtempSync(join(tmpdir(), "pacta-calibrate-"));
  cpSync(resource("knowledge"), folder, { recursive: true });
  for (const file of [WEIGHTS, SIDES]) rmSync(join(folder, "reading", file), { force: true });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const claimsIn = (documents: readonly AsGold[]): number => documents.reduce((sum, { claims }) => sum + claims.length, 0);

async function main(): Promise<void> {
  const shared = sharedFolder(process.env);
  const asCoded = (documents: readonly GoldDocument[]): AsGold[] => documents.map(({ claims, ...item }) => ({ item, claims }));
  const train = loadGold(shared, "items.train");
  const held = asCoded([...loadGold(shared, "items.dev"), ...train.filter(({ id }) => isHeldBack(id))]);
  const open = asCoded(train.filter(({ id }) => !isHeldBack(id)));
  const kept = codedDocuments(shared, KEPT).map(asGold);
  const long = codedDocuments(shared, LONG).map(asGold);
  const knowledge = withoutWeights();
  const reader = await openReader({ knowledge });
  const whole = await openReader({ knowledge, lexicalPass: false });
  const [analyse, analyseAll] = [analyseBy(reader), analyseBy(whole)];
  // The network learned from these items: what it adds there, or keeps from being read, says nothing of how often a rule is right elsewhere.
  const counts = await count(
    open,
    draftsBy(knowledge, analyseAll, () => 0.5, false),
  );
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { made, right }]) => `${rule}\t${made}\t${right}`);
  write(knowledge, COUNTS, "rule, claims made, claims right, on the items of gold items.train that rules are made from", rows);
  const confidence = confidenceFrom(counts);
  const choices = await choicesIn(knowledge, [...held, ...kept, ...long], analyse, confidence);
  write(
    knowledge,
    SIDES,
    "clue, weight of the choice among parties and none; least: what is less likely is not taken",
    rowsOfCounterparts(fitChoices(choices)),
  );
  const voted = [...held, ...kept];
  const cases = await casesOf(voted, draftsBy(knowledge, analyse, confidence));
  const framesAlone = await casesOf(voted, draftsBy(knowledge, analyseAll, confidence, false));
  await Promise.all([reader.close(), whole.close()]);
  const gold = claimsIn(voted);
  const tested = crossed(cases);
  const least = bestLeast(tested, gold);
  const weights = fit(cases);
  const told = FEATURES.map((name, i) => `${name}\t${(weights[i] ?? 0).toFixed(3)}`);
  write(knowledge, WEIGHTS, "feature, weight of the logistic vote; least: what is less likely is no claim", [...told, `least\t${least.toFixed(2)}`]);
  for (const file of [COUNTS, SIDES, WEIGHTS]) cpSync(join(knowledge, "reading", file), resource("knowledge", "reading", file));
  const figures = { tested, alone: crossed(framesAlone), least, gold };
  for (const line of [
    `${rows.length} rules counted, ${voted.length} documents held back with ${gold} claims`,
    `other sides from afar, by cross-validation: ${choicesFigures(choices)}`,
    `before the vote: ${cases.filter((one) => one.right).length} of ${cases.length} right`,
    ...[
      { name: "all", claims: gold, isIn: () => true },
      { name: "held-back gold", claims: claimsIn(held), isIn: (at: number) => at < held.length },
      { name: "coded text kept from training", claims: claimsIn(kept), isIn: (at: number) => at >= held.length },
    ].flatMap((part) => linesOf(part, figures)),
  ])
    process.stdout.write(`${line}\n`);
}

/** A part of the documents, by their places. */
interface Part {
  readonly name: string;
  readonly claims: number;
  readonly isIn: (document: number) => boolean;
}

/** What cross-validation says of a part, with the network and without. */
function linesOf(
  { name, claims, isIn }: Part,
  {
    tested,
    alone,
    least,
    gold,
  }: { readonly tested: readonly Tested[]; readonly alone: readonly Tested[]; readonly least: number; readonly gold: number },
): readonly string[] {
  const of = (some: readonly Tested[]): Tested[] => some.filter(({ document }) => isIn(document));
  return [
    `${name} (${claims} claims), frames and network, by cross-validation: ${votedFigures(of(tested), claims, least)}`,
    `${name}, frames alone: ${votedFigures(of(alone), claims, bestLeast(alone, gold))}`,
  ];
}

function write(knowledge: string, file: string, what: string, rows: readonly string[]): void {
  writeFileSync(join(knowledge, "reading", file), [`# ${what}; written by npm run calibrate`, ...rows, ""].join("\n"));
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
