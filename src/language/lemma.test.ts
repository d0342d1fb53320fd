import { expect, it } from "vitest";
import { applyEdit, lemmaOf } from "./lemma.ts";
import { loadLexicon } from "./lexicon.ts";

it.each([
  ["Countries", "l3+y", "country"],
  ["was", "l3+be", "be"],
  ["Iran", "k0+", "Iran"],
  ["Ships", "k1+", "Ship"],
  ["n't", "l2+ot", "not"],
  ["𝒜s", "l1+", "𝒜"],
])("%s by %s is %s", (form, edit, lemma) => {
  expect(applyEdit(form, edit)).toBe(lemma);
});

it("keeps a form that is shorter than the cut, and one that the script would empty", () => {
  expect(applyEdit("ab", "l5+y")).toBe("aby");
  expect(applyEdit("ab", "l2+")).toBe("ab");
});

it("takes an irregular lemma from the list for its part of speech alone", () => {
  const { irregular } = loadLexicon();
  expect(lemmaOf("Sold", "VERB", "l2+", irregular)).toBe("sell");
  expect(lemmaOf("left", "ADJ", "l0+", irregular)).toBe("left");
});
