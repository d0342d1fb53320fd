// What an object phrase says of its deal: designations, topics, newness.
import { expect, test } from "vitest";
import { readPhrase } from "./phrase.ts";
import { knowledge } from "./told.fixture.ts";

const { words } = knowledge;
const object = (text: string) => readPhrase(text, words, false);
const item = (text: string) => readPhrase(text, words, true);

test("types of goods are found without plural, class and variant", () => {
  expect(item("Q-70s").designations).toEqual(["q-70"]);
  expect(item("Q-70PX-2 launchers").designations).toEqual(["q-70"]);
  expect(item("Orkan-class patrol ships").designations).toEqual(["orkan"]);
});

test("a proper name keeps its number and leaves the word for a deal behind", () => {
  expect(object("Long Valley 2 pipeline").names).toEqual(["long valley 2"]);
  expect(object("2010 Blue River Treaty with Sudia").names).toEqual(["blue river"]);
  expect(object("Valley deal").names).toEqual(["valley"]);
  expect(object("The Joint River Accord").names).toEqual(["joint river"]);
});

test("a name and its initials meet", () => {
  expect(object("Joint River Plan of Action").initials).toContain("jrpoa");
  expect(object("Mid-Range Forces Treaty").initials).toContain("mft");
  expect(object("JRPOA").acronyms).toEqual(["jrpoa"]);
});

test("parties and common words name no deal", () => {
  const phrase = object("new agreement with Sudia on the Sudian border");
  expect(phrase.names).toEqual([]);
  expect(phrase.parties).toEqual(["SUD", "SUD"]);
  expect(phrase.topics).toEqual(["border"]);
  expect(phrase.isNew).toBe(true);
});

test("a capital New is part of a name", () => {
  expect(object("New Harbour Treaty").isNew).toBe(false);
  expect(object("New Harbour Treaty").names).toEqual(["new harbour"]);
});

test("years and sums in an object are read", () => {
  expect(object("contract of 2007 worth $1.5 billion").years).toEqual([2007]);
  expect(object("$800 million order").values).toEqual(["USD:800000000"]);
});

test("a place is no name of a deal", () => {
  expect(object("settlements in the West Bank").names).toEqual([]);
  expect(object("peace plan for the Middle East").names).toEqual([]);
});
