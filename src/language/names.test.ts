// Names decoded from tag scores are always well formed.
import fc from "fast-check";
import { expect, it } from "vitest";
import { bestNames, wholeNames } from "./names.ts";
import type { Upos, Word } from "./sentence.ts";

const LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"];

it("reads runs of B and I as names", () => {
  const scores = [-9, 0, -9, -9, -9, -9, -9, 0, -9, -9, 0, -9, -9, -9, -9, -9, -9, -9, 0, -9];
  expect(bestNames(scores, 4, LABELS)).toEqual([
    { first: 0, last: 1, label: "PER" },
    { first: 3, last: 3, label: "ORG" },
  ]);
});

it("begins a name where the scores only continue one", () => {
  const scores = [-5, -2, 0, -9, -9, -5, -9, 0, -9, -9];
  expect(bestNames(scores, 2, LABELS)).toEqual([{ first: 0, last: 1, label: "PER" }]);
});

/** Every sequence of so many labels in which no name continues that has not begun. */
function everySequence(count: number): string[][] {
  if (count === 0) return [[]];
  return everySequence(count - 1).flatMap((before) =>
    LABELS.filter((label) => !label.startsWith("I-") || before.at(-1)?.slice(1) === label.slice(1)).map((label) => [...before, label]),
  );
}

it("finds the best of all well-formed sequences, by comparison with every one of up to four words", () => {
  const size = LABELS.length;
  const weight = (tags: readonly string[], scores: readonly number[]): number =>
    tags.reduce((sum, tag, word) => sum + (scores[word * size + LABELS.indexOf(tag)] ?? 0), 0);
  const cases = fc
    .integer({ min: 0, max: 4 })
    .chain((count) => fc.tuple(fc.constant(count), fc.array(fc.integer({ min: -9, max: 0 }), { minLength: count * size, maxLength: count * size })));
  fc.assert(
    fc.property(cases, ([count, scores]) => {
      const names = bestNames(scores, count, LABELS);
      const tags = Array.from({ length: count }, (_, word) => {
        const name = names.find(({ first, last }) => first <= word && word <= last);
        return name === undefined ? "O" : `${name.first === word ? "B" : "I"}-${name.label}`;
      });
      expect(weight(tags, scores)).toBe(Math.max(...everySequence(count).map((sequence) => weight(sequence, scores))));
    }),
    { numRuns: 300 },
  );
});

it("gives names that lie in order inside the sentence, whatever the scores", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true, max: 0 }), { maxLength: 100 }), (scores) => {
      const count = Math.floor(scores.length / LABELS.length);
      let before = -1;
      for (const name of bestNames(scores, count, LABELS)) {
        expect(name.first).toBeGreaterThan(before);
        expect(name.last).toBeGreaterThanOrEqual(name.first);
        before = name.last;
      }
      expect(before).toBeLessThan(Math.max(count, 1));
    }),
  );
});

/** Words of a text, parted at blanks and hyphens; those with a capital are proper nouns. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[^\s-]+|-/g)].map(({ 0: form, index: start }, index): Word => {
    const upos: Upos = form === "-" ? "PUNCT" : /^\p{Lu}/u.test(form) || form === "moon" || form === "al" ? "PROPN" : "NOUN";
    return { start, end: start + form.length, index, form, lemma: form, upos, xpos: "NN", head: index - 1, relation: "dep" };
  });
}

it.each([
  ["Ban Ki-moon left", [[0, 1, "PER"]], [[0, 3, "PER"]]],
  [
    "Omar al-Bashir left",
    [
      [0, 0, "PER"],
      [3, 3, "PER"],
    ],
    [[0, 3, "PER"]],
  ],
  [
    "Jean-Yves Drian",
    [
      [0, 0, "PER"],
      [2, 3, "PER"],
    ],
    [[0, 3, "PER"]],
  ],
  [
    "the Israel-Lebanon war",
    [
      [1, 1, "LOC"],
      [3, 3, "LOC"],
    ],
    [
      [1, 1, "LOC"],
      [3, 3, "LOC"],
    ],
  ],
  ["a Putin-backed party", [[1, 1, "PER"]], [[1, 1, "PER"]]],
  ["talks in Kiev - Moscow said", [[2, 2, "LOC"]], [[2, 2, "LOC"]]],
  ["Guinea-Bissau", [[0, 0, "LOC"]], [[0, 2, "LOC"]]],
] as const)("in %s a hyphen ends no name that goes on behind it", (text, found, whole) => {
  const runs = (list: readonly (readonly [number, number, string])[]) => list.map(([first, last, label]) => ({ first, last, label }));
  expect(wholeNames(runs(found), wordsOf(text))).toEqual(runs(whole));
});
