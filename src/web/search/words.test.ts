// The words of a search in a text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "./words.ts";

test("words are found whatever their case and marks, and only whole", () => {
  const words = piecesOf("Algérie ordered S-300s and S-300.", "algerie s-300").flatMap(({ text, isWord }) => (isWord ? [text] : []));
  expect(words).toEqual(["Algérie", "S", "S", "300"]);
});

test("the pieces are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, search) => {
      expect(
        piecesOf(text, search)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
