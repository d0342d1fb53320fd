// The CoNLL 2018 scores on trees small enough to count by hand.
import { describe, expect, it } from "vitest";
import { conll18, sumConll18 } from "./conll18.ts";
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
    expect(Object.values(conll18(gold, gold)).map((score) => score.f1)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
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

  it("leaves function words and punctuation out of CLAS, each side by its own relations", () => {
    const [first = [], second = []] = gold;
    const changed = [first.map((r, i) => (i === 1 ? { ...r, head: 0 } : i === 2 ? { ...r, relation: "aux" } : r)), second];
    const { las, clas } = conll18(gold, changed);
    expect([las.correct, las.gold, las.system]).toEqual([3, 5, 5]);
    expect([clas.correct, clas.gold, clas.system]).toEqual([3, 4, 3]);
  });

  it("counts a lemma that gold leaves out as right, and an invented one as wrong", () => {
    const [first = [], second = []] = gold;
    const open = [first.map((r, i) => (i === 0 ? { ...r, lemma: "_" } : r)), second];
    const wrong = [first.map((r, i) => (i === 0 || i === 3 ? { ...r, lemma: "x" } : r)), second];
    expect(conll18(open, wrong).lemmas.correct).toBe(4);
    expect(conll18(gold, open).lemmas.correct).toBe(4);
  });

  it("takes a root for right only where both are roots", () => {
    const [first = [], second = []] = gold;
    const turned = [first.map((r, i) => ({ ...r, head: i === 0 ? -1 : 0, relation: i === 0 ? "root" : "dep" })), second];
    expect(conll18(gold, turned).uas.correct).toBe(1);
  });

  it("aligns a written word cut in two tokens with its fused parts, and not with a cut elsewhere", () => {
    const [, , , pay, stop] = [...(gold[0] ?? []), ...(gold[1] ?? [])];
    const system = (a: string, b: string): Row[][] => [
      [row("They", 3, "nsubj"), row(a, 3, "aux"), row(b, 3, "advmod"), ...(pay ? [pay] : [])],
      stop ? [stop] : [],
    ];
    const apart = conll18(gold, system("do", "n't"));
    expect([apart.words.correct, apart.tokens.correct, apart.tokens.system, apart.las.correct]).toEqual([5, 3, 5, 5]);
    expect(conll18(gold, system("don", "'t")).words.correct).toBe(3);
  });

  it("sums counts, not shares, over several texts", () => {
    const wrong = [[row("Go", -1, "root", { upos: "Y" })]];
    const all = sumConll18([conll18(gold, gold), conll18([[row("Go", -1, "root")]], wrong)]);
    expect([all.upos.correct, all.upos.gold, all.upos.f1, all.sentences.gold]).toEqual([5, 6, 5 / 6, 3]);
  });

  it("refuses two different texts", () => {
    expect(() => conll18(gold, [[row("Other", -1, "root")]])).toThrow(RangeError);
  });
});
