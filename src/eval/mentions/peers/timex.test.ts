// Values of Recognizers-Text as the normal forms that they mean; those of its cases and those of its library go through the same mapping.
import { expect, test } from "vitest";
import { normsOf, timexValue } from "./timex.ts";

test.for([
  ["a day", { timex: "2019-01-04", value: "2019-01-04" }, ["2019-01-04"]],
  ["a day of any year", { timex: "XXXX-10-02", value: "2016-10-02" }, ["2016-10-02"]],
  ["a month", { timex: "2016-09", start: "2016-09-01", end: "2016-10-01" }, ["2016-09"]],
  ["a month of any year", { timex: "XXXX-12", start: "2015-12-01", end: "2016-01-01" }, ["2015-12"]],
  ["a year", { timex: "2018", start: "2018-01-01", end: "2019-01-01" }, ["2018"]],
  ["a part of a year, which is as precise as the year", { timex: "2018", Mod: "end", start: "2018-07-01", end: "2019-01-01" }, ["2018"]],
  ["a part of a week", { timex: "2018-W48", Mod: "end", start: "2018-11-29", end: "2018-12-03" }, ["2018-11-26/2018-12-02"]],
  [
    "the first week, which the year before has most days of",
    { timex: "2019-W01", start: "2018-12-31", end: "2019-01-07" },
    ["2018-12-31/2019-01-06"],
  ],
  ["a fiscal year", { timex: "FY2008", value: "not resolved" }, ["2008"]],
  ["a summer", { timex: "2016-SU", value: "not resolved" }, ["2016-06/2016-08"]],
  ["a winter, which ends in the next year", { timex: "2016-WI", value: "not resolved" }, ["2016-12/2017-02"]],
  ["since a day", { timex: "XXXX-01-07", Mod: "since", start: "2019-01-07" }, ["2019-01-07/"]],
  ["after a year, by the year's name", { timex: "2016", Mod: "after", start: "2017-01-01" }, ["2016/"]],
  ["after December", { timex: "XXXX-12", Mod: "after", start: "2019-01-01" }, ["2018-12/"]],
  ["before a year", { timex: "2018", Mod: "before", end: "2018-01-01" }, ["/2018"]],
  ["before the end of December, written as the first of January", { timex: "XXXX-12", Mod: "before-end", end: "2016-01-01" }, ["/2015-12"]],
  ["until a day", { timex: "2018-08-18", Mod: "until", end: "2018-08-18" }, ["/2018-08-18"]],
  ["the year 1, by which it says that there is no such day", { timex: "XXXX-02-30", value: "0001-01-01" }, []],
  ["an hour", { timex: "T10", value: "10:00:00" }, []],
] as const)("%s", ([, value, norms]) => {
  expect(normsOf(timexValue.parse(value))).toEqual(norms);
});

test("a range of days may leave its end out or hold it, and one of years may end with the year that its end opens", () => {
  expect(normsOf(timexValue.parse({ timex: "(2016-11-04,2016-11-22,P18D)", start: "2016-11-04", end: "2016-11-22" }))).toEqual([
    "2016-11-04/2016-11-21",
    "2016-11-04/2016-11-22",
  ]);
  expect(normsOf(timexValue.parse({ timex: "(2014-01-01,2018-01-01,P4Y)", start: "2014-01-01", end: "2018-01-01" }))).toEqual([
    "2014-01-01/2017-12-31",
    "2014-01-01/2018-01-01",
    "2014-01-01/2018-01",
    "2014-01-01/2018",
  ]);
});
