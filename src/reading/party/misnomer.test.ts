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
  ["a street", ["a/DET shop/NOUN in/ADP Jamaica/PROPN Avenue/PROPN"], ["a/DET shop/NOUN in/ADP Jamaica/PROPN"], "JAM"],
  ["a sea", ["the/DET Norwegian/ADJ Sea/PROPN froze/VERB"], ["the/DET Norwegian/ADJ sea/NOUN rescue/NOUN"], "NOR"],
  ["a gulf", ["the/DET Gulf/PROPN of/ADP Guinea/PROPN"], ["the/DET bank/NOUN of/ADP Guinea/PROPN"], "GIN"],
  ["a war of two states", ["the/DET Iran/PROPN -/PUNCT Iraq/PROPN War/PROPN ended/VERB"], ["the/DET Iran/PROPN -/PUNCT Iraq/PROPN deal/NOUN"], "IRN"],
  ["a museum", ["the/DET Russian/ADJ State/PROPN Museum/PROPN opened/VERB"], ["the/DET Russian/ADJ state/NOUN opened/VERB"], "RUS"],
  ["a currency", ["the/DET Canadian/ADJ dollar/NOUN fell/VERB"], ["the/DET Canadian/ADJ offer/NOUN fell/VERB"], "CAN"],
  ["a flower, but no verb", ["a/DET China/PROPN rose/NOUN died/VERB"], ["China/PROPN rose/VERB to/ADP it/PRON"], "CHN"],
  ["a bird", ["Turkey/PROPN and/CCONJ gravy/NOUN cost/VERB more/ADJ"], ["Turkey/PROPN and/CCONJ Egypt/PROPN met/VERB"], "TUR"],
  [
    "a bird, unless the state is there too",
    ["Turkey/PROPN farmers/NOUN lost/VERB birds/NOUN"],
    ["Turkey/PROPN farmers/NOUN left/VERB Ankara/PROPN"],
    "TUR",
  ],
  ["a part of another state", ["Georgia/PROPN lawmakers/NOUN met/VERB"], ["Georgian/ADJ lawmakers/NOUN met/VERB"], "GEO"],
  ["a court of cricket", ["The/DET ICC/PROPN fined/VERB two/NUM umpires/NOUN"], ["The/DET ICC/PROPN fined/VERB two/NUM men/NOUN"], "ICC"],
  [
    "a meaning told near a name that the sentence has twice",
    ["a/DET part/NOUN of/ADP PLA/PROPN ,/PUNCT a/DET plastic/NOUN"],
    ["The/DET PLA/PROPN sent/VERB a/DET ship/NOUN to/ADP a/DET port/NOUN ,/PUNCT and/CCONJ he/PRON sold/VERB PLA/PROPN filament/NOUN"],
    "CHN",
  ],
  ["players", ["Brazil/PROPN won/VERB the/DET World/PROPN Cup/PROPN trophy/NOUN"], ["Brazil/PROPN won/VERB the/DET contract/NOUN"], "BRA"],
  [
    "players, unless an office acts for a state",
    ["Chile/PROPN fans/NOUN left/VERB the/DET World/PROPN Cup/PROPN"],
    ["Chile/PROPN sent/VERB its/PRON ambassador/NOUN after/ADP fans/NOUN left/VERB the/DET World/PROPN Cup/PROPN"],
    "CHL",
  ],
  ["a language", ["a/DET note/NOUN in/ADP Russian/PROPN"], ["a/DET note/NOUN in/ADP Russian/ADJ hands/NOUN"], "RUS"],
  ["people by descent", ["a/DET Chinese/ADJ -/PUNCT American/ADJ writer/NOUN"], ["Chinese/ADJ -/PUNCT American/ADJ talks/NOUN"], "USA"],
  ["a band", ["the/DET band/NOUN Japan/PROPN split/VERB"], ["the/DET bank/NOUN Japan/PROPN chose/VERB"], "JPN"],
  [
    "a team, unless states act about the game",
    ["Chile/PROPN lost/VERB the/DET World/PROPN Cup/PROPN match/NOUN"],
    ["Chile/PROPN refused/VERB a/DET visa/NOUN for/ADP the/DET World/PROPN Cup/PROPN match/NOUN"],
    "CHL",
  ],
  ["a firm", ["Holland/PROPN &/CCONJ Barrett/PROPN closed/VERB"], ["Holland/PROPN and/CCONJ Chile/PROPN met/VERB"], "NLD"],
  ["a team", ["Ireland/PROPN won/VERB a/DET quarter/NOUN -/PUNCT final/NOUN match/NOUN"], ["Ireland/PROPN won/VERB a/DET match/NOUN"], "IRL"],
  ["a river", ["he/PRON crossed/VERB the/DET Jordan/PROPN ./PUNCT"], ["the/DET Jordan/PROPN talks/NOUN"], "JOR"],
  [
    "a title in quotes",
    ['he/PRON read/VERB "/PUNCT Homage/PROPN to/ADP Poland/PROPN "/PUNCT'],
    ["he/PRON paid/VERB homage/NOUN to/ADP Poland/PROPN"],
    "POL",
  ],
  ["a person with kin", ["Chad/PROPN 's/PART wife/NOUN left/VERB"], ["Chad/PROPN 's/PART army/NOUN left/VERB"], "TCD"],
  ["a unit", ["it/PRON was/VERB 20/NUM AU/PROPN away/ADV"], ["the/DET AU/PROPN was/VERB there/ADV"], "AU"],
])("%s is no party", (_, misleading, plain, id) => {
  expect(ids(misleading)).not.toContain(id);
  expect(ids(plain)).toContain(id);
});

