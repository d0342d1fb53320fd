// Building trees, and walks over them.
import { describe, expect, it } from "vitest";
import { at, formsAt, treeIn } from "./tree.fixture.ts";
import {
  ancestors,
  baseRelation,
  caseOf,
  conjuncts,
  dependents,
  firstConjunct,
  headOfSpan,
  markOf,
  spanOf,
  subtree,
  treeOf,
  wordAt,
} from "./tree.ts";

const GOODS = treeIn(
  "Norway NNP nsubj<sold | sold=sell VBD root | tanks=tank NNS obj<sold | ,<ships | ships=ship NNS conj<tanks | and CC cc<guns | guns=gun NNS conj<tanks | to IN case<Chad | Chad NNP obl<sold | .<sold",
);

describe("treeOf", () => {
  it("lists the dependents of every word in text order", () => {
    expect(formsAt(GOODS, GOODS.children[at(GOODS, "sold")])).toEqual(["Norway", "tanks", "Chad", "."]);
    expect(GOODS.root).toBe(1);
  });

  it("has no root where there are no words", () => {
    expect(treeOf({ index: 0, block: 0, start: 0, end: 0, words: [], names: [] }).root).toBe(-1);
  });
});

describe("walks over a tree", () => {
  it("find dependents by relation, with or without its subtype", () => {
    const tree = treeIn(
      "It PRP nsubj:pass<sold | was=be VBD aux:pass<sold | sold=sell VBN root | by IN case<Norway | Norway NNP obl:agent<sold | .<sold",
    );
    expect(formsAt(tree, dependents(tree, 2, "nsubj"))).toEqual(["It"]);
    expect(formsAt(tree, dependents(tree, 2, "obl:agent"))).toEqual(["Norway"]);
    expect(dependents(tree, 2, "nsubj:outer")).toEqual([]);
    expect(baseRelation("nsubj:pass")).toBe("nsubj");
    expect(baseRelation("obl")).toBe("obl");
  });

  it("follow a coordination from its first member and back to it", () => {
    expect(formsAt(GOODS, conjuncts(GOODS, at(GOODS, "tanks")))).toEqual(["tanks", "ships", "guns"]);
    expect(firstConjunct(GOODS, at(GOODS, "guns"))).toBe(at(GOODS, "tanks"));
    expect(firstConjunct(GOODS, at(GOODS, "Chad"))).toBe(at(GOODS, "Chad"));
  });

  it("take a subtree without what is skipped and all that hangs on it", () => {
    const without = subtree(GOODS, at(GOODS, "tanks"), (child) => child.form === "guns");
    expect(formsAt(GOODS, without)).toEqual(["tanks", ",", "ships"].toSorted((a, b) => at(GOODS, a) - at(GOODS, b)));
  });

  it("go up to the root, the word itself first", () => {
    expect(formsAt(GOODS, ancestors(GOODS, at(GOODS, "guns")))).toEqual(["guns", "tanks", "sold"]);
  });

  it("refuse a word that is not there", () => {
    expect(() => wordAt(GOODS, 99)).toThrow(RangeError);
  });
});

describe("adpositions and subordinators", () => {
  const fixed = treeIn(
    "It PRP nsubj<paid | paid=pay VBD root | because IN case<treaty | of IN fixed<because | a DT det<treaty | treaty NN obl<paid | in IN mark<please | order NN fixed<in | to TO mark<please | please VB advcl<paid | France NNP obj<please | .<paid",
  );

  it("are read with the words that are fixed to them", () => {
    expect(caseOf(fixed, at(fixed, "treaty"))).toBe("because of");
    expect(markOf(fixed, at(fixed, "please"))).toBe("in order");
  });

  it("are absent where there are none, and a possessive is none", () => {
    const tree = treeIn("Norway NNP nmod:poss<ships | 's POS case<Norway | ships=ship NNS nsubj<left | left=leave VBD root | .<left");
    expect(caseOf(tree, 0)).toBeUndefined();
    expect(markOf(tree, at(tree, "left"))).toBeUndefined();
  });
});

describe("spans and heads", () => {
  it("a span runs from the first to the last of some words", () => {
    expect(spanOf(GOODS, [2, 4])).toEqual({ start: 12, end: 24 });
  });

  it("the span of no words is the sentence", () => {
    expect(spanOf(GOODS, [])).toEqual({ start: GOODS.sentence.start, end: GOODS.sentence.end });
  });

  it("a span is governed by the word whose head lies outside", () => {
    expect(headOfSpan(GOODS, spanOf(GOODS, [2, 6]))).toBe(at(GOODS, "tanks"));
    expect(headOfSpan(GOODS, { start: 0, end: 3 })).toBe(-1);
  });
});
