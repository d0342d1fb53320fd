// Levels of claims: where each begins, and that each is where it says.
import { expect, test } from "vitest";
import { isEven, levelOf } from "./level.ts";

test.each([
  [0, 0],
  [1, 1],
  [4, 4],
  [5, 5],
  [8, 5],
  [9, 9],
  [16, 9],
  [17, 17],
  [1024, 513],
  [1025, 1025],
])("%i claims are at the level that begins at %i", (claims, level) => {
  expect(levelOf(claims)).toBe(level);
});

test("a level begins at itself, and the next one above all that stand in it", () => {
  for (let claims = 1; claims < 5000; claims += 1) {
    expect(levelOf(levelOf(claims))).toBe(levelOf(claims));
    expect([levelOf(claims), claims + 1]).toContain(levelOf(claims + 1));
    expect(isEven(levelOf(claims))).toBe(claims <= 4);
  }
});