test.each([
  ["a place", "the/DET Bermuda/PROPN Triangle/PROPN", "Bermuda Triangle", "MISC", "BMU", false],
  ["a park", "Hong/PROPN Kong/PROPN Disneyland/PROPN shut/VERB", "Hong Kong Disneyland", "LOC", "HKG", false],
  ["only a direction", "Northern/PROPN Mali/PROPN", "Northern Mali", "LOC", "MLI", true],
  ["a measure against the state", "the/DET Iran/PROPN Sanctions/PROPN Act/PROPN", "Iran Sanctions Act", "MISC", "IRN", true],
] as const)("a longer name that the model sees, %s, settles whether the state in it is meant", (_, source, name, type, id, meant) => {
  expect(ids([source], { [name]: type }).includes(id)).toBe(meant);
});

test("a bare body is the one that the document names in full, unless its state is there too", () => {
  const full = "the/DET Indian/ADJ National/PROPN Congress/PROPN won/VERB ./PUNCT";
  expect(ids([full, "the/DET Congress/PROPN leads/VERB"])).not.toContain("USA");
  expect(ids([full, "America/PROPN watched/VERB ./PUNCT", "the/DET Congress/PROPN leads/VERB"])).toContain("USA");
  expect(ids(["the/DET Congress/PROPN leads/VERB"])).toContain("USA");
});

test("a team takes its verb in the plural", () => {
  const need = (form: string) =>
    `Egypt NNP nsubj<${form} | ${form}=need ${form === "need" ? "VBP" : "VBZ"} root | a DT det<win | win NN obj<${form} | .<${form}`;
  const found = (notation: string) => recogniseParties(parsed([notation]), lexicon).some(({ id }) => id === "EGY");
  expect([found(need("need")), found(need("needs"))]).toEqual([false, true]);
});

test("who is also called something else stays a party, and a thing so called is none", () => {
  const other = "Norway NNP nsubj<left | called=call VBN acl<Norway | Egypt NNP obj<called | left=leave VBD root | .<left";
  const horse = "A DT det<horse | horse NN nsubj<won | called=call VBN acl<horse | Egypt NNP obj<called | won=win VBD root | .<won";
  const found = (notation: string) => recogniseParties(parsed([notation]), lexicon).some(({ id }) => id === "EGY");
  expect([found(other), found(horse)]).toEqual([true, false]);
});

test.each([
  ["Peru/PROPN ,/PUNCT a/DET town/NOUN in/ADP Illinois/PROPN ,/PUNCT slept/VERB", false],
  ["Peru/PROPN ,/PUNCT a/DET member/NOUN of/ADP it/PRON ,/PUNCT slept/VERB", true],
  ["Peru/PROPN ,/PUNCT the/DET Peruvian/ADJ company/NOUN said/VERB ,/PUNCT slept/VERB", true],
])("what stands behind the comma says what bears the name: %s", (source, meant) => {
  expect(ids([source]).includes("PER")).toBe(meant);
});

test("of places parted by commas the second holds the first, unless they are listed or a day stands there", () => {
  expect(ids(["war/NOUN with/ADP Russia/PROPN ,/PUNCT Abkhazia/PROPN and/CCONJ Chechnya/PROPN"])).toContain("RUS");
  expect(ids(["On/ADP Monday/PROPN ,/PUNCT Georgia/PROPN paid/VERB"])).toContain("GEO");
  expect(ids(["In/ADP Macon/PROPN ,/PUNCT Georgia/PROPN ,/PUNCT it/PRON rained/VERB"])).not.toContain("GEO");
});

test("a ship that a state acts on is no ship of that name", () => {
  const ordered =
    "the DT det<frigate | frigate NN nsubj<sank | Egypt NNP nsubj<ordered | ordered=order VBD acl:relcl<frigate | sank=sink VBD root | .<sank";
  const named = "the DT det<Egypt | frigate NN compound<Egypt | Egypt NNP nsubj<sank | sank=sink VBD root | .<sank";
  const found = (notation: string) => recogniseParties(parsed([notation]), lexicon).some(({ id }) => id === "EGY");
  expect([found(ordered), found(named)]).toEqual([true, false]);
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
