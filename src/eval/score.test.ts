// Small readings scored by hand; the equality with the reference scorer is held in reference.test.ts.
import { expect, test } from "vitest";
import type { ScoredClaim } from "./match.ts";
import { figures, score, unmatched } from "./score.ts";

const RUSSIA = { id: "RUS", name: "Russia" };
const IRAN = { id: "IRN", name: "Iran" };

/** "Russia signed an agreement with Iran", with what the test changes. */
function signing(change: Partial<ScoredClaim> = {}): ScoredClaim {
  return { act: "sign", mode: "actual", actors: [RUSSIA, IRAN], evidence: { start: 0, end: 40 }, ...change };
}

function scoreOf(gold: readonly ScoredClaim[], predicted: readonly ScoredClaim[]): ReturnType<typeof score> {
  return score([{ id: "a", claims: gold }], [{ id: "a", claims: predicted }]);
}

test("a claim with another act, another place or no party in common is both a miss and an extra", () => {
  const others = [{ act: "agree" }, { evidence: { start: 39, end: 90 } }, { actors: [{ id: "FRA", name: "France" }] }];
  for (const change of others) expect(scoreOf([signing()], [signing(change)]).claims).toEqual({ p: 0, r: 0, f1: 0, n: 1 });
});

test("where gold has no actor, a target must agree", () => {
  const gold = signing({ act: "deliver", actors: [], targets: [IRAN] });
  expect(scoreOf([gold], [{ ...gold, actors: [RUSSIA] }]).claims.f1).toBe(1);
  expect(scoreOf([gold], [{ ...gold, actors: [IRAN], targets: [] }]).claims.f1).toBe(0);
});

test("evidence that covers a far longer stretch than gold's does not match, unless a telling does", () => {
  const wide = signing({ evidence: { start: 0, end: 201 } });
  expect(scoreOf([signing()], [wide]).claims.f1).toBe(0);
  expect(scoreOf([signing()], [{ ...wide, tellings: [{ start: 5, end: 40 }] }]).claims.f1).toBe(1);
});

test("one gold claim answers only one prediction, the one with most parties in common", () => {
  const half = signing({ actors: [RUSSIA] });
  const result = unmatched([{ id: "a", claims: [signing()] }], [{ id: "a", claims: [half, signing()] }]);
  expect(result).toEqual({ missed: [], extra: [{ id: "a", claim: half }] });
});

test("precision, recall and F1 follow from the counts", () => {
  const apart = signing({ evidence: { start: 100, end: 120 } });
  const { claims, acts } = scoreOf([signing(), apart], [signing(), signing({ act: "meet" }), signing({ act: "order" })]);
  expect(claims).toEqual({ p: 1 / 3, r: 1 / 2, f1: 0.4, n: 2 });
  expect(acts.get("sign")).toEqual({ p: 1, r: 1 / 2, f1: 2 / 3, n: 2 });
  expect(acts.get("meet")).toEqual({ p: 0, r: 0, f1: 0, n: 0 });
});

test("money is right only with amount, currency and kind together", () => {
  const money = { amount: 800_000_000, currency: "USD", kind: "value" };
  const slot = (change: object): number => scoreOf([signing({ money: [money] })], [signing({ money: [{ ...money, ...change }] })]).slots.money.f1;
  expect([slot({}), slot({ amount: 8 }), slot({ currency: "EUR" }), slot({ kind: "compensation" })]).toEqual([1, 0, 0, 0]);
});

test("an item needs a partner of its own that shares a word", () => {
  const gold = signing({ items: [{ name: "S-300 missile" }, { name: "missile boat" }] });
  const { items } = scoreOf([gold], [signing({ items: [{ name: "missile" }] })]).slots;
  expect(items).toEqual({ p: 1, r: 1 / 2, f1: 2 / 3, n: 2 });
});

test("wordings agree by a shared content word, whatever its case", () => {
  const gold = signing({ object: "military cooperation agreement", terms: ["port visits"] });
  const { object, terms } = scoreOf([gold], [signing({ object: "the Agreement", terms: ["a ban"] })]).slots;
  expect([object.f1, terms.f1]).toEqual([1, 0]);
});

test("a document without gold claims counts as rightly silent only when nothing is read from it", () => {
  const gold = [
    { id: "a", claims: [] },
    { id: "b", claims: [] },
    { id: "c", claims: [] },
  ];
  expect(
    score(gold, [
      { id: "a", claims: [signing()] },
      { id: "b", claims: [] },
    ]).silent,
  ).toEqual({ right: 2, n: 3 });
});

test("a reading of a document that gold lacks is an error, not an extra", () => {
  expect(() => score([], [{ id: "a", claims: [] }])).toThrow(expect.objectContaining({ code: "PACTA_EVAL_UNKNOWN_DOCUMENT" }));
});

test("a share of nothing is zero", () => {
  expect(figures({ right: 0, predicted: 0, gold: 0 })).toEqual({ p: 0, r: 0, f1: 0, n: 0 });
});
