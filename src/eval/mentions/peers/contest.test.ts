// How the systems are compared: the same days count as the same time, a reading is enough, and the words must be the ones asked for.
import { expect, test } from "vitest";
import type { SpecCase } from "./cases.ts";
import { chronoNorm } from "./chrono.ts";
import type { ChronoPoint } from "./chrono.ts";
import { findAll, isRight, shares } from "./contest.ts";
import { conventionOf } from "./conventions.ts";
import { sameTime } from "./extent.ts";
import { loadPeer } from "./load.ts";
import type { TimeSystem } from "./norm.ts";

function caseOf(text: string, words: string, ...wanted: string[]): SpecCase {
  const start = text.indexOf(words);
  return { id: "c", text, day: "2015-01-20", kind: "date", from: "model", supported: true, span: { start, end: start + words.length }, wanted };
}

test("norms of the same days are one time, whatever their precision", () => {
  expect(sameTime("2015", "2015-01-01/2015-12-31")).toBe(true);
  expect(sameTime("2016-02", "2016-02-01/2016-02-29")).toBe(true);
  expect(sameTime("2015/", "2015-01/")).toBe(true);
  expect(sameTime("/2015", "/2015-12-31")).toBe(true);
  expect(sameTime("2015/", "2015")).toBe(false);
  expect(sameTime("2015-01-20", "2015-01")).toBe(false);
});

test("a case is right where one reading of a time over its words is one of those expected", () => {
  const asked = caseOf("It met on Monday.", "Monday", "2015-01-19", "2015-01-26");
  const at = (start: number, ...norms: string[]) => [{ start, end: start + 6, norms }];
  expect(isRight(asked, at(10, "2015-01-26"))).toBe(true);
  expect(isRight(asked, at(10, "2015-01-20", "2015-01-19"))).toBe(true);
  expect(isRight(asked, at(10, "2015-01-20"))).toBe(false);
  expect(isRight(asked, at(0, "2015-01-26"))).toBe(false);
  expect(isRight(asked, [])).toBe(false);
});

test("every system is asked about every case, and its share printed", async () => {
  const cases = [caseOf("today", "today", "2015-01-20"), caseOf("tomorrow", "tomorrow", "2015-01-21")];
  const always = (name: string, ...norms: string[]): TimeSystem => ({
    name,
    find: (texts) => Promise.resolve(texts.map(({ text }) => [{ start: 0, end: text.length, norms }])),
  });
  const findings = await findAll([always("a", "2015-01-20"), always("b")], cases);
  expect(shares("all", cases, findings, () => true)).toEqual(["all", ".500", ".000", "2"]);
  expect(shares("none", cases, findings, () => false)).toEqual(["none", "–", "–", "0"]);
});

test("of chrono's points only the parts that the words state count", () => {
  const point = (parts: Record<string, number>, ...certain: string[]): ChronoPoint => ({
    get: (part) => parts[part] ?? null,
    isCertain: (part) => certain.includes(part),
  });
  const parts = { year: 2015, month: 4, day: 12 };
  expect(chronoNorm(point(parts, "day", "month"))).toBe("2015-04-12");
  expect(chronoNorm(point(parts, "weekday"))).toBe("2015-04-12");
  expect(chronoNorm(point(parts, "month"))).toBe("2015-04");
  expect(chronoNorm(point(parts, "year"))).toBe("2015");
  expect(chronoNorm(point(parts))).toBe("2015-04-12");
  expect(chronoNorm(point(parts, "month"), point({ ...parts, month: 6 }, "month"))).toBe("2015-04/2015-06");
});

test.for([
  ["on 03/04/2015", "03/04/2015", "2015-03-04", undefined, "day or month first"],
  ["three months ago", "three months ago", "2014-10-20", "2014-10", "counted months and years"],
  ["next Saturday", "next Saturday", "2015-01-31", "2015-01-24", "last or next weekday"],
  ["the next four days", "the next four days", "2015-01-21/2015-01-24", "2015-01-20/2015-01-24", "the next days"],
  ["within six weeks", "within six weeks", "2015-01-20/2015-03-03", "/2015-03-03", "within a time"],
  ["starting 1 March", "starting 1 March", "2015-03-01/", "2015-03-01", "starting at a time"],
  ["from October", "from October", "2014-10", "2014-10/", "from a time"],
  ["the 20th century", "the 20th century", "1900/1999", "1901/2000", "centuries and decades"],
  ["from May to June", "from May to June", "2015-05-01/2015-05-31", "2015-05/2015-06", "the second end of a range"],
  ["ten days later", "ten days later", "2015-01-30", undefined, "counted from another time"],
  ["my week", "my week", "2015-01-19/2015-01-25", undefined, "words that name no time in news"],
  ["in May", "in May", "2015-05", undefined, undefined],
] as const)("%s is a dispute about a convention, or none", ([text, words, wanted, mine, name]) => {
  const found = mine === undefined ? [] : [{ start: 0, end: text.length, norms: [mine] }];
  expect(conventionOf(caseOf(text, words, wanted), found)?.name).toBe(name);
});

test("a peer that is not installed is named, with what to do", async () => {
  const absent = loadPeer("no-such-tool", () => Promise.reject(new Error("Cannot find package")));
  await expect(absent).rejects.toMatchObject({ code: "PACTA_PEER_MISSING", message: "no-such-tool is not installed" });
});
