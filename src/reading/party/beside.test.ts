// What stands right beside a mention settles it, and not the other mention of the same name in the sentence.
import { expect, test } from "vitest";
import { analysisOf as parsed } from "../grammar/tree.fixture.ts";
import type { NameType } from "../../language/index.ts";
import type { PartyMention } from "../annotation.ts";
import { loadParties, recogniseParties } from "./index.ts";
import { analysisOf } from "./sentence.fixture.ts";

const lexicon = loadParties();

function found(sources: readonly string[], names: Readonly<Record<string, NameType>> = {}, day?: string): PartyMention[] {
  return recogniseParties(analysisOf(sources, names, day), lexicon);
}

const ids = (source: string): string[] => found([source]).flatMap(({ id }) => id ?? []);

test.each([
  [
    "a bird and, behind a conjunction, the state",
    "Turkey/PROPN farmers/NOUN sold/VERB gravy/NOUN ,/PUNCT but/CCONJ Turkey/PROPN sent/VERB ships/NOUN",
    ["TUR"],
  ],
  ["the paper and the state", "a/DET hanging/ADJ chad/NOUN lay/VERB there/ADV as/SCONJ ships/NOUN left/VERB again/ADV for/ADP Chad/PROPN", ["TCD"]],
  [
    "the state and a part of another",
    "Georgia/PROPN told/VERB us/PRON no/DET more/ADJ ,/PUNCT while/SCONJ in/ADP Atlanta/PROPN they/PRON saw/VERB the/DET governor/NOUN of/ADP Georgia/PROPN",
    ["GEO"],
  ],
])("of a name that a sentence has twice each has its own meaning: %s", (_, source, expected) => {
  expect(ids(source)).toEqual(expected);
});

test.each([
  [
    "a province",
    "a/DET fire/NOUN in/ADP the/DET province/NOUN of/ADP Luxembourg/PROPN",
    "a/DET fire/NOUN in/ADP the/DET south/NOUN of/ADP Luxembourg/PROPN",
    "LUX",
  ],
  [
    "a region",
    "rain/NOUN in/ADP the/DET region/NOUN of/ADP Macedonia/PROPN",
    "talks/NOUN with/ADP the/DET government/NOUN of/ADP Macedonia/PROPN",
    "MKD",
  ],
  [
    "an office that only the namesake has, though the state is there too",
    "Georgia/PROPN 's/PART secretary/NOUN of/ADP state/NOUN went/VERB to/ADP Chad/PROPN",
    "Georgia/PROPN 's/PART army/NOUN went/VERB to/ADP Chad/PROPN",
    "GEO",
  ],
])("words right around a name settle it: %s", (_, other, meant, id) => {
  expect([ids(other).includes(id), ids(meant).includes(id)]).toEqual([false, true]);
});

test.each([
  ["another's by a possessive", "he/PRON told/VERB Russia/PROPN 's/PART Security/PROPN Council/PROPN", ["RUS"]],
  ["another's by a demonym", "he/PRON told/VERB the/DET Armenian/ADJ Security/PROPN Council/PROPN", ["ARM"]],
  ["a part of a state's", "he/PRON told/VERB Virginia/PROPN 's/PART General/PROPN Assembly/PROPN", []],
  ["the organisation's own", "he/PRON told/VERB the/DET UN/PROPN Security/PROPN Council/PROPN", ["UN"]],
  ["the organisation's, with a state's vote in it", "he/PRON feared/VERB Russia/PROPN 's/PART Security/PROPN Council/PROPN veto/NOUN", ["RUS", "UN"]],
])("an organ is %s", (_, source, expected) => {
  expect(ids(source)).toEqual(expected);
});

test("the state named behind a king wins over who else bears the name", () => {
  const king = (home: string) => `King/PROPN Abdullah/PROPN of/ADP ${home}/PROPN left/VERB ./PUNCT`;
  const both = found([king("Jordan"), king("Kuwait")], { Abdullah: "PER" }, "2010-03-01");
  expect(both.filter(({ form }) => form === "person").map(({ id }) => id)).toEqual(["JOR", undefined]);
});

test("an adjective may end the name of an office", () => {
  expect(found(["the/DET Georgian/ADJ prosecutor/NOUN general/ADJ said/VERB so/ADV"])).toMatchObject([{ id: "GEO", form: "body" }]);
});

test("an office with a name of its own is its state's, and the name of its holder follows", () => {
  const [office] = found(["he/PRON met/VERB Chancellor/PROPN of/ADP the/DET Exchequer/PROPN Ann/PROPN Lee/PROPN"], { "Ann Lee": "PER" });
  expect(office).toMatchObject({ id: "GBR", form: "office", via: "Ann Lee" });
});

test("a leader who was ousted acts no more", () => {
  const leader = (verb: string) =>
    `The DT det<leader | Malian JJ amod<leader | leader NN nsubj<left | ${verb} VBN acl<leader | in IN case<May | May NNP obl<${verb} | left=leave VBD root | .<left`;
  const former = (verb: string) => recogniseParties(parsed([leader(verb)]), lexicon)[0]?.former === true;
  expect([former("ousted"), former("elected")]).toEqual([true, false]);
});

test("a ship may be called after somebody of a state", () => {
  expect(ids("the/DET dredger/NOUN Pride/PROPN of/ADP the/DET Netherlands/PROPN sank/VERB")).toEqual([]);
  expect(ids("the/DET people/NOUN of/ADP the/DET Netherlands/PROPN voted/VERB")).toEqual(["NLD"]);
});

test.each([
  ["They PRP nsubj<waited | waited=wait VBD root | for IN case<Ottawa | Ottawa NNP obl<waited | .<waited", "seat"],
  ["They PRP nsubj<left | left=leave VBD root | for IN case<Ottawa | Ottawa NNP obl<left | .<left", "capital"],
  [
    "They PRP nsubj<left | left=leave VBD root | against IN case<wishes | the DT det<wishes | wishes=wish NNS obl<left | of IN case<Ottawa | Ottawa NNP nmod<wishes | .<left",
    "seat",
  ],
  [
    "They PRP nsubj<saw | saw=see VBD root | the DT det<streets | streets=street NNS obj<saw | of IN case<Ottawa | Ottawa NNP nmod<streets | .<saw",
    "capital",
  ],
  ["They PRP nsubj<got | got=get VBD root | Ottawa NNP nmod:poss<consent | 's POS case<Ottawa | consent NN obj<got | .<got", "seat"],
])("a capital whose will counts is its government's: %s", (notation, form) => {
  expect(recogniseParties(parsed([notation]), lexicon).find(({ id }) => id === "CAN")?.form).toBe(form);
});

test("a capital that complains is no team, though the sentence is one of sports", () => {
  const verb = (form: string, lemma: string) =>
    `Umpires=umpire NNS nsubj<left | left=leave VBD root | the DT det<cricket | cricket NN obj<left | and CC cc<${form} | Ottawa NNP nsubj<${form} | ${form}=${lemma} VBD conj<left | at IN case<wicket | wicket NN obl<${form} | .<left`;
  const found = (notation: string) => recogniseParties(parsed([notation]), lexicon).some(({ id }) => id === "CAN");
  expect([found(verb("grumbled", "grumble")), found(verb("batted", "bat"))]).toEqual([true, false]);
});

test("a day called like a person is not the person", () => {
  const told = "Theresa/PROPN May/PROPN left/VERB ./PUNCT";
  const day = found([told, "May/PROPN Day/PROPN came/VERB"], { "Theresa May": "PER" }, "2018-05-03");
  expect(day.map(({ start }) => start)).toEqual([0]);
});
