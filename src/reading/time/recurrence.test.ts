// What comes again, and what only looks as if it did.
import { expect, test } from "vitest";
import { recurrenceIn } from "./recurrence.ts";

test.for([
  ["delivers gas annually", "P1Y"],
  ["hold joint exercises every year", "P1Y"],
  ["meet every two years", "P2Y"],
  ["meet every other month", "P2M"],
  ["each quarter", "P3M"],
  ["4.5 billion cubic metres a year", "P1Y"],
  ["$400 million a year", "P1Y"],
  ["300 tonnes of fuel a month", "P1M"],
  ["six billion cubic metres of gas a year", "P1Y"],
  ["two flights per week", "P1W"],
  ["pays an annual fee", "P1Y"],
  ["5% per annum, paid monthly", "P1Y"],
] as const)("%s comes again every %s", ([text, wanted]) => {
  expect(recurrenceIn(text)).toBe(wanted);
});

test.for([
  "for a year",
  "a year ago",
  "two days a year later",
  "agreed a year of talks",
  "in a month",
  "500 soldiers for a year",
  "signed 3 deals in a year",
  "at the annual meeting",
  "every year since the war",
  "everyday goods",
  "buys the Evening Weekly",
  "two million barrels a day",
  "signed in 2010",
])("%s does not", (text) => {
  expect(recurrenceIn(text)).toBeUndefined();
});
