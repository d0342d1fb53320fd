// Which of the network's probabilities are kept, on output that the test writes.
import { expect, test } from "vitest";
import { actScores } from "./acts.ts";

const LABELS = ["sign", "meet"];
/** Two rows of three places for two acts; the second row has two words. */
const output = {
  acts: Float32Array.of(...Array.from({ length: 6 }, () => 0.9), 0.01, 0.5, 0.02, 0.029, 0.99, 0.99),
  actors: Float32Array.of(...Array.from({ length: 9 }, () => 0.9), 0.05, 0.8, 0.9, 0.1, 0.09, 0.9, 0.9, 0.9, 0.9),
  targets: Float32Array.of(...Array.from({ length: 9 }, () => 0.9), 0.7, 0.2, 0.9, 0, 0, 0.9, 0.9, 0.9, 0.9),
  object: Float32Array.of(...Array.from({ length: 9 }, () => 0.9), 0.3, 0, 0.9, 0, 0, 0.9, 0.9, 0.9, 0.9),
};

test("acts and parts that are worth looking at are read from the sentence's own row, without its padding", () => {
  const scores = actScores({ output, row: 1, count: 3, words: 2 }, LABELS);
  expect(scores).toEqual([
    {
      word: 0,
      act: "meet",
      score: 0.5,
      actors: [{ word: 1, score: expect.closeTo(0.8) }],
      targets: [
        { word: 0, score: expect.closeTo(0.7) },
        { word: 1, score: expect.closeTo(0.2) },
      ],
      object: [{ word: 0, score: expect.closeTo(0.3) }],
    },
  ]);
});

test("a sentence without words tells nothing", () => {
  expect(actScores({ output, row: 0, count: 3, words: 0 }, LABELS)).toEqual([]);
});
