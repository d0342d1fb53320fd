// Times: every way to write one, seen from Tuesday 20 January 2015, and what only looks like one.
import { expect, test } from "vitest";
import { recogniseTimes } from "./recognise.ts";
import type { TimeContext } from "./recognise.ts";

const TUESDAY = "2015-01-20";
const mentions = (text: string, context?: TimeContext) => recogniseTimes(text, { start: 0, end: text.length }, TUESDAY, context);
const norms = (text: string, context?: TimeContext) => mentions(text, context).map((mention) => mention.norm);

test.for([
  ["on January 3 and 4", ["2015-01-03/2015-01-04"]],
  ["between January 3 and 9", ["2015-01-03/2015-01-09"]],
  ["on January 3 and 9", ["2015-01-03"]],
  ["in the 19th and 20th centuries", []],
] as const)("days and centuries beside each other: %s", ([text, expected]) => {
  expect(norms(text)).toEqual(expected);
});

test.for([
  ["20 January 2015", "2015-01-20"],
  ["Jan. 20, 2015", "2015-01-20"],
  ["the 20th of January, 2015", "2015-01-20"],
  ["Tuesday, 20 January 2015", "2015-01-20"],
  ["20/01/2015", "2015-01-20"],
  ["20.1.2015", "2015-01-20"],
  ["2015-01-20", "2015-01-20"],
  ["April 2015", "2015-04"],
  ["2015-04", "2015-04"],
  ["in 2010", "2010"],
  ["early 2017", "2017"],
  ["mid-2009", "2009"],
  ["at the end of March 2022", "2022-03"],
  ["the 1990s", "1990/1999"],
  ["the 19th century", "1801/1900"],
  ["the first quarter of 2015", "2015-01/2015-03"],
  ["Q3 2014", "2014-07/2014-09"],
  ["the first half of 2008", "2008-01/2008-06"],
  ["the summer of 2014", "2014-06/2014-08"],
  ["winter 2014", "2014-12/2015-02"],
  ["FY2015", "2015"],
  ["fiscal 2015", "2015"],
  ["from 2007 to 2010", "2007/2010"],
  ["2014-16", "2014/2016"],
  ["2007–08", "2007/2008"],
  ["from December 2007 to March 2008", "2007-12/2008-03"],
  ["between March and June 2015", "2015-03/2015-06"],
  ["10–11 December 2018", "2018-12-10/2018-12-11"],
  ["from 28 February to 2 March 2015", "2015-02-28/2015-03-02"],
  ["since 2014", "2014/"],
  ["after 2010", "2010/"],
  ["by 2026", "/2026"],
  ["until the end of 2017", "/2017"],
  ["before mid-2009", "/2009"],
  ["to 2020", "/2020"],
  ["20/Jan/2015", "2015-01-20"],
  ["2015-Jan-20", "2015-01-20"],
  ["20 January in 2015", "2015-01-20"],
  ["January twenty, nineteen ninety-six", "1996-01-20"],
  ["20150120", "2015-01-20"],
  ["report_2015-01-20.pdf", "2015-01-20"],
  ["2015/4", "2015-04"],
  ["04-2015", "2015-04"],
  ["2015 April", "2015-04"],
  ["Jan-Feb 2017", "2017-01/2017-02"],
  ["in nineteen ninety six", "1996"],
  ["in two thousand and five", "2005"],
  ["in the year 2150", "2150"],
  ["dates back to 1865", "1865"],
  ["later than 2018", "2018/"],
  ["2025 and beyond", "2025/"],
  ["from 2018 onwards", "2018/"],
  ["in the years up to 2000", "/2000"],
  ["the noughties", "2000/2009"],
  ["2017-Q1", "2017-01/2017-03"],
  ["H2-2019", "2019-07/2019-12"],
  ["the first nine months of 2014", "2014-01/2014-09"],
  ["the last four months of 2021", "2021-09/2021-12"],
  ["the first week of 2015", "2014-12-29/2015-01-04"],
  ["the second week of July 2016", "2016-07-11/2016-07-17"],
  ["the first two weeks of 2021", "2021-01-04/2021-01-17"],
  ["in week 3 of 2027", "2027-01-18/2027-01-24"],
  ["the week of 10 April 2018", "2018-04-09/2018-04-15"],
  ["Thanksgiving 2014", "2014-11-27"],
  ["Labor Day weekend 2021", "2021-09-04/2021-09-06"],
  ["Halloween weekend 2021", "2021-10-30/2021-10-31"],
] as const)("%s is stated as %s", ([text, norm]) => {
  expect(mentions(text)).toEqual([expect.objectContaining({ norm, basis: "stated" })]);
});

