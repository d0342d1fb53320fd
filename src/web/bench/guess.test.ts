// Plain words of sums and days.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn, isNorm, sumIn } from "./guess.ts";

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

test("of sums that could mean two numbers, and of several, no figure is made", () => {
  expect(sumIn("1,5 billion")).toEqual({});
  expect(sumIn("2,5 million euros")).toEqual({ currency: "EUR" });
  expect(sumIn("1.234.567 euros")).toEqual({ currency: "EUR" });
  expect(sumIn("between $3 and $5 billion")).toEqual({ currency: "USD" });
  expect(sumIn("F-16s for some dollars")).toEqual({ currency: "USD" });
  expect(sumIn("$1.5bn")).toEqual({ amount: "1500000000", currency: "USD" });
  expect(sumIn("2 500 000 euros")).toEqual({ amount: "2500000", currency: "EUR" });
  expect(sumIn("a €40-million loan")).toEqual({ amount: "40000000", currency: "EUR" });
});

test("a month is one beside its year, a day one beside its month; of what is not plain nothing is made", () => {
  const told = {
    "may be delivered in 2021": "2021",
    "2 frigates in May 2021": "2021-05",
    "September 16th, 2021": "2021-09-16",
    "the 1st of Sept. 2021": "2021-09-01",
    "between 16 and 18 September 2021": "2021-09",
    "16-18 September 2021": "2021-09",
    "May 2021": "2021-05",
    "2021-09": "2021-09",
  };
  expect(Object.fromEntries(Object.keys(told).map((words) => [words, dayIn(words)]))).toEqual(told);
  const none = ["2021-22", "2021/22", "2021–2025", "from 2020 to 2025", "30 February 2021", "32 May 2021", "2021-13", "2021-02-30", "2021-99-01"];
  expect(none.map((words) => [words, dayIn(words)])).toEqual(none.map((words) => [words, undefined]));
});

test("whatever words say, what is made of them is a day that there is, in a year that they name", () => {
  const word = fc.constantFrom("may", "May", "2021", "2021-22", "16", "31", "February", "in", "of", "-", "/", "2025", "1st", "2021-02-30", ",", "99");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), fc.constantFrom(" ", ""), (words, between) => {
      const text = words.join(between);
      const day = dayIn(text);
      if (day === undefined) return;
      expect(isNorm(day)).toBe(true);
      expect(text).toContain(day.slice(0, 4));
    }),
    { numRuns: 500 },
  );
});

test("days as claims write them", () => {
  expect(["2021", "2021-09", "2021-09-16", "2021/2025", "2024-02-29", "2021-09/2022-01-31", "/2026", "2026/"].filter((day) => !isNorm(day))).toEqual(
    [],
  );
  expect(["", "2021-9", "2021-13", "2023-02-29", "soon", "/", "2021//", "2020/2021/2022", "16.9.2021"].filter(isNorm)).toEqual([]);
});
