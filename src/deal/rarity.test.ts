// How rare words are, from a table of a thousand reports.
import { describe, expect, test } from "vitest";
import { rarityOf, readRarity } from "./rarity.ts";
import { knowledge } from "./told.fixture.ts";

const TABLE = `# In how many of 100000 items a word stands.\n# A note.\nword\tdocuments\nthe\t90000\nminister\t2000\nferry\t60\nchagos\t10\n`;

test("a word is rarer the fewer reports have it, from 0 to 1", () => {
  const rarity = rarityOf(TABLE, "frequencies.tsv");
  expect(rarity("the")).toBe(0);
  expect(rarity("minister")).toBe(0);
  // The logarithm of 100,000 / 60 is 7.42, which lies 3.42 of 5 between the bounds 4 and 9.
  expect(rarity("ferry")).toBeCloseTo(0.684, 3);
  expect(rarity("chagos")).toBe(1);
});

test("a word that the table lacks is as rare as one that hardly any report has", () => {
  const rarity = rarityOf(TABLE, "frequencies.tsv");
  expect(rarity("unheard-of")).toBe(1);
  expect(rarityOf(TABLE.replace("100000", "1000"), "frequencies.tsv")("unheard-of")).toBeCloseTo((Math.log(125) - 4) / 5);
});

describe("a table is refused", () => {
  test.for([
    ["without the number of its reports", TABLE.replace("100000", "many")],
    ["with a count that is none", TABLE.replace("60", "sixty")],
    ["with a count of nought", TABLE.replace("60", "0")],
    ["that is empty", ""],
  ])("%s", ([, table = ""]) => {
    expect(() => rarityOf(table, "frequencies.tsv")).toThrow(
      expect.objectContaining({ code: "PACTA_KNOWLEDGE_INVALID", place: { source: "frequencies.tsv" } }),
    );
  });

  test("that is not there", () => {
    expect(() => readRarity("nowhere/frequencies.tsv")).toThrow(expect.objectContaining({ code: "PACTA_KNOWLEDGE_MISSING" }));
  });
});

test("in the project's own table common words of the news tell less than rare ones", () => {
  const { rarity } = knowledge;
  expect(rarity("the")).toBe(0);
  expect(rarity("president")).toBeLessThan(rarity("submarine"));
  expect(rarity("submarine")).toBeLessThan(rarity("zyzzyva"));
});
