// Comparisons whose figures can be checked by hand.
import { expect, test } from "vitest";
import { coresIn } from "./cores.ts";
import { outcomeOf } from "./outcome.ts";
import { rateTable } from "./report.ts";
import { figure, inTurns, rowOf } from "./rounds.ts";

test("everybody runs once a round, in turns", async () => {
  const order: string[] = [];
  const runner = (name: string) => async (): Promise<number> => order.push(name);
  const results = await inTurns(
    new Map([
      ["ours", runner("ours")],
      ["peer", runner("peer")],
    ]),
    2,
  );
  expect(order).toEqual(["ours", "peer", "ours", "peer"]);
  expect([...results]).toEqual([
    ["ours", [1, 3]],
    ["peer", [2, 4]],
  ]);
});

test("a ratio is the median of the rounds' own ratios, not the ratio of the medians", () => {
  const row = rowOf({ what: "items/s", ours: [100, 200, 300], peer: [100, 100, 600] });
  expect(row).toEqual(["items/s", "200 (100–300)", "100 (100–600)", "1.00 (0.50–2.00)"]);
});

test("without the peer there is no ratio", () => {
  expect(rowOf({ what: "items/s", ours: [12.34], peer: undefined })).toEqual(["items/s", "12.3 (12.3–12.3)", "–", "–"]);
});

test.each([
  [6812.4, "6,812"],
  [211.5, "212"],
  [46.25, "46.3"],
  [0.523, "0.52"],
])("%d is printed as %s", (value, text) => {
  expect(figure(value)).toBe(text);
});

test.each([
  ["0", [0]],
  ["0-2,5", [0, 1, 2, 5]],
  ["3,7-8", [3, 7, 8]],
])("the cores of %j are %j", (list, cores) => {
  expect(coresIn(list)).toEqual(cores);
});

test("the peer's whole pipeline stands beside the model alone and beside reading", () => {
  const run = { seconds: 2, processor: 1, memory: 300, tokens: 220, sentences: 10 };
  const outcomes = new Map([
    ["model", [run]],
    ["peer", [{ ...run, seconds: 1 }]],
    ["read", [{ ...run, seconds: 0.5 }]],
    ["ledger", [run]],
  ] as const);
  const rates = rateTable({ items: 8, words: 200 }, { cores: 1, outcomes });
  expect(rates).toMatch(/model alone, every sentence: words\/s +\| +100 \(.*\| +200 \(.*\| 0\.50 /);
  expect(rates).toMatch(/reading into claims, lexical pass on: items\/s +\| +16\.0 \(.*\| +8\.00 \(.*\| 2\.00 /);
});

test("a process that prints something else than its outcome is one coded error", () => {
  expect(() => outcomeOf("Segmentation fault\n", "model")).toThrowError(expect.objectContaining({ code: "PACTA_BENCH_OUTPUT" }));
});
