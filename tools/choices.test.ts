// The choice of the other side, fitted on cases whose rule is known.
import { describe, expect, it } from "vitest";
import { chances, CLUES } from "../src/reading/index.ts";
import { choicesFigures, fitChoices, type Choice } from "./choices.ts";
import { addOuter, solved } from "./solve.ts";

const clues = (first: number): number[] => CLUES.map((_, i) => (i === 0 ? first : 0));

/** Of two parties the one with more of the first clue is the other side of a payment; an approval has none. */
const CHOICES: readonly Choice[] = Array.from({ length: 40 }, (_, i): Choice[] => [
  {
    act: "pay",
    document: i,
    candidates: [
      { clues: clues(i % 2 === 0 ? 2 : 0), right: i % 2 === 0 },
      { clues: clues(i % 2 === 0 ? 0 : 2), right: i % 2 === 1 },
    ],
  },
  { act: "approve", document: i, candidates: [{ clues: clues(2), right: false }] },
]).flat();

describe("fitting the choice of the other side", () => {
  it("finds what tells the right party, and which acts have none", () => {
    const weights = fitChoices(CHOICES);
    const [more = 0, less = 0] = chances("pay", [{ clues: clues(2) }, { clues: clues(0) }], weights);
    expect(more).toBeGreaterThan(0.8);
    expect(less).toBeLessThan(0.1);
    expect(chances("approve", [{ clues: clues(2) }], weights)[0]).toBeLessThan(0.2);
  });

  it("does not run away where many are to choose from and seldom one is right", () => {
    const other = (i: number): Choice["candidates"][number] => ({ clues: CLUES.map((_, k) => [4 * (i % 3), 4][k] ?? 0), right: false });
    const one = { clues: CLUES.map((_, k) => [8, 4, 4][k] ?? 0), right: true };
    const others = Array.from({ length: 15 }, (_, i) => other(i));
    const none = Array.from({ length: 4 }, (_, document): Choice => ({ act: "pay", document, candidates: others }));
    const candidates = [one, ...others];
    const weights = fitChoices([...none, { act: "pay", document: 4, candidates }]);
    expect(chances("pay", candidates, weights)[0]).toBeGreaterThan(0.5);
    expect(chances("pay", others, weights).reduce((sum, chance) => sum + chance, 0)).toBeLessThan(0.3);
  });

  it("is measured on documents that it was not fitted on", () => {
    expect(choicesFigures(CHOICES)).toBe("40 taken, 40 right, of 80 open ones (40 with a candidate that is right)");
    const absent = CHOICES.map((choice) => ({ ...choice, candidates: choice.candidates.map((one) => ({ ...one, right: false })) }));
    expect(choicesFigures(absent)).toBe("0 taken, 0 right, of 80 open ones (0 with a candidate that is right)");
  });
});

describe("the algebra beside it", () => {
  it("solves what it adds up", () => {
    const matrix = [
      [1, 0],
      [0, 1],
    ];
    addOuter(matrix, [1, 2], 3);
    expect(matrix).toEqual([
      [4, 6],
      [6, 13],
    ]);
    const [x = 0, y = 0] = solved(matrix, [4 * 2 + 6 * 5, 6 * 2 + 13 * 5]);
    expect([x, y]).toEqual([expect.closeTo(2), expect.closeTo(5)]);
  });
});
