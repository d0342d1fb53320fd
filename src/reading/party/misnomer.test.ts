// Names of states that stand for something else, each with a sentence beside it in which they do not.
import { expect, test } from "vitest";
import { analysisOf as parsed } from "../grammar/tree.fixture.ts";
import type { NameType } from "../../language/index.ts";
import { loadParties, recogniseParties } from "./index.ts";
import { analysisOf } from "./sentence.fixture.ts";

const lexicon = loadParties();

function ids(sources: readonly string[], names: Readonly<Record<string, NameType>> = {}): string[] {
  return recogniseParties(analysisOf(sources, names), lexicon).flatMap(({ id }) => id ?? []);
}

test.each([
  ["a kind of thing", ["Brazil/PROPN nuts/NOUN sold/VERB well/ADV"], ["Brazil/PROPN sold/VERB nuts/NOUN"], "BRA"],
  ["a thing of two words", ["a/DET Swiss/ADJ Army/PROPN knife/NOUN fell/VERB"], ["the/DET Swiss/ADJ Army/PROPN left/VERB"], "CHE"],
  [
    "a town of a part of another state",
    ["a/DET fire/NOUN in/ADP Lebanon/PROPN ,/PUNCT Pennsylvania/PROPN"],
    ["a/DET deal/NOUN with/ADP Lebanon/PROPN"],
    "LBN",
  ],
  ["a ship", ["the/DET liner/NOUN Norway/PROPN sank/VERB"], ["the/DET offer/NOUN Norway/PROPN made/VERB"], "NOR"],
  ["a title", ["Miss/PROPN Venezuela/PROPN left/VERB"], ["so/ADV Venezuela/PROPN left/VERB"], "VEN"],
  ["an age behind it", ["Georgia/PROPN ,/PUNCT 9/NUM ,/PUNCT fell/VERB"], ["Georgia/PROPN ,/PUNCT Armenia/PROPN left/VERB"], "GEO"],
  ["a score", ["England/PROPN beat/VERB Chile/PROPN 2-1/NUM"], ["England/PROPN paid/VERB Chile/PROPN 2-1/NUM"], "CHL"],
  ["a headline in capitals", ["BELIEVE/VERB US/PROPN PLEADS/VERB CHIEF/NOUN"], ["the/DET US/PROPN pleads/VERB"], "USA"],
  ["a unit", ["it/PRON was/VERB 20/NUM AU/PROPN away/ADV"], ["the/DET AU/PROPN was/VERB there/ADV"], "AU"],
])("%s is no party", (_, misleading, plain, id) => {
  expect(ids(misleading)).not.toContain(id);
  expect(ids(plain)).toContain(id);
});

test("a last name is a person's once the full name was told, unless it is a place as well", () => {
  const told = "Eddie/PROPN Jordan/PROPN sold/VERB it/PRON ./PUNCT";
  const names = { "Eddie Jordan": "PER" } as const;
  expect(ids([told, "Jordan/PROPN left/VERB"], names)).not.toContain("JOR");
  expect(ids(["Jordan/PROPN left/VERB ./PUNCT", told], names)).toContain("JOR");
  expect(ids([told, "he/PRON went/VERB to/ADP Jordan/PROPN ./PUNCT", "Jordan/PROPN paid/VERB"], names)).toContain("JOR");
});

test.each([
  ["Moscow NNP nsubj<rejected | rejected=reject VBD root | the DT det<offer | offer NN obj<rejected | .<rejected", "seat"],
  ["Norway NNP nsubj<accused | accused=accuse VBD root | Moscow NNP obj<accused | .<accused", "seat"],
  ["They PRP nsubj<visited | visited=visit VBD root | Moscow NNP obj<visited | .<visited", "capital"],
  ["Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | to IN case<Moscow | Moscow NNP obl<sold | .<sold", "seat"],
  ["They PRP nsubj<flew | flew=fly VBD root | to IN case<Moscow | Moscow NNP obl<flew | .<flew", "capital"],
  ["Talks=talk NNS nsubj<failed | with IN case<Moscow | Moscow NNP nmod<Talks | failed=fail VBD root | .<failed", "seat"],
  ["A DT det<fire | fire NN nsubj<raged | in IN case<Moscow | Moscow NNP nmod<fire | raged=rage VBD root | .<raged", "capital"],
  ["Moscow NNP nsubj<city | is=be VBZ cop<city | a DT det<city | city NN root | .<city", "capital"],
])("a capital in %s is a %s", (notation, form) => {
  const mention = recogniseParties(parsed([notation]), lexicon).find(({ id }) => id === "RUS");
  expect(mention?.form).toBe(form);
});
