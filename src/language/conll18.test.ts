// The CoNLL 2018 scores on trees small enough to count by hand.
import { describe, expect, it } from "vitest";
import { conll18 } from "./conll18.ts";
import type { Row } from "./conllu.ts";

const row = (form: string, head: number, relation: string, more: Partial<Row> = {}): Row => ({
  form,
  head,
  relation,
  upos: "X",
  lemma: form,
  spaceAfter: true,
  ...more,
});
const gold = [
  [row("They", 3, "nsubj"), row("do", 3, "aux"), row("n't", 3, "advmod", { fused: true }), row("pay", -1, "root")],
  [row("Stop", -1, "root")],
];

describe("conll18", () => {
  it("is 1 throughout for gold itself", () => {
    expect(Object.values(conll18(gold, gold)).map((score) => score.f1)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("counts words by their spans: a merged contraction and sentence cost what they cover", () => {
    const system = [[row("They", 2, "nsubj"), row("don't", 2, "aux"), row("pay", -1, "root"), row("Stop", 2, "dep")]];
    const scores = conll18(gold, system);
    expect([scores.tokens.correct, scores.tokens.gold, scores.tokens.system]).toEqual([4, 4, 4]);
    expect([scores.words.correct, scores.words.gold, scores.words.system]).toEqual([3, 5, 4]);
    expect(scores.words.f1).toBeCloseTo(6 / 9);
    expect([scores.sentences.correct, scores.sentences.gold, scores.sentences.system]).toEqual([0, 2, 1]);
    expect([scores.uas.correct, scores.las.correct]).toEqual([2, 2]);
  });

  it("takes a head for right only where the same word is the head, and compares relations without subtype", () => {
    const [first = [], second = []] = gold;
    const changed = [first.map((r, i) => (i === 0 ? { ...r, relation: "nsubj:pass" } : i === 1 ? { ...r, head: 0 } : r)), second];
    const scores = conll18(gold, changed);
    expect([scores.uas.correct, scores.las.correct]).toEqual([4, 4]);
  });

  it("refuses two different texts", () => {
    expect(() => conll18(gold, [[row("Other", -1, "root")]])).toThrow(RangeError);
  });
});
