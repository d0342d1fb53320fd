// The line that keys move stays with its deal.
import { expect, test } from "vitest";
import { lineIn } from "./moving.ts";

const of = (...ids: readonly string[]) => ids.map((id) => ({ id }));

test("the line goes where its deal goes, and stays where the deal is gone", () => {
  expect(lineIn(of("a", "b", "c"), { line: 1, id: "b" })).toBe(1);
  expect(lineIn(of("new", "a", "b", "c"), { line: 1, id: "b" })).toBe(2);
  expect(lineIn(of("a", "c"), { line: 1, id: "b" })).toBe(1);
  expect(lineIn(of("a"), { line: 1, id: "b" })).toBe(0);
  expect([lineIn(of("a"), { line: -1, id: undefined }), lineIn([], { line: 0, id: "a" })]).toEqual([-1, -1]);
});
