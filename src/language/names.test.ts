// Names decoded from tag scores are always well formed.
import fc from "fast-check";
import { expect, it } from "vitest";
import { bestNames } from "./names.ts";

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
