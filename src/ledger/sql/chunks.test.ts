// Lists in slices of few sizes.
import { expect, test } from "vitest";
import { chunks } from "./chunks.ts";

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

test("slices are powers of two, the largest first, and hold the list in its order", () => {
  const slices = [...chunks(upTo(23), 8)];
  expect(slices.map(({ length }) => length)).toEqual([8, 8, 4, 2, 1]);
  expect(slices.flat()).toEqual(upTo(23));
});

test("nothing has no slices", () => {
  expect([...chunks([])]).toEqual([]);
});
