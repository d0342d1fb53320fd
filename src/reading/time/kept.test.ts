// Times that stay as the text writes them, each with its reason: what is no day, what could be two, what no one can tell.
import { expect, test } from "vitest";
import { TIME_REASONS } from "../annotation.ts";
import { recogniseTimes } from "./recognise.ts";

const FAR = "9".repeat(200);

const KEPT = [
  ["on February 30.", "February 30", "no-such-day"],
  ["29 February 2015", "29 February 2015", "no-such-day"],
  ["31 June", "31 June", "no-such-day"],
  ["June 28-31", "June 28-31", "no-such-day"],
  ["2015-02-30", "2015-02-30", "no-such-day"],
  ["31/02/2015", "31/02/2015", "no-such-day"],
  ["the fifth Friday of February 2015", "the fifth Friday of February 2015", "no-such-day"],
  ["31st of next month", "31st of next month", "no-such-day"],
  ["at 24:61", "24:61", "no-such-hour"],
  ["03/04/2015", "03/04/2015", "day-or-month"],
  ["on 3/4", "3/4", "day-or-month"],
  ["12/13/14", "12/13/14", "two-figure-year"],
  ["20/01/15", "20/01/15", "two-figure-year"],
  ["the year 99999", "the year 99999", "beyond-calendar"],
  [`in the year ${FAR}`, `the year ${FAR}`, "beyond-calendar"],
  [`20 January ${FAR}.`, `20 January ${FAR}`, "beyond-calendar"],
  [`January ${FAR}`, `January ${FAR}`, "beyond-calendar"],
  ["5000 years ago", "5000 years ago", "beyond-calendar"],
  ["14 July 1789", "14 July 1789", "before-1800"],
  ["since 1750", "since 1750", "before-1800"],
  ["the 18th century", "the 18th century", "before-1800"],
  ["in recent weeks", "recent weeks", "vague"],
  ["several years ago", "several years ago", "vague"],
  ["the mid-19th century", "the mid-19th century", "vague"],
  ["last fiscal year", "last fiscal year", "vague"],
  ["for two years", "two years", "length"],
  ["held for ten years after the trial", "ten years", "length"],
  ["a term of four years before release", "four years", "length"],
  ["the following day", "the following day", "nothing-told-before"],
  ["ten days later", "ten days later", "nothing-told-before"],
] as const;

test.for(KEPT)("%s is kept as %s: %s", ([text, words, reason]) => {
  const found = recogniseTimes(text, { start: 0, end: text.length }, "2015-01-20");
  expect(found.map((time) => [text.slice(time.start, time.end), time.norm, time.basis, time.reason])).toEqual([[words, undefined, "none", reason]]);
});

test("what is relative has no norm where the document has no day, and says so", () => {
  expect(recogniseTimes("last week", { start: 0, end: 9 })).toEqual([{ type: "time", start: 0, end: 9, basis: "none", reason: "no-document-day" }]);
});

test("every reason is given for some text of this file", () => {
  const given = new Set<string>([...KEPT.map(([, , reason]) => reason), "no-document-day"]);
  expect([...given].toSorted()).toEqual([...TIME_REASONS].toSorted());
});

test.for([
  ["In June 31 people died", ["2015-06"]],
  ["on 20 January 10000 people marched", ["2015-01-20"]],
  ["at 23:59 on 20 January", ["2015-01-20"]],
] as const)("%s counts something else with its figures", ([text, norms]) => {
  expect(recogniseTimes(text, { start: 0, end: text.length }, "2015-01-20").map(({ norm }) => norm)).toEqual(norms);
});
