// Figures mean the number that was typed, or nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { numberIn, whyNoNumber } from "./figures.ts";

test("figures are read with and without thousands set apart, and with a decimal point", () => {
  expect(["7", "2.5", "2,500", "2,500,000.25", "2 500 000", "2\u00a0500", "2'500", " 40 ", "1,00,000", "007"].map(numberIn)).toEqual([
    7, 2.5, 2500, 2_500_000.25, 2_500_000, 2500, 2500, 40, 100_000, 7,
  ]);
});

test("what is no plain number, or could be two, is none", () => {
  const none = [
    "",
    "two",
    "2,5",
    "1,50",
    "12,3456",
    "1.234.567",
    "0x10",
    "1e9",
    "-5",
    "+5",
    ".5",
    "5.",
    "1,234 567",
    "2,500.5.1",
    "٣",
    "9".repeat(16),
  ];
  expect(none.map((typed) => [typed, numberIn(typed)])).toEqual(none.map((typed) => [typed, undefined]));
  expect(whyNoNumber("2,5")).toContain("decimals with a point");
  expect(whyNoNumber("two")).toBe("");
});

test("whatever is typed, a number is only made of all its digits in their order", () => {
  const typed = fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "7", "9", ",", ".", " ", "'", "-", "e", "x", "\u00a0"), maxLength: 18 });
  fc.assert(
    fc.property(typed, (text) => {
      const number = numberIn(text);
      if (number === undefined) return;
      const [whole = "", part = ""] = text.split(".").map((side) => side.replaceAll(/\D/g, ""));
      expect(number.toFixed(part.length)).toBe(`${whole.replace(/^0+(?=\d)/, "")}${part === "" ? "" : `.${part}`}`);
      expect(text).toMatch(/^[\d,\s'.]+$/);
    }),
  );
});

test("a number that is written out with its thousands comes back", () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (number) => {
      expect([number.toLocaleString("en-US"), String(number)].map(numberIn)).toEqual([number, number]);
    }),
  );
});
