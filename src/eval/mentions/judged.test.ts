// What the figures of judged samples promise.
import { describe, expect, test } from "vitest";
import { interval, judgedRow, verdictsIn, type Verdict } from "./judged.ts";

const verdict = (word: Verdict["verdict"], why?: string): Verdict => ({
  id: "a",
  start: 0,
  end: 1,
  verdict: word,
  ...(why !== undefined && { why }),
});

describe("a verdict", () => {
  test("is read from its line", () => {
    expect(verdictsIn('{"id":"a","start":3,"end":9,"verdict":"wrong","why":"span"}\n\n', "f")).toEqual([
      { id: "a", start: 3, end: 9, verdict: "wrong", why: "span" },
    ]);
  });

  test("that says something else is told with its file and line", () => {
    expect(() => verdictsIn('\n{"id":"a","start":3,"end":9,"verdict":"maybe"}', "f")).toThrow(
      expect.objectContaining({ code: "PACTA_JUDGED_INVALID", place: { source: "f", line: 2 } }),
    );
  });
});

describe("a row", () => {
  test("leaves unclear ones out of the share and counts reasons", () => {
    const row = judgedRow("times", [verdict("right"), verdict("wrong", "span"), verdict("wrong", "span"), verdict("right"), verdict("unclear")], 4);
    expect(row).toEqual(["times", "5", "4", "2", ".500", ".150–.850", "span 2", "4"]);
  });

  test("of nothing that is clear has no share", () => {
    expect(judgedRow("times", [verdict("unclear")], 0)).toEqual(["times", "1", "0", "0", "–", "–", "–", "0"]);
  });
});

test("the interval is Wilson's: of none wrong in 100 at most 3.7 % are wrong", () => {
  const [low, high] = interval(0, 100);
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.037, 3);
});
