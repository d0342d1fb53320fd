// Trees without their words: taken off, checked, written and filled in again.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { sharedFolder } from "../gold.ts";
import { digestOf, maskTrees, readMaskedTrees, writeMaskedTrees } from "./masked-tree.ts";
import { fillTree, newsTexts } from "./news-text.ts";

const TEXT = "It rained. Anna didn't sing. Bob did.";
const GOLD = [
  "# sent_id = wikinews https://example.org/rain in Rome",
  "# span = 11-28",
  "1\tAnna\tAnna\tPROPN\tNNP\t_\t4\tnsubj\t_\tStart=11|End=15",
  "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tStart=16|End=19",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tStart=19|End=22",
  "4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tStart=23|End=27",
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tStart=27|End=28",
  "",
].join("\n");

const file = resource("test", "trees", "news.conllu");
const stored = readFileSync(file, "utf8");

test("a masked tree says nothing of the text and is given its words again by place", () => {
  const trees = maskTrees(GOLD);
  const written = writeMaskedTrees(trees);
  expect(written).not.toMatch(/Anna|sing/);
  expect(readMaskedTrees(written)).toEqual(trees);
  const [tree] = trees;
  const filled = tree && fillTree(tree, (corpus, key) => (corpus === "wikinews" && key === "https://example.org/rain in Rome" ? TEXT : undefined));
  expect(filled?.text).toBe("Anna didn't sing.");
  expect(filled?.rows.map(({ form, head, relation }) => [form, head, relation])).toEqual([
    ["Anna", 3, "nsubj"],
    ["did", 3, "aux"],
    ["n't", 3, "advmod"],
    ["sing", -1, "root"],
    [".", 3, "punct"],
  ]);
  expect(filled?.raw.words.map(({ start, form }) => TEXT.startsWith(form, start))).toEqual([true, true, true, true, true]);
});

test("another text at the place, or none, is an error and no figure", () => {
  const [tree] = maskTrees(GOLD);
  for (const text of [TEXT.replace("sing", "song"), ` ${TEXT}`, undefined])
    expect(() => tree && fillTree(tree, () => text)).toThrow(expect.objectContaining({ code: "PACTA_TREES_TEXT" }));
});

test("words that leave a letter of the sentence out are an error", () => {
  const [tree] = maskTrees(GOLD);
  expect(() => tree && fillTree({ ...tree, digest: digestOf("Anna didn't sing."), words: tree.words.slice(1) }, () => TEXT)).toThrow(/does not say/);
});

test.each([
  ["two roots", "2\tdid\tdo\tAUX\tVBD\t_\t4\taux", "2\tdid\tdo\tAUX\tVBD\t_\t0\troot", /2 roots/],
  ["a cycle", "1\tAnna\tAnna\tPROPN\tNNP\t_\t4", "1\tAnna\tAnna\tPROPN\tNNP\t_\t1", /word 1 hangs in a cycle/],
  ["a root called otherwise", "0\troot", "0\tdep", /do not go together/],
  ["a word before the one before it", "Start=19|End=22", "Start=18|End=22", /word 3 stands out of order/],
  ["a word outside the span", "Start=27|End=28", "Start=27|End=29", /word 5 stands/],
  ["a word without place", "\tStart=16|End=19", "\t_", /word 2 lacks/],
  ["another corpus", "sent_id = wikinews", "sent_id = gazette", /sent_id, span or digest/],
])("a tree with %s is refused by name", (_, good, bad, message) => {
  expect(GOLD).toContain(good);
  expect(() => maskTrees(GOLD.replace(good, bad), "x.conllu")).toThrow(message);
  expect(() => maskTrees(GOLD.replace(good, bad), "x.conllu")).toThrow(
    expect.objectContaining({ code: "PACTA_TREES_INVALID", place: { source: "x.conllu" } }),
  );
});

test("the stored news trees are a hundred, each a tree, and hold no word of their text", () => {
  const trees = readMaskedTrees(stored, file);
  expect(
    Map.groupBy(trees, ({ corpus }) => corpus)
      .entries()
      .map(([corpus, some]) => [corpus, some.length])
      .toArray(),
  ).toEqual([
    ["current-events", 60],
    ["wikinews", 40],
  ]);
  expect(new Set(trees.map(({ corpus, key, start }) => `${corpus} ${key} ${start}`)).size).toBe(100);
  const rows = stored.split("\n").filter((line) => /^\d/.test(line));
  expect(rows.filter((row) => !/^\d+\t_\t_\t[A-Z]+\t_\t_\t\d+\t[a-z:]+\t_\tStart=\d+\|End=\d+$/.test(row))).toEqual([]);
});

test("every stored tree fits the corpora's text", (context) => {
  const shared = sharedFolder(process.env);
  if (!existsSync(join(shared, "corpora")) && process.env["PACTA_REQUIRE_ALL"] !== "1")
    return context.skip(`no ${shared}/corpora: nothing to fill in`);
  const trees = readMaskedTrees(stored, file);
  const textOf = newsTexts(shared, trees);
  expect(trees.map((tree) => fillTree(tree, textOf).rows.length)).toEqual(trees.map((tree) => tree.words.length));
});
