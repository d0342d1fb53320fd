// The scorer's rules, each on a gold of two deals that can be counted by hand.
import { expect, test } from "vitest";
import type { GoldDeal, GoldRow } from "./gold.ts";
import { scoreDeals } from "./score.ts";
import type { Listed } from "./score.ts";

const row = (state: string, more: Partial<GoldRow> = {}): GoldRow => ({
  as_of_valid: "2020-01-01",
  as_known: "2020-01-01",
  state,
  also: [],
  dispute: "none",
  ...more,
});
const gold = (deal: string, documents: readonly string[], more: Partial<GoldDeal> = {}): GoldDeal => ({
  deal,
  documents: [...documents],
  not: [],
  unclear: [],
  states: [],
  ...more,
});
const listed = (id: string, documents: readonly string[], state = "none", dispute = "none"): Listed => ({
  id,
  name: id,
  documents,
  standing: () => ({ state, dispute }),
});

const FERRIES = gold("ferries", ["a", "b", "c"]);
const CANAL = gold("canal", ["d"]);

test("B-cubed looks from each gold document at what stands with it, and no other document counts", () => {
  const { bcubed } = scoreDeals([FERRIES, CANAL], [listed("1", ["a", "b", "d", "elsewhere"])]);
  // a and b: 2 of 3 right, 2 of 3 found; d: 1 of 3 and all; c: in no deal.
  expect(bcubed.n).toBe(4);
  expect(bcubed.p).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 4);
  expect(bcubed.r).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 4);
  expect(bcubed.f1).toBeCloseTo((2 * bcubed.p * bcubed.r) / (bcubed.p + bcubed.r));
});

test("a document of two gold deals may stand with either", () => {
  const both = [gold("ferries", ["a", "b"]), gold("canal", ["a", "c"])];
  expect(scoreDeals(both, [listed("1", ["a", "c"])]).bcubed).toMatchObject({ p: 2 / 3, n: 3 });
  expect(scoreDeals(both, [listed("1", ["a", "b", "c"])]).deals[0]?.bcubed.p).toBeCloseTo((1 + 2 / 3) / 2);
});

test("a gold deal is answered by the deal that shares most documents, and a deal answers one gold deal only", () => {
  const answers = (all: readonly Listed[]): (string | undefined)[] => scoreDeals([FERRIES, CANAL], all).deals.map(({ answer }) => answer?.id);
  expect(answers([listed("1", ["a"]), listed("2", ["b", "c"])])).toEqual(["2", undefined]);
  expect(answers([listed("1", ["a", "b", "d"])])).toEqual(["1", undefined]);
  expect(answers([listed("1", ["a", "b", "d"]), listed("2", ["d"])])).toEqual(["1", "2"]);
});

test("of deals that share as many documents the one that is listed first answers", () => {
  const deals = [listed("1", ["a"]), listed("2", ["b"])];
  expect(scoreDeals([FERRIES], deals).deals[0]?.answer?.id).toBe("1");
  expect(scoreDeals([FERRIES], deals.toReversed()).deals[0]?.answer?.id).toBe("2");
});

test("a near miss counts where the answer holds it and gold does not", () => {
  const [deal] = scoreDeals([{ ...FERRIES, not: ["c", "x", "y"] }], [listed("1", ["a", "b", "c", "x"]), listed("2", ["y"])]).deals;
  expect(deal?.near).toEqual(["x"]);
});

test("a row is right where the state is gold's or one as right, and its dispute where it is gold's", () => {
  const states = [row("signed"), row("in-force", { also: ["signed"] }), row("agreed", { dispute: "sued" })];
  const rows = scoreDeals([{ ...FERRIES, states }], [listed("1", ["a"], "signed", "sued")]).deals[0]?.rows ?? [];
  expect(rows.map(({ isState, isDispute }) => [isState, isDispute])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ]);
});

test("a gold deal without an answer stands at none", () => {
  const states = [row("none"), row("signed")];
  const [deal] = scoreDeals([{ ...FERRIES, states }], [listed("1", ["x"], "signed")]).deals;
  expect(deal?.answer).toBeUndefined();
  expect(deal?.rows.map(({ isState }) => isState)).toEqual([true, false]);
});

test("without deals every figure is nought, without gold too", () => {
  expect(scoreDeals([FERRIES], []).bcubed).toEqual({ p: 0, r: 0, f1: 0, n: 3 });
  expect(scoreDeals([], [listed("1", ["a"])]).bcubed).toEqual({ p: 0, r: 0, f1: 0, n: 0 });
});
