// Any arc scores give a tree with one root, and the best one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree } from "./tree.ts";

function isSingleRootTree(heads: readonly number[]): boolean {
  const reaches = (word: number): boolean => {
    let at = word;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at === -1) return true;
      at = heads[at] ?? Number.NaN;
    }
    return false;
  };
  return heads.filter((head) => head === -1).length === 1 && heads.every((_, word) => reaches(word));
}

function weight(scores: readonly number[], heads: readonly number[], width: number): number {
  return heads.reduce((sum, head, dep) => sum + (scores[dep * width + head + 1] ?? 0), 0);
}

function everyTree(count: number): number[][] {
  const all = (dep: number): number[][] =>
    dep === count
      ? [[]]
      : all(dep + 1).flatMap((rest) =>
          Array.from({ length: count + 1 }, (_, h) => h - 1)
            .filter((head) => head !== dep)
            .map((head) => [head, ...rest]),
        );
  return all(0).filter(isSingleRootTree);
}

describe("bestTree", () => {
  it("keeps the heads that each word likes best where they form a tree", () => {
    const scores = [0, -9, -1, -9, -5, -1, -9, -9, -9, -9, 0, -9];
    expect(bestTree(scores, 3, 4)).toEqual([-1, 0, 1]);
  });

  it("breaks a circle of two words at the cheapest place", () => {
    const scores = [-3, -9, 0, -2, 0, -9];
    expect(bestTree(scores, 2, 3)).toEqual([1, -1]);
  });

  it("gives one root where every word would rather be it", () => {
    const scores = [0, -9, -8, -1, -5, -9];
    expect(bestTree(scores, 2, 3)).toEqual([-1, 0]);
  });

  it("finds the best of all trees with one root, by comparison with every tree of up to four words", () => {
    const cases = fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.tuple(fc.constant(count), fc.array(fc.integer({ min: -20, max: 0 }), { minLength: count * (count + 1), maxLength: count * (count + 1) })),
      );
    fc.assert(
      fc.property(cases, ([count, scores]) => {
        const heads = bestTree(scores, count, count + 1);
        expect(isSingleRootTree(heads)).toBe(true);
        const best = Math.max(...everyTree(count).map((tree) => weight(scores, tree, count + 1)));
        expect(weight(scores, heads, count + 1)).toBe(best);
      }),
      { numRuns: 400 },
    );
  });

  it("is a tree with one root for any scores, infinite ones and none too", () => {
    const cases = fc
      .integer({ min: 0, max: 40 })
      .chain((count) => fc.tuple(fc.constant(count), fc.array(fc.float(), { minLength: count * (count + 3), maxLength: count * (count + 3) })));
    fc.assert(
      fc.property(cases, ([count, scores]) => {
        const heads = bestTree(Float32Array.from(scores), count, count + 3);
        expect(heads).toHaveLength(count);
        expect(count === 0 || isSingleRootTree(heads)).toBe(true);
      }),
    );
  });
});
