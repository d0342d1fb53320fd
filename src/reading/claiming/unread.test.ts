// What an abstention says of a part that was not analysed.
import { expect, test } from "vitest";
import { abstentionSchema } from "../claim.ts";
import { unreadOf } from "./unread.ts";

test("a short part is quoted whole", () => {
  expect(unreadOf({ start: 2, end: 5, reason: "not-text" }, "a \u0001\u0001\u0001 b")).toEqual({
    reason: "not-text",
    start: 2,
    end: 5,
    quote: "\u0001\u0001\u0001",
  });
});

test("of a long part the beginning is quoted, and its whole length told", () => {
  const text = `See ${"x".repeat(10_000)} there`;
  const unread = unreadOf({ start: 4, end: 10_004, reason: "no-blanks" }, text);
  expect(unread).toEqual({ reason: "no-blanks", start: 4, end: 204, quote: "x".repeat(200), part: { start: 4, end: 10_004 } });
  expect(abstentionSchema.safeParse(unread).success).toBe(true);
});

test("no quote ends inside a surrogate pair", () => {
  const text = `x${"😀".repeat(500)}`;
  const { start, end, quote } = unreadOf({ start: 0, end: text.length, reason: "no-blanks" }, text);
  expect(quote).toBe(`x${"😀".repeat(99)}`);
  expect(text.slice(start, end)).toBe(quote);
});
