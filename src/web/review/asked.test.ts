// Why a claim waits, in words.
import { expect, test } from "vitest";
import { whyText } from "./asked.ts";

test("every reason is said in words, and a claim without one has its confidence told", () => {
  const claim = { claim: { confidence: 0.83 } } as never;
  expect(whyText({ why: ["moves-state", "conflict"], claim })).toBe("It moves its deal to another state; Others contradict it.");
  expect(whyText({ why: [], claim })).toBe("Nobody has looked at it; confidence 83 %");
});
