// What recognising items promises: which words name the goods, how many there are, and what only looks like goods.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NameType } from "../../language/index.ts";
import { analysisOf } from "../party/sentence.fixture.ts";
import { loadItems, recogniseItems } from "./index.ts";

const lexicon = loadItems();

/** Each item as [name, id, quantity, unit], absent ones left out. */
function read(source: string, names: Readonly<Record<string, NameType>> = {}): unknown[][] {
  return recogniseItems(analysisOf([source], names), lexicon).map(({ name, id, quantity, unit }) =>
    [name, id, quantity, unit].filter((each) => each !== undefined),
  );
}

describe("a system of the catalogue", () => {
  test("keeps the words of its phrase but no vague ones", () => {
    expect(read("advanced/ADJ S/PROPN -/PUNCT 300/NUM ground/NOUN to/ADP air/NOUN missiles/NOUN came/VERB")).toEqual([
      ["S-300 ground to air missiles", "s-300"],
    ]);
  });

  test("is found by a variant and by a reporting name", () => {
    expect(read("they/PRON got/VERB S/PROPN -/PUNCT 300PMU/PROPN -/PUNCT 1/NUM")[0]).toEqual(["S-300PMU-1", "s-300"]);
    expect(read("they/PRON got/VERB the/DET SA/PROPN -/PUNCT 21/NUM")[0]).toEqual(["SA-21", "s-400"]);
  });

  test("leaves its country of origin out", () => {
    expect(read("Russian/ADJ S/PROPN -/PUNCT 400/NUM systems/NOUN came/VERB")).toEqual([["S-400 systems", "s-400"]]);
  });

  test("called like an ordinary word needs a noun of goods", () => {
    expect(read("two/NUM Patriot/PROPN batteries/NOUN")).toEqual([]);
    expect(read("a/DET Patriot/PROPN missile/NOUN system/NOUN came/VERB")).toEqual([["Patriot missile system", "patriot"]]);
    expect(read("the/DET Patriot/PROPN spoke/VERB")).toEqual([]);
  });

  test("stays an item before another noun", () => {
    expect(read("the/DET S/PROPN -/PUNCT 300/NUM dispute/NOUN ended/VERB")).toEqual([["S-300", "s-300"]]);
  });
});

test("a part of goods that are counted is as many as the part", () => {
  const boats = "patrol/NOUN boats/NOUN came/VERB";
  const parts: readonly (readonly [string, readonly unknown[]])[] = [
    ["the/DET first/ADJ of/ADP 16/NUM", [1]],
    ["the/DET 3rd/ADJ of/ADP its/PRON 16/NUM", [1]],
    ["five/NUM of/ADP the/DET 16/NUM", [5]],
    ["the/DET first/ADJ two/NUM of/ADP 16/NUM", [2]],
    ["one/NUM of/ADP two/NUM", [1]],
    ["most/ADJ of/ADP the/DET 16/NUM", []],
    ["a/DET third/NOUN of/ADP the/DET 15/NUM", []],
    ["two/NUM thirds/NOUN of/ADP the/DET 15/NUM", []],
    ["40/NUM %/SYM of/ADP the/DET 15/NUM", []],
    ["a/DET total/ADJ number/NOUN of/ADP 16/NUM", [16]],
    ["all/DET of/ADP the/DET 16/NUM", [16]],
    ["a/DET total/NOUN of/ADP 16/NUM", [16]],
    ["the/DET arrival/NOUN of/ADP 16/NUM", [16]],
  ];
  for (const [words, quantity] of parts) expect([words, read(`${words} ${boats}`)]).toEqual([words, [["patrol boats", ...quantity]]]);
});

