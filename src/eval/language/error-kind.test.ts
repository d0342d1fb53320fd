// Wrong arcs by kind, on two sentences that can be counted by hand.
import { expect, test } from "vitest";
import type { Row } from "../../language/index.ts";
import { countKinds, ERROR_KINDS, errorKind } from "./error-kind.ts";

const row = (head: number, relation: string): Row => ({ form: "x", head, relation, spaceAfter: true });
const gold = [
  [row(1, "nsubj"), row(-1, "root"), row(4, "case"), row(4, "amod"), row(1, "obl")],
  [row(-1, "root"), row(0, "nmod:desc"), row(0, "nmod")],
];

test.each([
  ["obl:agent", "phrases (obl nmod)"],
  ["nmod:poss", "phrases (obl nmod)"],
  ["nmod:desc", "names (appos flat compound nmod:desc)"],
  ["acl:relcl", "clauses (acl advcl ccomp xcomp parataxis)"],
  ["nsubj:pass", "roles (nsubj csubj obj iobj expl)"],
  ["cc:preconj", "coordination (conj cc)"],
  ["case", "others (case det mark nummod …)"],
  ["objective", "others (case det mark nummod …)"],
])("%s is of the kind %s", (relation, kind) => {
  expect(errorKind(relation)).toBe(kind);
});

test("a wrong head and a wrong relation alone are told apart, and a subtype alone is no fault", () => {
  const system = [
    [row(1, "obj"), row(-1, "root"), row(4, "case"), row(2, "amod"), row(3, "nmod")],
    [row(-1, "root"), row(0, "nmod"), row(1, "nmod")],
  ];
  const counts = countKinds(gold, system);
  expect(counts.map(({ kind }) => kind)).toEqual(ERROR_KINDS);
  const of = (relation: string) => counts.find(({ kind }) => kind === errorKind(relation));
  expect(of("nsubj")).toMatchObject({ words: 1, heads: 0, labels: 1, examples: ["1: 1, obj for nsubj"] });
  expect(of("obl")).toMatchObject({ words: 2, heads: 2, labels: 0, examples: ["1: 5, 4 for 2", "2: 3, 2 for 1"] });
  expect(of("amod")).toMatchObject({ words: 1, heads: 1, labels: 0 });
  expect(of("nmod:desc")).toMatchObject({ words: 1, heads: 0, labels: 0, examples: [] });
  expect(of("root")).toMatchObject({ words: 2, heads: 0, labels: 0 });
  expect(counts.reduce((sum, { words }) => sum + words, 0)).toBe(8);
});

test("a sentence that the system lacks counts as wrong throughout", () => {
  expect(countKinds(gold, []).reduce((sum, { heads }) => sum + heads, 0)).toBe(8);
});