test.for([
  ["on January 12", "2015-01-12"],
  ["the twenty-first of May", "2015-05-21"],
  ["was signed in December", "2014-12"],
  ["will be signed in May", "2015-05"],
  ["Tuesday", "2015-01-20"],
  ["said on Monday", "2015-01-19"],
  ["will meet Friday", "2015-01-23"],
  ["last Tuesday", "2015-01-13"],
  ["next Monday", "2015-01-26"],
  ["this Friday", "2015-01-23"],
  ["Monday of last week", "2015-01-12"],
  ["yesterday", "2015-01-19"],
  ["tonight", "2015-01-20"],
  ["the day after tomorrow", "2015-01-22"],
  ["last week", "2015-01-12/2015-01-18"],
  ["this weekend", "2015-01-24/2015-01-25"],
  ["last month", "2014-12"],
  ["earlier this month", "2015-01"],
  ["later this year", "2015"],
  ["last year", "2014"],
  ["this summer", "2015-06/2015-08"],
  ["last summer", "2014-06/2014-08"],
  ["last April", "2014-04"],
  ["April last year", "2014-04"],
  ["two years ago", "2013"],
  ["three months ago", "2014-10"],
  ["in two weeks", "2015-02-03"],
  ["in around ten days", "2015-01-30"],
  ["two weeks from now", "2015-02-03"],
  ["within two weeks", "/2015-02-03"],
  ["has 60 days to settle", "/2015-03-21"],
  ["within the next two months", "2015-01-20/2015-03-20"],
  ["over the next 25 years", "2015/2040"],
  ["in the past year", "2014-01-20/2015-01-20"],
  ["for the rest of the year", "2015-01-20/2015-12-31"],
  ["at the end of the month", "2015-01-31"],
  ["by the end of the month", "/2015-01-31"],
  ["before the end of the year", "/2015"],
  ["from tomorrow until February 17", "2015-01-21/2015-02-17"],
  ["from August 28 through the 30th", "2014-08-28/2014-08-30"],
  ["June 10–30", "2015-06-10/2015-06-30"],
  ["from Sept. 27 to Oct. 1", "2014-09-27/2014-10-01"],
  ["between now and March", "2015-01-20/2015-03"],
  ["since Monday", "2015-01-19/"],
  ["until February 20", "/2015-02-20"],
  ["was closed until Monday", "/2015-01-26"],
  ["in late summer", "2015-06/2015-08"],
  ["as of Jan. 1", "2015-01-01/"],
  ["the first Friday of February", "2015-02-06"],
  ["the 20th of next month", "2015-02-20"],
  ["two days after Monday", "2015-01-21"],
  ["the third quarter of last year", "2014-07/2014-09"],
  ["at Christmas", "2014-12-25"],
  ["on 22/04", "2015-04-22"],
  ["on 4/22", "2015-04-22"],
  ["Jan/3", "2015-01-03"],
  ["Friday the 13th", "2015-02-13"],
  ["Mon 13th", "2015-04-13"],
  ["last 6 April", "2014-04-06"],
  ["from the 4th to the 22nd of this month", "2015-01-04/2015-01-22"],
  ["between 4 and 22 next month", "2015-02-04/2015-02-22"],
  ["two weeks and two days ago", "2015-01-04"],
  ["one month, 20 days ago", "2014-11-30"],
  ["in four business days", "2015-01-26"],
  ["three days from tomorrow", "2015-01-24"],
  ["the last two quarters", "2014-07/2014-12"],
  ["the next quarter", "2015-04/2015-06"],
  ["the last quarter", "2014-10/2014-12"],
  ["the week after next", "2015-02-02/2015-02-08"],
  ["the year after next", "2017"],
  ["the last week of this month", "2015-01-26/2015-02-01"],
  ["the week of the 18th", "2015-01-12/2015-01-18"],
  ["the week beginning February 4", "2015-02-02/2015-02-08"],
  ["in week 31", "2015-07-27/2015-08-02"],
  ["last Easter", "2014-04-20"],
  ["next Easter Monday", "2015-04-06"],
  ["the weekend of Thanksgiving", "2014-11-27/2014-11-30"],
  ["between Jan 2 and now", "2015-01-02/2015-01-20"],
  ["the agreement of July", "2014-07"],
  ["which he was to sign on Friday", "2015-01-16"],
  ["the day before", "2015-01-19"],
  ["will end after ten days", "2015-01-30"],
  ["the deadline for it is 1 March", "/2015-03-01"],
  ["the same day", "2015-01-20"],
] as const)("%s is anchored as %s", ([text, norm]) => {
  expect(mentions(text)).toEqual([expect.objectContaining({ norm, basis: "anchored" })]);
});

test.for([
  "$2007",
  "2007 troops",
  "nearly 2000 jobs",
  "S-2007",
  "Resolution 1929",
  "the March on Rome",
  "they may march",
  "at 10:30",
  "World War II",
  "2,007",
  "the Good Friday Agreement",
  "Christmas Island",
  "the second attempt",
  "two thousand soldiers",
  "the nor'easter",
  "at odds of 25/1",
  "in 3/4 of cases",
  "a report of 20150120 copies",
])("%s is no time", (text) => {
  expect(mentions(text)).toEqual([]);
});

