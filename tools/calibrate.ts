// `npm run calibrate`: fits how sure the reader is of a claim, on coded text. First it counts how often each rule is right
// (knowledge/reading/confidence.tsv, on what rules are developed on); then it fits the choice of other sides that nothing near an act
// tells (knowledge/reading/counterparts.tsv); then the vote that weighs these counts with what else
// speaks for and against a draft (knowledge/reading/vote.tsv), on items that no rule is made from, and says by
// cross-validation how far the likelihoods are from what is right.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const COUNTS = resource("knowledge", "reading", "confidence.tsv");
const WEIGHTS = resource("knowledge", "reading", "vote.tsv");
const SIDES = resource("knowledge", "reading", "counterparts.tsv");
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
function draftsBy(analyse: Analyse, confidence: (rule: string) => number, network = true): Drafts {
  const knowledge = loadKnowledge();
  return async (document) => {
    const analysis = await analyse(document);
    if (!analysis) return [];
    const sentences = analysis.sentences.map(({ acts, ...sentence }) => (network && acts ? { ...sentence, acts } : sentence));
    return unvoted({ ...analysis, sentences }, knowledge, confidence);
  };
}

/** The claims that gold has too and whose other side nothing near tells, with who it may be. */
async function choicesIn(documents: readonly AsGold[], analyse: Analyse, confidence: (rule: string) => number): Promise<Choice[]> {
  const knowledge = loadKnowledge();
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

/** Puts the tables back as they are now if the program ends before it has fitted all of them: without them a reader claims what it should not. */
function keepingTables(): { readonly done: () => void } {
  const before = [COUNTS, SIDES, WEIGHTS].map((file) => [file, existsSync(file) ? readFileSync(file) : undefined] as const);
  const restore = (): void => {
    for (const [file, content] of before)
      if (content === undefined) rmSync(file, { force: true });
      else writeFileSync(file, content);
  };
  process.once("exit", restore);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  return { done: () => void process.off("exit", restore) };
}

async function main(): Promise<void> {
  const tables = keepingTables();
  const shared = sharedFolder(process.env);
  const asCoded = (documents: readonly GoldDocument[]): AsGold[] => documents.map(({ claims, ...item }) => ({ item, claims }));
  const train = loadGold(shared, "items.train");
  const held = asCoded([...loadGold(shared, "items.dev"), ...train.filter(({ id }) => isHeldBack(id))]);
  const open = asCoded(train.filter(({ id }) => !isHeldBack(id)));
  const kept = codedDocuments(shared, KEPT).map(asGold);
  const long = codedDocuments(shared, LONG).map(asGold);
  for (const file of [WEIGHTS, SIDES]) rmSync(file, { force: true }); // weights of other features would not load
  const reader = await openReader();
  const whole = await openReader({ lexicalPass: false });
  const [analyse, analyseAll] = [analyseBy(reader), analyseBy(whole)];
  // The network learned from these items: what it adds there, or keeps from being read, says nothing of how often a rule is right elsewhere.
  const counts = await count(
    open,
    draftsBy(analyseAll, () => 0.5, false),
  );
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { made, right }]) => `${rule}\t${made}\t${right}`);
  write(COUNTS, "rule, claims made, claims right, on the items of gold items.train that rules are made from", rows);
  const confidence = confidenceFrom(counts);
  const choices = await choicesIn([...held, ...kept, ...long], analyse, confidence);
  write(SIDES, "clue, weight of the choice among parties and none; least: what is less likely is not taken", rowsOfCounterparts(fitChoices(choices)));
  const voted = [...held, ...kept];
  const cases = await casesOf(voted, draftsBy(analyse, confidence));
  const framesAlone = await casesOf(voted, draftsBy(analyseAll, confidence, false));
  await Promise.all([reader.close(), whole.close()]);
  const claimsIn = (documents: readonly AsGold[]): number => documents.reduce((sum, { claims }) => sum + claims.length, 0);
  const gold = claimsIn(voted);
  const tested = crossed(cases);
  const least = bestLeast(tested, gold);
  const weights = fit(cases);
  const told = FEATURES.map((name, i) => `${name}\t${(weights[i] ?? 0).toFixed(3)}`);
  write(WEIGHTS, "feature, weight of the logistic vote; least: what is less likely is no claim", [...told, `least\t${least.toFixed(2)}`]);
  tables.done();
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  say(`${rows.length} rules counted, ${voted.length} documents held back with ${gold} claims`);
  say(`other sides from afar, by cross-validation: ${choicesFigures(choices)}`);
  say(`before the vote: ${cases.filter((one) => one.right).length} of ${cases.length} right`);
  const parts: readonly (readonly [string, number, (at: number) => boolean])[] = [
    ["all", gold, () => true],
    ["held-back gold", claimsIn(held), (at) => at < held.length],
    ["coded text kept from training", claimsIn(kept), (at) => at >= held.length],
  ];
  const alone = crossed(framesAlone);
  for (const [name, claims, isIn] of parts) {
    const of = (some: readonly Tested[]): Tested[] => some.filter(({ document }) => isIn(document));
    say(`${name} (${claims} claims), frames and network, by cross-validation: ${votedFigures(of(tested), claims, least)}`);
    say(`${name}, frames alone: ${votedFigures(of(alone), claims, bestLeast(alone, gold))}`);
  }
}

function write(file: string, what: string, rows: readonly string[]): void {
  writeFileSync(file, [`# ${what}; written by npm run calibrate`, ...rows, ""].join("\n"));
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${toPactaError(thrown).toString()}\n`);
  process.exitCode = 1;
});
