// Capitals and seats of government: who acts, and where something is.
import { expect, test } from "vitest";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { loadParties, recogniseParties } from "./index.ts";

const lexicon = loadParties();

/** How the mentions of a sentence are spoken of: "PER seat". */
function spoken(source: string, day: string = "2015-01-24"): string[] {
  const analysis = analysisOf([source]);
  const document = { ...analysis.document, published: { day, basis: "caller" as const } };
  return recogniseParties({ ...analysis, document }, lexicon).map(({ id, form }) => `${id ?? "none"} ${form}`);
}

test.each([
  [
    "whom something is dealt to",
    "they NNS nsubj<sent | sent=send VBD root | tanks=tank NNS obj<sent | to IN case<Lima | Lima NNP obl<sent | .<sent",
    "PER seat",
  ],
  ["whose claim it is", "Lima NNP nmod:poss<claim | 's POS case<Lima | claim NN nsubj<failed | failed=fail VBD root | .<failed", "PER seat"],
  ["who froze assets", "Lima NNP nsubj<froze | froze=freeze VBD root | assets=asset NNS obj<froze | .<froze", "PER seat"],
  ["where they flew", "they NNS nsubj<flew | flew=fly VBD root | to IN case<Lima | Lima NNP obl<flew | .<flew", "PER capital"],
  [
    "whose trams stopped",
    "Lima NNP nmod:poss<trams | 's POS case<Lima | trams=tram NNS nsubj<stopped | stopped=stop VBD root | .<stopped",
    "PER capital",
  ],
  ["what froze", "Lima NNP nsubj<froze | froze=freeze VBD root | .<froze", "PER capital"],
  ["what was flooded", "rain NN nsubj<flooded | flooded=flood VBD root | Lima NNP obj<flooded | .<flooded", "PER capital"],
])("a capital: %s", (_, source, expected) => {
  expect(spoken(source)).toContain(expected);
});

test("a capital of a state that is gone is that state's while it was there", () => {
  const spoke = "Belgrade NNP nsubj<spoke | spoke=speak VBD root | .<spoke";
  expect(spoken(spoke, "2001-01-24")).toEqual(["YUG seat"]);
  expect(spoken(spoke, "2015-01-24")).toEqual(["SRB seat"]);
});

test("two states that were one are told apart after its end", () => {
  const spoke = "Serbia NNP nsubj<spoke | and CC cc<Montenegro | Montenegro NNP conj<Serbia | spoke=speak VBD root | .<spoke";
  expect(spoken(spoke, "2004-05-01")).toEqual(["SCG name"]);
  expect(spoken(spoke, "2011-05-01")).toEqual(["SRB name", "MNE name"]);
});
