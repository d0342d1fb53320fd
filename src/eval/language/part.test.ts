// The command line of the language part, and the genres that it tells apart.
import { expect, test } from "vitest";
import { runEval } from "../run.ts";
import { genreOf } from "./trees.ts";

test("a section that there is not is told before the model is loaded", async () => {
  const openReader = (): never => {
    throw new Error("the reader is not asked for");
  };
  const around = {
    shared: "none",
    openReader,
    openAnnotator: openReader,
    openExplainer: openReader,
    print: () => {},
    readPage: () => undefined,
    writePage: () => {},
  };
  await expect(runEval(["language", "forests"], around)).rejects.toMatchObject({ code: "PACTA_EVAL_UNKNOWN_SET" });
});

test.each([
  ["weblog-blogspot.com_x-0001", "weblog"],
  ["GUM_news_korea-12", "news"],
  ["w01001049", "all"],
  [undefined, "all"],
])("%s is of the genre %s", (id, genre) => {
  expect(genreOf(id)).toBe(genre);
});
