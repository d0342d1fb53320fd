// Surnames without a title or first name: who is in office on the day, unless somebody else bears the name.
import { expect, test } from "vitest";
import { analysisOf } from "../grammar/tree.fixture.ts";
import type { NameType } from "../../language/index.ts";
import { loadParties, recogniseParties } from "./index.ts";

const lexicon = loadParties();

function ids(notations: readonly string[], names: Readonly<Record<string, NameType>>, day: string): string[] {
  const analysis = analysisOf(notations, names);
  const document = { ...analysis.document, published: { day, basis: "caller" as const } };
  return recogniseParties({ ...analysis, document }, lexicon).flatMap(({ id }) => id ?? []);
}

const promised = "Brown NNP nsubj<promised | promised=promise VBD root | ships=ship NNS obj<promised | .<promised";
const baker = "Amy NNP nsubj<left | Brown NNP flat<Amy | left=leave VBD root | .<left";

test("a bare surname is that of who is in office on the day", () => {
  expect(ids([promised], { Brown: "PER" }, "2008-02-01")).toEqual(["GBR"]);
  expect(ids([promised], { Brown: "PER" }, "2015-02-01")).toEqual([]);
});

test("it is somebody else's where the document names one in full, before or in a later sentence", () => {
  expect(ids([baker, promised], { "Amy Brown": "PER" }, "2008-02-01")).toEqual([]);
  expect(ids([promised, baker], { "Amy Brown": "PER" }, "2008-02-01")).toEqual([]);
});

test("a namesake behind it in the same sentence does not stand in its way", () => {
  const both =
    "Brown NNP nsubj<met | met=meet VBD root | Norway NNP obj<met | while IN mark<left | Amy NNP nsubj<left | Brown NNP flat<Amy | left=leave VBD advcl<met | .<met";
  expect(ids([both], { "Amy Brown": "PER" }, "2008-02-01")).toEqual(["GBR", "NOR"]);
});

test.each([
  ["an object of a verb of dealing", "Norway NNP nsubj<told | told=tell VBD root | Brown NNP obj<told | .<told", true],
  ["an object of another verb", "Norway NNP nsubj<ate | ate=eat VBD root | Brown NNP obj<ate | .<ate", false],
  ["a part of a longer name", "Brown NNP compound<Hall | Hall NNP nsubj<told | told=tell VBD root | Norway NNP obj<told | .<told", false],
  ["a word with an article", "the DT det<Brown | Brown NNP nsubj<told | told=tell VBD root | Norway NNP obj<told | .<told", false],
])("%s counts as far as it acts or is dealt with", (_, notation, meant) => {
  expect(ids([notation], {}, "2008-02-01").includes("GBR")).toBe(meant);
});

test("of two holders of the day with one surname, the leader is meant", () => {
  const told = "Li NNP nsubj<told | told=tell VBD root | Norway NNP obj<told | .<told";
  expect(ids([told], {}, "2021-02-01")).toEqual(["CHN", "NOR"]);
  expect(ids([told], {}, "2023-06-01")).toEqual(["CHN", "NOR"]);
});

test("a month's name is a surname where a modal could not stand", () => {
  const offered = "May MD aux<offered | offered=offer VBD root | Norway NNP iobj<offered | ships=ship NNS obj<offered | .<offered";
  const modal = "May MD aux<offer | Norway NNP nsubj<offer | offer VB root | ships=ship NNS obj<offer | .<offer";
  expect([ids([offered], {}, "2017-11-01"), ids([modal], {}, "2017-11-01")]).toEqual([["GBR", "NOR"], ["NOR"]]);
});