test("without the day of the document, relative times keep their place and get no norm", () => {
  const text = "last week, in April, and in May 2014";
  expect(recogniseTimes(text, { start: 0, end: text.length }).map(({ norm, basis }) => [norm, basis])).toEqual([
    [undefined, "none"],
    [undefined, "none"],
    ["2014-05", "stated"],
  ]);
});

test.for([
  "for two years",
  "a nearly four-year-old conflict",
  "a five-year deal",
  "decades-long talks",
  "the first visit in two years",
  "ended after ten days",
])("%s is a duration and has no norm", (text) => {
  expect(mentions(text).map(({ norm, basis, duration }) => [norm, basis, duration])).toEqual([[undefined, "none", true]]);
});

test("a reference day resolves what is told from another time", () => {
  expect(norms("the following day", { before: ["2014-12-31"] })).toEqual(["2015-01-01"]);
  expect(norms("two years later", { before: ["2010-05-01"] })).toEqual(["2012"]);
  expect(norms("the following week", { before: ["2014-12-31"] })).toEqual(["2015-01-05/2015-01-11"]);
  expect(norms("that weekend", { before: ["2014-12-31"] })).toEqual(["2015-01-03/2015-01-04"]);
});

test("what is told from another time counts from the last one that is as precise, in the same words too", () => {
  expect(norms("They met on 3 May 2012 and again the following day")).toEqual(["2012-05-03", "2012-05-04"]);
  expect(norms("the following day", { before: ["2012-05-03", "2013"] })).toEqual(["2012-05-04"]);
  expect(norms("in that year", { before: ["2012-05-03"] })).toEqual(["2012"]);
});

test("as of a date takes the nearest, whatever the tense", () => {
  expect(norms("will be sold as of Jan. 15", { future: true })).toEqual(["2015-01-15/"]);
});

test("a length that begins at a time is no time of its own", () => {
  expect(mentions("for two weeks from tomorrow").map(({ norm, reason }) => norm ?? reason)).toEqual(["length", "2015-01-21/"]);
  expect(norms("in the three months from July to September 2014")).toEqual([undefined, "2014-07/2014-09"]);
  expect(norms("for one week beginning January 26")).toEqual([undefined, "2015-01-26"]);
});

test("a range without its years runs on for less than one where it can", () => {
  expect(norms("from February 16 until the end of this year")).toEqual(["2015-02-16/2015"]);
});

test("the caller's tense beats the guess, for all times or for each", () => {
  expect(norms("on Monday", { future: true })).toEqual(["2015-01-26"]);
  expect(norms("will come on Monday", { future: false })).toEqual(["2015-01-19"]);
  expect(norms("Monday, then Friday", { future: ({ start }) => start > 5 })).toEqual(["2015-01-19", "2015-01-23"]);
});

test("a date without its year takes the nearest fitting year, on the side that the words tell where that is not far off", () => {
  expect(norms("the accord signed in February")).toEqual(["2015-02"]);
  expect(recogniseTimes("the accord signed in February", { start: 0, end: 29 }, "2020-10-16").map(({ norm }) => norm)).toEqual(["2020-02"]);
  expect(recogniseTimes("imposed tariffs from goods, which start September 1", { start: 0, end: 51 }, "2019-08-01").map(({ norm }) => norm)).toEqual([
    "2019-09-01",
  ]);
});

test.for([
  ["a 2007 contract to sell missiles", true],
  ["left the 2015 accord", true],
  ["yesterday's meeting", true],
  ["the February 2006 deal", true],
  ["a December summit", true],
  ["the 1980s-era tanks", true],
  ["a year after Russia withdrew", true],
  ["In 2007 Russia signed", false],
  ["signed it in December 2019 in Moscow", false],
  ["met on Tuesday to talk", false],
  ["canceled in 2010 when", false],
] as const)("%s: modifies what follows it: %s", ([text, expected]) => {
  expect(mentions(text).map((mention) => mention.attributive === true)).toEqual([expected]);
});

test("the words that give the norm are in the span, a plain preposition is not", () => {
  const text = "It was signed in early 2017, holds since May 2018 and ends on 3 June 2026.";
  expect(mentions(text).map(({ start, end }) => text.slice(start, end))).toEqual(["early 2017", "since May 2018", "3 June 2026"]);
});

test("only the span is read, and offsets are the text's", () => {
  const text = "In 2001. In 2002. In 2003.";
  expect(recogniseTimes(text, { start: 9, end: 17 }).map(({ start, end }) => text.slice(start, end))).toEqual(["2002"]);
});

test("an anchor that is no day is refused with a code", () => {
  expect(() => recogniseTimes("x 1", { start: 0, end: 3 }, "2015-02-30")).toThrow(expect.objectContaining({ code: "PACTA_DAY_INVALID" }) as Error);
});

test("a time is not opened by words that another time holds: 1 year after 2007", () => {
  const text = "1 year after 2007";
  const found = recogniseTimes(text, { start: 0, end: text.length }, "2015-01-01");
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["1 year after", "2007"]);
});
