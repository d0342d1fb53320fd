// Places in a text whose words were exchanged.
import { expect, test } from "vitest";
import { Rewritten } from "./rewritten.ts";

const old = "Russia sold tanks to Iran.";
const exchanges = [
  { start: 0, end: 6, by: "United Kingdom" },
  { start: 12, end: 17, by: "jets" },
  { start: 21, end: 25, by: "Oman" },
];

test("what stands between the exchanged words is kept, and is found again", () => {
  const rewritten = new Rewritten(old, exchanges);
  expect(rewritten.text).toBe("United Kingdom sold jets to Oman.");
  expect(rewritten.quote({ start: 7, end: 11, quote: "sold" })).toEqual({ start: 15, end: 19, quote: "sold" });
});

test("exchanged words are found whole, also from within them", () => {
  const rewritten = new Rewritten(old, exchanges);
  expect(rewritten.quote({ start: 0, end: 17, quote: "" }).quote).toBe("United Kingdom sold jets");
  expect(rewritten.quote({ start: 2, end: 14, quote: "" }).quote).toBe("United Kingdom sold jets");
  expect(rewritten.quote({ start: 21, end: 26, quote: "" }).quote).toBe("Oman.");
});

test("without exchanges nothing moves", () => {
  const rewritten = new Rewritten(old, []);
  expect(rewritten.quote({ start: 21, end: 25, quote: "" })).toEqual({ start: 21, end: 25, quote: "Iran" });
});
