// Fits the choice of the other side from afar (src/reading/claiming/counterpart.ts) on coded text: multinomial logistic regression among a
// claim's candidates and none.
import { ACTS, chances, CLUES, type Act, type Clues, type Counterparts } from "../src/reading/index.ts";
import { addOuter, solved } from "./solve.ts";

/** A claim whose other side is open: its candidates, those of them that are right, and the document that it is of. */
export interface Choice {
  readonly act: Act;
  readonly candidates: readonly { readonly clues: Clues; readonly right: boolean }[];
  readonly document: number;
}

/** Weights are held near none, and those of single acts near that of all, as strongly as this. */
const RIDGE = 0.3;
const ROUNDS = 25;
/** Of a whole step, what is no longer tried. */
const LEAST_STEP = 1 / 1024;
const FOLDS = 5;
/** F1 of the slot gains from sides that are right two times in five on. */
const LEAST = 0.4;

/**
 * The weights that make the right choices likeliest, by Newton's method; where several candidates are right, each counts by its own likelihood.
 * A step that would make them less likely is halved until it does not: whole steps ran away on text in which few sides are open.
 */
export function fitChoices(choices: readonly Choice[]): Counterparts {
  let all: readonly number[] = Array.from({ length: CLUES.length + 1 + ACTS.length }, () => 0);
  let worth = worthOf(all, choices);
  for (let round = 0; round < ROUNDS; round++) {
    const [from, whole] = [all, stepFrom(all, choices)];
    for (let share = 1; share >= LEAST_STEP; share /= 2) {
      const next = from.map((weight, k) => weight + share * (whole[k] ?? 0));
      const then = worthOf(next, choices);
      if (!(then > worth)) continue;
      [all, worth] = [next, then];
      break;
    }
    if (all === from) break;
  }
  return counterpartsOf(all);
}

function counterpartsOf(all: readonly number[]): Counterparts {
  const common = all[CLUES.length] ?? 0;
  return { clues: all.slice(0, CLUES.length), none: new Map(ACTS.map((act, i) => [act, common + (all[CLUES.length + 1 + i] ?? 0)])), least: LEAST };
}

/** What there is to choose, each with how likely it is: the candidates, then none; and how likely a right one of them is. */
function likelihoods(
  { act, candidates }: Choice,
  weights: Counterparts,
): { readonly likely: readonly number[]; readonly stay: number; readonly right: number } {
  const likely = chances(act, candidates, weights);
  return { likely, stay: Math.max(0, 1 - sum(likely)), right: sum(candidates.map((one, i) => (one.right ? (likely[i] ?? 0) : 0))) };
}

/** The logarithm of how likely all right choices are, less what far weights cost. */
function worthOf(all: readonly number[], choices: readonly Choice[]): number {
  const weights = counterpartsOf(all);
  const told = choices.map((choice) => {
    const { stay, right } = likelihoods(choice, weights);
    return Math.log(choice.candidates.some((one) => one.right) ? right : stay);
  });
  return sum(told) - (RIDGE / 2) * sum(all.map((weight) => weight ** 2));
}

/** Newton's step from some weights. */
function stepFrom(all: readonly number[], choices: readonly Choice[]): number[] {
  const slope = all.map((weight) => -RIDGE * weight);
  const bend = all.map((_, i) => all.map((__, j) => (i === j ? RIDGE : 0)));
  const weights = counterpartsOf(all);
  for (const choice of choices) {
    const { likely, stay, right } = likelihoods(choice, weights);
    const options = [
      ...choice.candidates.map((one, i) => ({ row: one.clues, chance: likely[i] ?? 0, should: one.right ? (likely[i] ?? 0) / right : 0 })),
      { row: rowOfNone(choice.act), chance: stay, should: right > 0 ? 0 : 1 },
    ];
    const mean = all.map((_, k) => sum(options.map(({ row, chance }) => chance * (row[k] ?? 0))));
    for (const { row, chance, should } of options) {
      row.forEach((value, k) => (slope[k] = (slope[k] ?? 0) + (should - chance) * value));
      addOuter(bend, row, chance);
    }
    addOuter(bend, mean, -1);
  }
  return solved(bend, slope);
}

function rowOfNone(act: Act): readonly number[] {
  return [...CLUES.map(() => 0), 1, ...ACTS.map((other) => Number(other === act))];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How often a side is taken and right when the choice is fitted on other documents, in one line. */
export function choicesFigures(choices: readonly Choice[]): string {
  let [taken, right] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitChoices(choices.filter(({ document }) => document % FOLDS !== fold));
    for (const { act, candidates } of choices.filter(({ document }) => document % FOLDS === fold)) {
      const likely = chances(act, candidates, weights);
      const best = likely.indexOf(Math.max(...likely));
      if ((likely[best] ?? 0) < weights.least) continue;
      taken++;
      if (candidates[best]?.right) right++;
    }
  }
  const sided = choices.filter(({ candidates }) => candidates.some((one) => one.right)).length;
  return `${taken} taken, ${right} right, of ${choices.length} open ones (${sided} with a candidate that is right)`;
}
