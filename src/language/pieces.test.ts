// Word pieces and shapes equal those of the training code.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeSentence, shapeOf } from "./pieces.ts";

describe("shapeOf", () => {
  it.each([
    ["ships", 1],
    ["Iran", 2],
    ["A", 2],
    ["UN", 3],
    ["al", 1],
    ["McRoe", 4],
    ["iPad", 4],
    ["300", 5],
    ["½", 7],
    ["m²", 6],
    ["S300", 6],
    [",", 7],
    ["", 7],
    ["日本", 1],
    ["Ñandú", 2],
  ])("of %j is %i", (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });
});

describe("codeSentence", () => {
  it("puts the end marks around and points to each word's first piece", () => {
    const coded = codeSentence(["Iran", "ordered"], (word) => (word === "Iran" ? [7] : [8, 9]));
    expect(coded).toEqual({ pieces: [101, 7, 8, 9, 102], shapes: [0, 2, 1, 1, 0], first: [1, 2] });
  });

  it("keeps every word of a sentence that is too long for the encoder, with fewer pieces each", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 180 }), (lengths) => {
        const coded = codeSentence(lengths.map(String), (word) => Array.from({ length: Number(word) }, () => 5));
        expect(coded.pieces.length).toBeLessThanOrEqual(512);
        expect(coded.first).toHaveLength(lengths.length);
        expect(new Set(coded.first).size).toBe(lengths.length);
      }),
    );
  });
});
