// The day of the last change, as servers write it.
import { expect, test } from "vitest";
import { modifiedDay } from "./last-modified.ts";

const ASKED = Date.UTC(2031, 1, 3, 4, 5, 6);

test.each<[string, string | undefined]>([
  ["Tue, 04 Mar 2014 10:00:00 GMT", "2014-03-04"],
  ["Tue, 04 Mar 2014 23:00:00 +0000", "2014-03-04"],
  ["Tue, 04 Mar 2014 23:00:00 UTC", "2014-03-04"],
  ["Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06"],
  ["Sun Nov  6 08:49:37 1994", "1994-11-06"],
  ["Sun Nov  6 23:59:59 1994", "1994-11-06"],
  ["Thu, 01 Jan 1970 00:00:00 GMT", undefined],
  ["Mon, 03 Feb 2031 04:05:06 GMT", undefined],
  ["Mon, 03 Feb 2031 04:04:30 GMT", undefined],
  ["Tue, 04 Mar 2031 10:00:00 GMT", undefined],
  ["yesterday", undefined],
  ["2014", undefined],
  ["Tue, 99 Mar 2014 10:00:00 GMT", undefined],
  ["", undefined],
])("%s is the day %s", (written, day) => {
  expect(modifiedDay(written, { date: undefined, asked: ASKED })).toBe(day);
});

test("the server's own clock tells that a page was made for the request, where it runs behind ours", () => {
  const written = "Mon, 03 Feb 2031 02:00:00 GMT";
  expect(modifiedDay(written, { date: undefined, asked: ASKED })).toBe("2031-02-03");
  expect(modifiedDay(written, { date: written, asked: ASKED })).toBeUndefined();
  expect(modifiedDay(written, { date: "soon", asked: undefined })).toBe("2031-02-03");
});
