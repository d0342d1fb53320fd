// A sentence is padded alike whatever it is batched with.
import { expect, it } from "vitest";
import { batchesOf, feedOf } from "./batch.ts";
import type { Coded } from "./pieces.ts";

const coded = (words: number): Coded => ({
  pieces: [101, ...Array.from({ length: words }, (_, i) => i + 1), 102],
  shapes: Array.from({ length: words + 2 }, () => 1),
  first: Array.from({ length: words }, (_, i) => i + 1),
});

it("pads a sentence to the next even length, whatever is read beside it", () => {
  const batches = batchesOf([coded(3), coded(40), coded(6), coded(7)]);
  expect(batches).toEqual([
    { members: [1], length: 42 },
    { members: [3], length: 10 },
    { members: [2], length: 8 },
    { members: [0], length: 6 },
  ]);
});

it("holds every sentence once and at most 256 pieces a batch, a longer sentence alone", () => {
  const all = Array.from({ length: 500 }, (_, i) => coded(i));
  const batches = batchesOf(all);
  expect(batches.flatMap((batch) => batch.members).sort((a, b) => a - b)).toEqual([...all.keys()]);
  expect(batches.every((batch) => batch.members.length * batch.length <= 256 || batch.members.length === 1)).toBe(true);
});

it("lays out pieces and words row by row with zeros behind", () => {
  const feed = feedOf({ members: [1, 0], length: 8 }, [coded(1), coded(2)]);
  expect([...feed.pieces]).toEqual([101n, 1n, 2n, 102n, 0n, 0n, 0n, 0n, 101n, 1n, 102n, 0n, 0n, 0n, 0n, 0n]);
  expect([...feed.mask].map(Number)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0]);
  expect([...feed.words]).toEqual([1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
});