test("an item tells its kind: the system's, else that of its noun; a bare designation tells none", () => {
  const kindsOf = (source: string): unknown[] => recogniseItems(analysisOf([source]), lexicon).map(({ kind }) => kind);
  expect(kindsOf("they/PRON got/VERB S/PROPN -/PUNCT 400/NUM missiles/NOUN")).toEqual(["air defence"]);
  expect(kindsOf("they/PRON sold/VERB wheat/NOUN")).toEqual(["agriculture"]);
  expect(kindsOf("they/PRON got/VERB the/DET XQZ/PROPN -/PUNCT 91/NUM")).toEqual([undefined]);
});

test("a system is goods beside others, and none of health or law", () => {
  expect(read("they/PRON got/VERB a/DET radar/NOUN system/NOUN")).toHaveLength(1);
  expect(read("they/PRON reformed/VERB the/DET health/NOUN care/NOUN system/NOUN")).toEqual([]);
});

test("fighters are aircraft where a modifier says so, and people behind the name of a body", () => {
  expect(read("they/PRON bought/VERB European/ADJ fighters/NOUN")).toHaveLength(1);
  expect(read("they/PRON killed/VERB ZLA/PROPN fighters/NOUN", { ZLA: "ORG" })).toEqual([]);
  expect(read("the/DET fighters/NOUN fled/VERB")).toEqual([]);
});

test("goods that are a name, or stand inside the name of a prize, are none", () => {
  expect(read("Apple/PROPN sued/VERB", { Apple: "ORG" })).toEqual([]);
  expect(read("she/PRON won/VERB Best/ADJ Film/NOUN", { "Best Film": "MISC" })).toEqual([]);
});

test("a phrase that only looks like goods is none", () => {
  expect(read("the/DET drug/NOUN war/NOUN ended/VERB")).toEqual([]);
  expect(read("the/DET gold/NOUN mine/NOUN closed/VERB")).toEqual([]);
});

test("a type of missile stays with the system before it", () => {
  expect(
    read("they/PRON sold/VERB S/PROPN -/PUNCT 300/NUM surface/NOUN -/PUNCT to/ADP -/PUNCT air/NOUN missiles/NOUN", { "air missiles": "WEAPON" }),
  ).toEqual([["S-300 surface-to-air missiles", "s-300"]]);
});

