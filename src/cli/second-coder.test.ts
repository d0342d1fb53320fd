// The options of a second coder: off unless asked for, and no slip of the hand costs money.
import { expect, test } from "vitest";
import { coderPlan } from "./second-coder.ts";

const on = { coder: "http://localhost:1/v1", "coder-model": "m" };

test("without --coder there is none", () => {
  expect(coderPlan({})).toBeUndefined();
});

test("all options reach the plan", () => {
  const more = {
    "coder-prices": "0.15/.60",
    "coder-budget": "2.50",
    "coder-rpm": "30",
    "coder-tpm": "90000",
    "coder-parallel": "2",
    "coder-timeout": "45",
  };
  const prices = { sent: 0.15, answered: 0.6 };
  expect(coderPlan({ ...on, ...more })).toEqual({
    url: "http://localhost:1/v1",
    model: "m",
    prices,
    budget: { kind: "money", most: 2.5, prices },
    pace: { requestsPerMinute: 30, tokensPerMinute: 90_000, parallel: 2 },
    timeout: 45,
  });
  expect(coderPlan({ ...on, "coder-budget": "200000tokens" })?.budget).toEqual({ kind: "tokens", most: 200_000 });
  expect(coderPlan(on)).toEqual({ url: "http://localhost:1/v1", model: "m", pace: {} });
});

test.each([
  ["options without a coder", { "coder-budget": "1tokens" }, "PACTA_USAGE_FLAG"],
  ["no model", { coder: "http://localhost:1" }, "PACTA_USAGE_FLAG"],
  ["a sum without prices", { ...on, "coder-budget": "200000" }, "PACTA_USAGE_VALUE"],
  ["a budget that is none", { ...on, "coder-budget": "lots" }, "PACTA_USAGE_VALUE"],
  ["a negative budget", { ...on, "coder-budget": "-5tokens" }, "PACTA_USAGE_VALUE"],
  ["one price", { ...on, "coder-prices": "0.15" }, "PACTA_USAGE_VALUE"],
  ["three prices", { ...on, "coder-prices": "1/2/3" }, "PACTA_USAGE_VALUE"],
  ["no requests at all", { ...on, "coder-rpm": "0" }, "PACTA_USAGE_VALUE"],
  ["a wait without an end", { ...on, "coder-timeout": "301" }, "PACTA_USAGE_VALUE"],
])("%s: a usage error", (_, args, code) => {
  expect(() => coderPlan(args)).toThrow(expect.objectContaining({ code }));
});
