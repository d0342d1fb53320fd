// A life as chapters: nothing of it is lost, and what is told again stands where it was told first.
import { expect, test } from "vitest";
import { byYear, chapterKey, chaptersOf, chapterWith, shownChapters } from "./chapter.ts";
import { rowOf } from "./row.fixture.ts";

const LIFE = [
  rowOf({ id: "a", act: "cancel", when: { latest: "2010-10-06" }, presumed: true, moved: true }),
  rowOf({ id: "a", act: "cancel", when: { latest: "2010-10-07" }, moved: true }),
  rowOf({ id: "b", act: "cancel", when: { latest: "2010-12-01" }, repeats: "a" }),
  rowOf({ id: "c", act: "demand", when: {} }),
];

test("what is told again stands under the step itself, not under what it presumes", () => {
  const chapters = chaptersOf(LIFE);
  expect(chapters.map((chapter) => [chapterKey(chapter), chapter.again.map(({ claim }) => claim)])).toEqual([
    ["a-before", []],
    ["a", ["b"]],
    ["c", []],
  ]);
  expect(chapterWith(chapters, "b")?.row).toBe(LIFE[1]);
  expect(chapterWith(chapters, "a")?.row).toBe(LIFE[1]);
});

test("chapters are shown by family and by whether they moved the deal, under their years", () => {
  const chapters = chaptersOf(LIFE);
  expect(shownChapters(chapters, { family: "dispute" }).map(chapterKey)).toEqual(["c"]);
  expect(shownChapters(chapters, { only: "moved" }).map(chapterKey)).toEqual(["a-before", "a"]);
  expect(byYear(chapters).map(([year, all]) => [year, all.length])).toEqual([
    ["2010", 2],
    [undefined, 1],
  ]);
});