describe("numbers", () => {
  test.each([
    ["five/NUM battalions/NOUN of/ADP S/PROPN -/PUNCT 300/NUM came/VERB", ["S-300", "s-300", 5, "battalion"]],
    ["36/NUM Rafale/PROPN jets/NOUN came/VERB", ["Rafale jets", "rafale", 36]],
    ["two/NUM Mistral/PROPN -/PUNCT class/NOUN warships/NOUN came/VERB", ["Mistral-class warships", "mistral", 2]],
    ["1,000/NUM tonnes/NOUN of/ADP wheat/NOUN came/VERB", ["wheat", "wheat", 1000, "tonne"]],
  ])("%s", (source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  test("of money do not count goods", () => {
    expect(read("a/DET 22/NUM billion/NUM euro/NOUN gas/NOUN contract/NOUN")[0]?.[2]).toBeUndefined();
  });
});

describe("goods without a name", () => {
  test("are items at the head of their phrase and before a carrier", () => {
    expect(read("they/PRON sold/VERB natural/ADJ gas/NOUN")).toEqual([["natural gas", "natural-gas"]]);
    expect(read("they/PRON halted/VERB gas/NOUN supplies/NOUN")).toEqual([["gas", "natural-gas"]]);
  });

  test("are none where they only modify", () => {
    expect(read("the/DET oil/NOUN company/NOUN paid/VERB")).toEqual([]);
  });

  test("keep their origin, which is all that tells them apart", () => {
    expect(read("they/PRON banned/VERB Israeli/ADJ chicken/NOUN")).toEqual([["Israeli chicken", "poultry"]]);
  });
});

test("a designation that no table lists is an item beside a noun of goods", () => {
  expect(read("they/PRON sold/VERB ZQ/PROPN -/PUNCT 77B/NUM drones/NOUN")).toEqual([["ZQ-77B drones"]]);
  expect(read("COVID/PROPN -/PUNCT 19/NUM spread/VERB")).toEqual([]);
});

test.each([
  ["Type/PROPN 099C/P/NUM frigates/NOUN", "Type 099C/P frigates"],
  ["Zr/PROPN -/PUNCT 77/NUM missiles/NOUN", "Zr-77 missiles"],
  ["AN/ZPQ/PROPN -/PUNCT 9/NUM", "AN/ZPQ-9"],
  ["XQZ/PROPN -/PUNCT 91/NUM", "XQZ-91"],
  ["Zarvan/PROPN -/PUNCT 107/NUM drones/NOUN", "Zarvan-107 drones"],
  ["9Z777/NUM missile/NOUN", "9Z777 missile"],
])("of any make: %s", (source, name) => {
  expect(read(`they/PRON sold/VERB the/DET ${source}`)).toEqual([[name]]);
});

test.each(["Ladder/PROPN -/PUNCT 49/NUM", "Zr/PROPN -/PUNCT 7/NUM", "9Z7/NUM"])("not by itself where it could be anything: %s", (source) => {
  expect(read(`they/PRON saw/VERB the/DET ${source}`)).toEqual([]);
});

test("a word inside a person's name is no item", () => {
  expect(read("Jet/PROPN Li/PROPN and/CCONJ Tank/PROPN Abbott/PROPN came/VERB", { "Jet Li": "PER", "Tank Abbott": "PER" })).toEqual([]);
});

const form = fc.constantFrom(
  "S",
  "-",
  "300",
  "missiles",
  "of",
  "five",
  "battalions",
  "gas",
  "Rafale",
  "the",
  "advanced",
  "Type",
  "054A",
  "deal",
  "“",
  "é",
  "$",
  "Mistral",
);
const upos = fc.constantFrom("ADJ", "NOUN", "PROPN", "VERB", "ADP", "DET", "PUNCT", "NUM");

const strange = fc.oneof(
  fc.constantFrom(
    "S-" + "9".repeat(50_000),
    "A".repeat(50_000),
    "AN/".repeat(20_000),
    "Type 0".repeat(10_000),
    "S-3-".repeat(20_000),
    "S-300" + "PMU-1".repeat(20_000),
  ),
  fc.constantFrom(
    "\u0405-300",
    "S\u2011300",
    "Ｓ-400",
    "S-\u0663\u0660\u0660",
    "S\u200d-\u200d300",
    "\u202eS-300",
    "S-300\u0000",
    "\ud83d\ude80-300",
    "\ud83d",
    "\u0007F-16",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
);

test("designations of absurd length, of mixed scripts and with control characters are read in bounded time or not at all", () => {
  const words = fc.array(fc.tuple(fc.oneof(strange, fc.constantFrom("missiles", "the", "-")), fc.constantFrom("NOUN", "PROPN", "NUM", "X")), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(words, (row) => {
      const analysis = analysisOf([row.map(([each, tag]) => `${each.replace(/\s/gu, "_")}/${tag}`).join(" ")]);
      const from = performance.now();
      for (const { start, end, name } of recogniseItems(analysis, lexicon))
        expect(analysis.document.text.slice(start, end).endsWith(name)).toBe(true);
      expect(performance.now() - from).toBeLessThan(2000);
    }),
    { numRuns: 60 },
  );
});

test("items of any word row lie in the text, in order and apart", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(form, upos), { minLength: 1, maxLength: 14 }), (words) => {
      const analysis = analysisOf([words.map(([each, tag]) => `${each}/${tag}`).join(" ")]);
      let end = 0;
      for (const item of recogniseItems(analysis, lexicon)) {
        expect(item.start).toBeGreaterThanOrEqual(end);
        expect(analysis.document.text.slice(item.start, item.end).endsWith(item.name)).toBe(true);
        end = item.end;
      }
    }),
    { numRuns: 300 },
  );
});
