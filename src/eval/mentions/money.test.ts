// The measure of money: what counts as a right case, how kinds are averaged, and what is said where the peer is missing.
import { expect, test } from "vitest";
import { isRight, ownSums } from "./currency-cases.ts";
import { macroF1 } from "./money-kinds.ts";
import { loadPeer } from "./peers/load.ts";

test("a case is right where all its sums are found with amount and currency, and nothing else", () => {
  const one = { text: "", supported: true, wanted: [{ words: "€5", amount: 5, unit: "Euro", named: "EUR" }] };
  expect(isRight(one, ownSums("It cost €5."))).toBe(true);
  expect(isRight(one, ownSums("It cost $5."))).toBe(false);
  expect(isRight(one, ownSums("It cost €5 and £2."))).toBe(false);
  expect(isRight(one, ownSums("It cost nothing."))).toBe(false);
});

test("a bare dollar is right as USD, and for the peer by its own name of the unit", () => {
  const bare = { text: "", supported: true, wanted: [{ words: "$5", amount: 5, unit: "Dollar" }] };
  expect(isRight(bare, ownSums("$5"))).toBe(true);
  expect(isRight(bare, [{ amount: 5, unit: "Dollar" }])).toBe(true);
  expect(isRight(bare, ownSums("A$5"))).toBe(false);
});

test("macro-F1 is the mean over the kinds that are wanted, each sum of no deal against precision alone", () => {
  const told = (wanted: string, given: string) => ({ wanted, given });
  expect(macroF1([told("aid", "aid"), told("loan", "aid")])).toBeCloseTo((2 / 3 + 0) / 2);
  expect(macroF1([told("aid", "aid"), told("none", "aid"), told("none", "none")])).toBeCloseTo(2 / 3);
  expect(macroF1([])).toBe(0);
});

test("a peer that is not installed is named with what to do", async () => {
  await expect(loadPeer("a-peer", () => Promise.reject(new Error("Cannot find package")))).rejects.toMatchObject({ code: "PACTA_PEER_MISSING" });
});
