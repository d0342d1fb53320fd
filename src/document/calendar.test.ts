// Days as texts write them, and days that the calendar does not have.
import { expect, test } from "vitest";
import { callerDay, isDayLine, isStamp, proseDay, stampDays, urlDay, webDay } from "./calendar.ts";

test.each(["2015-01-20", "2015-01-20T23:30:00-05:00", "2015-01-20 10:00 GMT", " 2015-01-20 "])("the caller's %s is a day", (written) => {
  expect(callerDay(written)).toBe("2015-01-20");
});

test.each(["2015-02-30", "2015-13-01", "2015-1-2", "yesterday", "20 January 2015", "2015-01-20x", "", "0015-01-20"])(
  "the caller's %s is PACTA_INPUT_DATE",
  (written) => {
    expect(() => callerDay(written)).toThrowError(expect.objectContaining({ code: "PACTA_INPUT_DATE" }));
  },
);

test.each([
  ["2015-01-20T10:00:00Z", "2015-01-20"],
  ["20150120", "2015-01-20"],
  ["Tue, 20 Jan 2015 10:00:00 GMT", "2015-01-20"],
  ["January 20th, 2015", "2015-01-20"],
  ["20 Sept. 2015", "2015-09-20"],
  ["2015-02-30", undefined],
  ["3/4/2015", undefined],
  ["last week", undefined],
])("metadata %s is %s", (written, day) => {
  expect(webDay(written)).toBe(day);
});

test.each([
  ["https://example.org/2015/01/20/iran-deal", "2015-01-20"],
  ["https://example.org/world/2015/jan/20/iran-deal", "2015-01-20"],
  ["https://example.org/iran-deal-2015-01-20.html", "2015-01-20"],
  ["https://example.org/20150120/iran", "2015-01-20"],
  ["https://example.org/2015/02/30/iran", undefined],
  ["https://example.org/article/120150120", undefined],
  ["https://example.org/2015/01/iran", undefined],
])("the address %s says %s", (url, day) => {
  expect(urlDay(url)).toBe(day);
});

test("a day in prose needs its year", () => {
  expect(proseDay("signed on 5 March 2012 in Paris")).toBe("2012-03-05");
  expect(proseDay("signed on 5 March in Paris")).toBeUndefined();
});

test.each([
  ["Published: 20 January 2015, 10:30 GMT", true],
  ["Wednesday, January 23, 2019\u00a0", true],
  ["Updated 1:39 am EST, Wednesday, November 20, 2019", true],
  ["The contract of January 23, 2019", false],
  ["2019", false],
])("%s: a line with a day and nothing else: %s", (line, expected) => {
  expect(isDayLine(line)).toBe(expected);
});

test.each([
  ["Updated 9:05 pm EST, Tuesday, March 3, 2015", true],
  ["PUBLISHED: 09:30, Tue, Mar 3, 2015 | UPDATED: 10:15, Wed, Mar 4, 2015", true],
  ["Posted on 4/5/2019 at 11:08 a.m.", true],
  ["19. Nov 2019 – 3 min read", true],
  ["2 hours ago", true],
  ["Nov 19", true],
  ["2019", false],
  ["Monday", false],
  ["The contract of November 19, 2019", false],
  ["By Ann Lee, November 19, 2019", false],
])("%s: a line of days and times alone: %s", (line, expected) => {
  expect(isStamp(line)).toBe(expected);
});

test("the day of a change is told from that of publication by the word before it", () => {
  expect(stampDays("Published: 20 January 2015 | Last updated: 25 January 2015")).toEqual({ published: "2015-01-20", modified: "2015-01-25" });
  expect(stampDays("January 20, 2015")).toEqual({ published: "2015-01-20" });
  expect(stampDays("Modified Jan. 25, 2015")).toEqual({ modified: "2015-01-25" });
  expect(stampDays("2 hours ago")).toEqual({});
});
