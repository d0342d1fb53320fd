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
const FOLDS = 5;
/** F1 of the slot gains from sides that are right two times in five on. */
const LEAST = 0.4;

/** The weights that make the right choices likeliest, by Newton's method; where several candidates are right, each counts by its own likelihood. */
export function fitChoices(choices: readonly Choice[]): Counterparts {
  const size = CLUES.length + 1 + ACTS.length;
  let all: number[] = Array.from({ length: size }, () => 0);
  const counterparts = (): Counterparts => {
    const common = all[CLUES.length] ?? 0;
    return { clues: all.slice(0, CLUES.length), none: new Map(ACTS.map((act, i) => [act, common + (all[CLUES.length + 1 + i] ?? 0)])), least: LEAST };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const slope = all.map((weight) => -RIDGE * weight);
    const bend = all.map((_, i) => all.map((__, j) => (i === j ? RIDGE : 0)));
    const weights = counterparts();
    for (const { act, candidates } of choices) {
      const likely = chances(act, candidates, weights);
      const stay = Math.max(0, 1 - sum(likely));
      const right = sum(candidates.map((one, i) => (one.right ? (likely[i] ?? 0) : 0)));
      const options = [
        ...candidates.map((one, i) => ({ row: one.clues, chance: likely[i] ?? 0, should: one.right ? (likely[i] ?? 0) / right : 0 })),
        { row: rowOfNone(act), chance: stay, should: right > 0 ? 0 : 1 },
      ];
      const mean = all.map((_, k) => sum(options.map(({ row, chance }) => chance * (row[k] ?? 0))));
      for (const { row, chance, should } of options) {
        row.forEach((value, k) => (slope[k] = (slope[k] ?? 0) + (should - chance) * value));
        addOuter(bend, row, chance);
      }
      addOuter(bend, mean, -1);
    }
    const step = solved(bend, slope);
    all = all.map((weight, k) => weight + (step[k] ?? 0));
  }
  return counterparts();
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
