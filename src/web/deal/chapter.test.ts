// A life as chapters: nothing of it is lost, and what is told again stands where it was told first.
import { expect, test } from "vitest";
import { byYear, chapterKey, chaptersOf, chapterWith, shownChapters, walkedTo } from "./chapter.ts";
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

test("steps lead from one told chapter to the next, over what is presumed, and on from one that is not shown", () => {
  const all = chaptersOf([
    ...LIFE,
    rowOf({ id: "d", act: "sign", when: {}, moved: true }),
    rowOf({ id: "d", act: "sign", when: {}, lapsed: true, moved: true }),
  ]);
  const walk = (shown: typeof all, by: -1 | 1, claim?: string): string | undefined => walkedTo({ all, shown }, claim, by)?.row.claim;
  expect([walk(all, 1), walk(all, 1, "a"), walk(all, 1, "c"), walk(all, 1, "d")]).toEqual(["a", "c", "d", undefined]);
  expect([walk(all, -1), walk(all, -1, "d"), walk(all, -1, "c"), walk(all, -1, "a")]).toEqual(["d", "c", "a", undefined]);
  const moved = shownChapters(all, { only: "moved" });
  expect([walk(moved, 1, "c"), walk(moved, -1, "c"), walk(moved, 1, "b")]).toEqual(["d", "a", "d"]);
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
