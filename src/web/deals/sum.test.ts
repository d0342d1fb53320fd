// Sums as people write them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyAsked, moneyParts, readSum } from "./sum.ts";

test("sums are read with their scales and thousands; what is no sum gives none", () => {
  const cases = { "800m": 8e8, "1.5 bn": 1.5e9, "1,000,000": 1e6, "2 million": 2e6, "12.345": 12.35, "10 000": 1e4, "3 TRILLION": 3e12 };
  expect(Object.fromEntries(Object.keys(cases).map((written) => [written, readSum(written)]))).toEqual(cases);
  expect(["", "m", "1.2.3", "-5", "1,00", "5 apples", "1e9", "9999 trillion"].filter((written) => readSum(written) !== undefined)).toEqual([]);
});

test("whatever is written, what is asked for has the form that the API takes, or it is said what is wrong", () => {
  const form = /^(?:[A-Z]{3}(?::\d{1,15}(?:\.\d{1,6})?)?)?$/;
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom("usd", "EUR ", "")),
      fc.oneof(fc.string(), fc.double().map(String), fc.constant("1.5 bn")),
      (currency, least) => {
        const asked = moneyAsked(currency, least);
        expect("money" in asked ? form.test(asked.money) : asked.trouble !== "").toBe(true);
      },
    ),
  );
  expect(moneyAsked("usd", "1.5bn")).toEqual({ money: "USD:1500000000" });
  expect(moneyAsked("", "5m")).toHaveProperty("trouble");
  expect(moneyAsked("dollars", "")).toHaveProperty("trouble");
});

test("what was asked for comes back as the two parts that were written", () => {
  expect(moneyParts("USD:1500000000")).toEqual({ currency: "USD", least: "1500000000" });
  expect(moneyParts("eur")).toEqual({ currency: "EUR", least: "" });
  expect(moneyParts(undefined)).toEqual({ currency: "", least: "" });
});
