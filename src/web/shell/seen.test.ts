// What counts as new to somebody.
import { expect, test } from "vitest";
import { notSeen, withSeen } from "./seen.ts";

const alerts = ["c", "b", "a"].map((id) => ({ id }));

test("whoever comes for the first time has missed nothing; afterwards what is not kept is new", () => {
  expect(notSeen(null, alerts)).toEqual([]);
  expect(notSeen("", alerts)).toEqual(["c", "b", "a"]);
  expect(notSeen(withSeen(null, ["a"]), alerts)).toEqual(["c", "b"]);
  expect(notSeen(withSeen(withSeen("", ["a"]), ["b", "c"]), alerts)).toEqual([]);
});

test("an alert is kept once, and of very many the last", () => {
  expect(withSeen(withSeen("", ["a"]), ["a", "b"])).toBe("a\nb");
  const many = withSeen(
    "",
    Array.from({ length: 600 }, (_, n) => `x${n}`),
  ).split("\n");
  expect([many.length, many.at(-1), many[0]]).toEqual([500, "x599", "x100"]);
});
