// The tables of article extraction on pages that can be counted by hand, and what is said where a peer or the corpus is absent.
import { expect, test } from "vitest";
import { runEval } from "../run.ts";
import { loadLabels, plainTitle } from "./labels.ts";
import type { CorpusPage, Half } from "./pages.ts";
import { factTable, textTable } from "./report.ts";
import { dayOf, openExtractor } from "./systems.ts";
import { findTrafilatura } from "./trafilatura.ts";
import { wordsOf } from "./words.ts";

const page = (name: string, half: Half, gold: string): CorpusPage => ({ name, half, gold, html: "", url: "" });
const PAGES = [page("a", "seen", "one two three four five"), page("b", "unseen", "six seven eight nine")];

function cells(table: string): string[][] {
  const rows = table.split("\n").slice(2);
  const inner = rows.map((row) => row.split("|").slice(1, -1));
  return inner.map((row) => row.map((cell) => cell.trim()));
}

test("texts are scored over all pages and by half, and a system that was not run has dashes", () => {
  const found = new Map([
    ["a", { text: "one two three four five" }],
    ["b", { text: "none of it here" }],
  ]);
  const [whole, half, absent] = cells(
    textTable(
      [
        { name: "all", found: new Map(PAGES.map(({ name, gold }) => [name, { text: gold }])) },
        { name: "half", found },
        { name: "absent", found: undefined },
      ],
      PAGES,
    ),
  );
  expect(whole).toEqual(["all", "1.000", "1.000", "1.000", "1.000–1.000", "1.000", "1.000"]);
  expect(half).toEqual(["half", ".500", ".500", ".500", ".000–1.000", "1.000", ".000"]);
  expect(absent).toEqual(["absent", "–", "–", "–", "–", "–", "–"]);
});

test("titles and days are counted where a label has them", () => {
  const labels = new Map([
    ["a", { file: "a", title: "Chile buys “boats”", published: "2015-01-20" }],
    ["b", { file: "b", title: "Peru sells tanks", published: null }],
  ]);
  const found = new Map([
    ["a", { text: "", title: "Chile Buys 'Boats'" }],
    ["b", { text: "", title: "Peru", published: "2015-01-20" }],
  ]);
  const [row] = cells(factTable([{ name: "x", found }], labels, PAGES));
  expect(row).toEqual(["x", ".500 (1/2)", ".000 (0/1)", "1", ".000 (0/1)", ".000 (0/0)"]);
});

test("blocks of a peer's article do not run into one another", () => {
  expect(wordsOf("<p>one<b>two</b></p><p>three</p><script>four</script>").split(/\s+/).filter(Boolean)).toEqual(["onetwo", "three"]);
});

test("a peer's day is taken as written, or by the clock's parser", () => {
  expect(["2015-01-20T23:00:00-05:00", "Tue, 20 Jan 2015 10:00:00 GMT", "soon", "", null].map(dayOf)).toEqual([
    "2015-01-20",
    "2015-01-20",
    undefined,
    undefined,
    undefined,
  ]);
});

test.each(["pacta", "readability", "defuddle"] as const)("%s finds the article of a page", async (name) => {
  const prose = "The two governments signed the contract on Monday after months of talks, in the capital, about the price and the parts. ".repeat(4);
  const html = `<html><head><title>Chile buys boats</title></head><body><article><h1>Chile buys boats</h1><p>${prose}</p><p>${prose}</p></article></body></html>`;
  const { text } = await (await openExtractor(name))(html, "https://example.org/boats");
  expect(text).toContain("after months of talks");
});

test("labels name each page once, with a title as it is compared", () => {
  const labels = loadLabels();
  expect(labels.size).toBe(60);
  expect([...labels.values()].every(({ title }) => title === null || plainTitle(title) !== "")).toBe(true);
});

test("a Python without trafilatura is told, with what would bring it", async () => {
  expect(await findTrafilatura({ PACTA_TRAFILATURA_PYTHON: "no-such-python" })).toMatchObject({
    kind: "absent",
    why: expect.stringContaining("pip install"),
  });
});

test("without the corpus the part says what is missing", async () => {
  const none = (): never => {
    throw new Error("the reader is not asked for");
  };
  const around = { openReader: none, openAnnotator: none, openExplainer: none, print: () => {}, readPage: () => undefined, writePage: () => {} };
  await expect(runEval(["extraction"], { shared: "none", ...around })).rejects.toMatchObject({ code: "PACTA_CORPUS_MISSING" });
});
