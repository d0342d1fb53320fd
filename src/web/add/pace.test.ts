// What is said of how fast a job goes.
import { expect, test } from "vitest";
import { aheadText } from "./pace.ts";
import type { Job } from "./follow.ts";

const none: Job = { id: "j", made: "", state: "running", documents: 0, claims: 0, known: 0, failures: 0, errors: [], read: [], given: 100 };
const began = "2030-01-01T00:00:00.000Z";
const after = (seconds: number): number => Date.parse(began) + seconds * 1000;

test("a job tells its pace and what is left, as far as that can be known", () => {
  expect(aheadText({ ...none, began }, after(5))).toBe("");
  expect(aheadText({ ...none, began, documents: 9, failures: 1 }, after(60))).toBe("· 10 a minute, 90 left, about 9 minutes to go");
  expect(aheadText({ ...none, began, documents: 99 }, after(1))).toBe("· 99 a second, 1 left, less than a minute to go");
  expect(aheadText({ ...none, began, documents: 1, given: 1000 }, after(60))).toBe("· 1 a minute, 999 left, about 17 hours to go");
  expect(aheadText({ ...none, began, documents: 300 }, after(60))).toBe("· 5 a second");
  expect(aheadText({ ...none, began, documents: 300, state: "done" }, after(60))).toBe("");
});
