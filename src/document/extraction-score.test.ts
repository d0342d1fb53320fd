// The article extraction benchmark's own definition, and the first version's figure by it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { extractionScore } from "./extraction-score.ts";
import { extract } from "./html/index.ts";
import { loadDocumentSetting } from "./setting.ts";

test("the same words agree whatever stands between them", () => {
  expect(extractionScore([{ gold: "Iran and Russia sign, at last", text: "Iran and\n\nRussia sign at last" }])).toMatchObject({
    precision: 1,
    recall: 1,
    f1: 1,
  });
});

test("shingles are counted: two of three found, two of four right", () => {
  const score = extractionScore([{ gold: "a b c d e f", text: "a b c d e x y" }]);
  expect(score).toEqual({ precision: 2 / 4, recall: 2 / 3, f1: expect.closeTo(4 / 7), pageF1: expect.closeTo(4 / 7), pages: 1 });
});

test("pages weigh the same whatever their length, and F1 is that of the averages", () => {
  const score = extractionScore([
    { gold: "a b c d", text: "a b c d" },
    { gold: "a b c d e f g h", text: "" },
  ]);
  expect(score).toMatchObject({ precision: 1, recall: 0.5, f1: 2 / 3, pageF1: 0.5 });
});

const corpus = join(process.env["PACTA_SHARED"] ?? "../shared", "corpora", "article-extraction");
const wanted = existsSync(corpus) || process.env["PACTA_REQUIRE_ALL"] === "1";

test.runIf(wanted)(`articles of the benchmark's pages are found at .975 and more (skipped where ${corpus} is absent)`, { timeout: 120_000 }, () => {
  const gold = JSON.parse(readFileSync(join(corpus, "ground-truth.json"), "utf8")) as Record<string, { articleBody?: string }>;
  const setting = loadDocumentSetting();
  const pages = Object.entries(gold).map(([name, { articleBody = "" }]) => {
    const html = gunzipSync(readFileSync(join(corpus, "html", `${name}.html.gz`))).toString();
    return { gold: articleBody, text: extract(html, setting).text };
  });
  const score = extractionScore(pages);
  console.log(`article extraction: ${JSON.stringify(score)}`);
  expect(score.f1).toBeGreaterThanOrEqual(0.975);
});
