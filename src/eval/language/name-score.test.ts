// Scores of names, countable by hand.
import { expect, test } from "vitest";
import type { Name } from "../../language/index.ts";
import { scoreNames } from "./name-score.ts";

const name = (type: Name["type"], start: number, end: number): Name => ({ type, start, end });

test("a name is right with its type, start and end, each text for itself", () => {
  const gold = [name("PER", 0, 4), name("LOC", 10, 14), name("ORG", 20, 30)];
  const found = [name("PER", 0, 4), name("ORG", 10, 14), name("ORG", 20, 29), name("MISC", 40, 44)];
  const { types, micro, untyped } = scoreNames(
    [
      { gold, found, open: [] },
      { gold: [], found: [name("PER", 20, 30)], open: [] },
    ],
    ["PER", "ORG", "LOC", "MISC"],
  );
  expect(types.get("PER")).toEqual({ p: 1 / 2, r: 1, f1: 2 / 3, n: 1 });
  expect(types.get("ORG")).toEqual({ p: 0, r: 0, f1: 0, n: 1 });
  expect(types.get("LOC")).toEqual({ p: 0, r: 0, f1: 0, n: 1 });
  expect(types.get("MISC")).toEqual({ p: 0, r: 0, f1: 0, n: 0 });
  expect(micro).toMatchObject({ p: 1 / 4, r: 1 / 3, n: 3 });
  expect(micro.f1).toBeCloseTo(2 / 7);
  expect(untyped).toMatchObject({ p: 2 / 4, r: 2 / 3, n: 3 });
  expect(untyped.f1).toBeCloseTo(4 / 7);
});

test("a name over an open stretch is neither right nor wrong", () => {
  const pair = { gold: [name("LOC", 0, 4)], found: [name("LOC", 0, 4), name("PER", 10, 15)], open: [{ start: 8, end: 20 }] };
  expect(scoreNames([pair], ["LOC"]).micro).toEqual({ p: 1, r: 1, f1: 1, n: 1 });
  expect(scoreNames([{ ...pair, open: [{ start: 15, end: 20 }] }], ["LOC"]).micro.p).toBe(1 / 2);
});
