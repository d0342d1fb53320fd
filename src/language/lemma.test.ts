// Edit scripts are applied as Python's training code makes them.
import { expect, it } from "vitest";
import { applyEdit } from "./lemma.ts";

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
