// Plain words of sums and days.
import { expect, test } from "vitest";
import { dayIn, sumIn } from "./guess.ts";

test("sums that are said plainly are told in figures", () => {
  expect(sumIn("555 million euros")).toEqual({ amount: "555000000", currency: "EUR" });
  expect(sumIn("A$3.4 billion")).toEqual({ amount: "3400000000", currency: "AUD" });
  expect(sumIn("$800m")).toEqual({ amount: "800000000", currency: "USD" });
  expect(sumIn("2,500,000 roubles")).toEqual({ amount: "2500000", currency: "RUB" });
  expect(sumIn("much money")).toEqual({});
});

test("days are told as far as words name them with their year", () => {
  expect(dayIn("16 September 2021")).toBe("2021-09-16");
  expect(dayIn("in September 2021")).toBe("2021-09");
  expect(dayIn("by 2055")).toBe("2055");
  expect(dayIn("on 2021-09-16")).toBe("2021-09-16");
  expect(dayIn("on Thursday")).toBeUndefined();
});
