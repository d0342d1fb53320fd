// Offices and bodies that nobody's name stands beside, and private persons called like who holds one.
import { expect, test } from "vitest";
import { loadParties, recogniseParties } from "./index.ts";
import { analysisOf } from "./sentence.fixture.ts";

const lexicon = loadParties();

const ids = (source: string, day: string = "2009-07-03"): string[] =>
  recogniseParties(analysisOf([source], {}, day), lexicon).flatMap(({ id, form }) => (id === undefined || form === "capital" ? [] : [id]));

test("an office without a name beside it is that of the only state of the document", () => {
  expect(ids("Peru/PROPN paid/VERB ,/PUNCT said/VERB the/DET finance/NOUN minister/NOUN")).toEqual(["PER", "PER"]);
  expect(ids("Peru/PROPN paid/VERB Chile/PROPN ,/PUNCT said/VERB the/DET finance/NOUN minister/NOUN")).toEqual(["PER", "CHL"]);
});

test("an office is that of where it is, unless it is one that states have abroad", () => {
  expect(ids("the/DET energy/NOUN minister/NOUN in/ADP Lima/PROPN paid/VERB")).toEqual(["PER"]);
  expect(ids("diplomats/NOUN in/ADP Lima/PROPN paid/VERB")).toEqual([]);
});

test("a namesake with a trade of his own is no holder", () => {
  expect(ids("Gordon/PROPN Brown/PROPN ,/PUNCT a/DET retired/ADJ plumber/NOUN ,/PUNCT paid/VERB")).toEqual([]);
  expect(ids("Gordon/PROPN Brown/PROPN paid/VERB")).toEqual(["GBR"]);
});
