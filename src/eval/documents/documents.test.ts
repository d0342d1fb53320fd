// The measuring of copies over pages that the test writes: what the edits do, and what the tables count.
import { describe, expect, test } from "vitest";
import { loadDocumentSetting, loadNearRules, recordDocument } from "../../document/index.ts";
import { runEval } from "../run.ts";
import { EDITS, QUOTES } from "./edits.ts";
import { indexOf, joinedPairs, judgedTable, pairsTable, rowsOf } from "./items.ts";
import { madeTable, pagesTable } from "./made.ts";
import { chanceOf, drawn } from "./numbers.ts";
import type { Page } from "./pages.ts";

const setting = loadDocumentSetting();
const rules = loadNearRules();

/** A report of twelve paragraphs of thirty words that no other report has, and a number in each. */
function pageOf(name: string): Page {
  const paragraphs = Array.from(
    { length: 12 },
    (_, p) => `${Array.from({ length: 30 }, (_, w) => `${name}${wordOf(p * 30 + w)}`).join(" ")} ${p + 10}.`,
  );
  const document = recordDocument({ id: name, text: paragraphs.join("\n\n") }, setting);
  return { headline: `Of ${name}`, paragraphs, document };
}

/** A number in letters. */
function wordOf(n: number): string {
  return String(n).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
}

const [page, other] = [pageOf("Alba"), pageOf("Brin")];

function made(kind: string, strength = "", edits = EDITS): string {
  const edit = edits.find((each) => each.kind === kind && each.strength === strength);
  return edit?.text(page, other, chanceOf(1)) ?? "";
}

describe("an edit", () => {
  test("cuts the tail", () => {
    expect(made("the tail cut off", "25 %").split("\n\n")).toEqual(page.paragraphs.slice(0, 9));
  });

  test("keeps the first paragraphs under another head, which the layout tells apart again", () => {
    const { text, blocks } = recordDocument({ text: made("only the first paragraphs", "3") }, setting);
    const body = blocks.filter(({ kind }) => kind === "paragraph").map(({ start, end }) => text.slice(start, end));
    expect(body).toEqual(page.paragraphs.slice(0, 3));
  });

  test("swaps words and no numbers", () => {
    const words = made("words swapped", "10 %").match(/\w+/g) ?? [];
    const kept = page.paragraphs.join(" ").match(/\w+/g) ?? [];
    const swapped = words.filter((word, at) => word !== kept[at]);
    expect(words).toHaveLength(kept.length);
    expect(swapped.length).toBeGreaterThan(20);
    expect(swapped.length).toBeLessThan(55);
    expect(swapped.every((word) => word.startsWith("Brin"))).toBe(true);
    expect(words.filter((word) => /\d/.test(word))).toEqual(kept.filter((word) => /\d/.test(word)));
  });

  test("sets paragraphs of the other report in between, or all in another order", () => {
    const inserted = made("paragraphs inserted", "3").split("\n\n");
    expect(inserted.filter((paragraph) => page.paragraphs.includes(paragraph))).toEqual(page.paragraphs);
    expect(inserted).toHaveLength(15);
    const shuffled = made("paragraphs in another order").split("\n\n");
    expect(shuffled).not.toEqual(page.paragraphs);
    expect(shuffled.toSorted()).toEqual(page.paragraphs.toSorted());
  });

  test("of a report that is too short gives nothing", () => {
    const short = { ...page, paragraphs: page.paragraphs.slice(0, 3) };
    expect(EDITS.filter((edit) => edit.text(short, other, chanceOf(1)) === undefined).map(({ strength }) => strength)).toEqual(["10", "5", "3", "2"]);
    expect(QUOTES.every((edit) => edit.text(short, other, chanceOf(1)) === undefined)).toBe(true);
  });
});

test("the tables tell copies from quotes, and pages from one another", () => {
  const making = { setting, rules, seed: 1 };
  const cells = (table: string): string[][] =>
    table
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").map((cell) => cell.trim()));
  const cut = EDITS.filter(({ kind }) => kind === "only the first paragraphs");
  expect(cells(madeTable("made", cut, [page, other], making)).map((row) => row.slice(2, 4))).toEqual([
    ["1.000", "1.000"],
    ["1.000", "1.000"],
    ["1.000", "1.000"],
    ["1.000", "1.000"],
  ]);
  expect(cells(madeTable("quoted", QUOTES, [page, other], making)).map((row) => row[3])).toEqual([".000", ".000", ".000", ".000"]);
  expect(pagesTable([page, other, { ...page }], rules)).toMatch(/\| taken for copies +\| +1 \| +1 \| +1 \| +1 \| +1 \| +3 \|/);
});

describe("pairs", () => {
  const text = page.paragraphs[0] ?? "";
  const documents = [
    { id: "a", date: "2020-01-01", text: "War in Sudia" },
    { id: "b", date: "2020-01-03", text: "War in Sudia" },
    { id: "c", date: "2021-01-03", text: "War in Sudia" },
    { id: "d", date: "2020-01-01", text },
    { id: "e", date: "2020-01-02", text: `Sudia war: ${text}` },
  ].map((record) => recordDocument(record, setting));
  const rows = rowsOf(documents, rules, setting);

  test("are counted by kind and days, within the window and without", async () => {
    const joined = await joinedPairs(rows, rules);
    const anywhere = await joinedPairs(rows, { ...rules, window: 1000 });
    expect(joined.map(({ id, other, days }) => [id, other, days])).toEqual([
      ["a", "b", 2],
      ["d", "e", 1],
    ]);
    const [titles, same, edited] = pairsTable(anywhere, joined).split("\n").slice(2);
    expect(titles).toMatch(/titles\) +\| +0 \| +1 \| +0 \| +0 \| +0 \| +2 \| +1 \|$/);
    expect(same).toMatch(/\| +0 \|$/);
    expect(edited).toMatch(/80 runs +\| +1 \|.*\| +1 \|$/);
    expect((await (await indexOf(rows, rules)).clusterOf("e"))?.origin).toBe("d");
  });

  test("that were judged have a line each, whatever is joined today", () => {
    expect(judgedTable([])).toMatch(/\| joined +\| +60 \|.*\| +0 \|\n\| left apart +\| +40 \|.*\| +40 \|$/);
  });
});

test("a seed draws the same again, each thing once", () => {
  const things = Array.from({ length: 20 }, (_, at) => at);
  expect(drawn(things, 8, 3)).toEqual(drawn(things, 8, 3));
  expect(drawn(things, 8, 3)).not.toEqual(drawn(things, 8, 4));
  expect(drawn(things, 30, 3).toSorted((a, b) => a - b)).toEqual(things);
});

test("without the corpora the part says what is missing", async () => {
  const openReader = (): never => {
    throw new Error("the reader is not asked for");
  };
  const around = {
    openReader,
    openAnnotator: openReader,
    openExplainer: openReader,
    print: () => {},
    readPage: () => undefined,
    writePage: () => {},
  };
  await expect(runEval(["documents"], { shared: "none", ...around })).rejects.toMatchObject({ code: "PACTA_CORPUS_MISSING" });
});
