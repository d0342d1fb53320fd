// What recognising parties promises: whose words are whose, who acts, and what only looks like a party.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NameType } from "../../language/index.ts";
import { capitalState, demonymState, loadParties, partiesAt, recogniseParties } from "./index.ts";
import { analysisOf as parsed } from "../grammar/tree.fixture.ts";
import { analysisOf } from "./sentence.fixture.ts";

const lexicon = loadParties();

/** Each mention as "words = id or kind, who acts". */
function read(sources: readonly string[] | string, names: Readonly<Record<string, NameType>> = {}, day?: string): string[] {
  const analysis = analysisOf(typeof sources === "string" ? [sources] : sources, names, day);
  return recogniseParties(analysis, lexicon).map(({ start, end, id, kind, form, via, state, former }) => {
    const words = analysis.document.text.slice(start, end);
    const told = [
      id ?? kind,
      form,
      ...(via === undefined || via === words ? [] : [`via ${via}`]),
      ...(id === undefined && state !== undefined ? [`of ${state}`] : []),
    ];
    return `${words} = ${told.join(", ")}${former === true ? ", former" : ""}`;
  });
}

test.each([
  ["King/PROPN Rolf/PROPN of/ADP Norway/PROPN spoke/VERB", { Rolf: "PER" }, ["King Rolf of Norway = NOR, office, via Rolf"]],
  ["King/PROPN Abdullah/PROPN of/ADP Jordan/PROPN spoke/VERB", {}, ["King Abdullah = JOR, person, via King Abdullah II", "Jordan = JOR, name"]],
  ["the/DET governor/NOUN of/ADP Tokyo/PROPN spoke/VERB", {}, ["governor of Tokyo = person, nominal, of JPN"]],
  ["the/DET ministry/NOUN in/ADP Hanoi/PROPN spoke/VERB", {}, ["ministry in Hanoi = VNM, body"]],
  ["the/DET Turkish/ADJ group/NOUN Red/PROPN Dawn/PROPN spoke/VERB", { "Red Dawn": "ORG" }, ["Turkish group Red Dawn = group, nominal, of TUR"]],
  ["the/DET Taliban/PROPN government/NOUN spoke/VERB", {}, ["Taliban government = AFG, body"]],
  ["Ex-president/NOUN Luis/PROPN Rojas/PROPN spoke/VERB", { "Luis Rojas": "PER" }, ["Ex-president Luis Rojas = person, office"]],
  ["the/DET president-elect/NOUN of/ADP Chile/PROPN spoke/VERB", {}, ["president-elect of Chile = person, office, of CHL, former"]],
] as const)("whose an office is, of %s", (source, names, expected) => {
  expect(read(source, names)).toEqual(expected);
});

test("the seat of an organisation is a place where nothing says that it acts", () => {
  const form = (notation: string) => recogniseParties(parsed([notation]), lexicon).map(({ id, form: how }) => `${id} ${how}`);
  expect(form("Brussels NNP nsubj<fined | fined=fine VBD root | Norway NNP obj<fined | .<fined")).toEqual(["EU body", "NOR name"]);
  expect(form("Trains=train NNS nsubj<left | from IN case<Brussels | Brussels NNP nmod<Trains | left=leave VBD root | .<left")).toEqual([
    "BEL capital",
  ]);
});

test("two persons of one last name are told apart by their first names", () => {
  const told = "Australian/ADJ Prime/PROPN Minister/PROPN Anthony/PROPN Albanese/PROPN left/VERB ./PUNCT";
  const names = { "Anthony Albanese": "PER", "Francesca Albanese": "PER" } as const;
  expect(read([told, "Francesca/PROPN Albanese/PROPN spoke/VERB"], names).at(-1)).toBe("Francesca Albanese = person, person");
  expect(read([told, "Albanese/PROPN spoke/VERB"], names).at(-1)).toBe("Albanese = AUS, person, via Anthony Albanese");
});

test.each([
  ["the branch of a firm", "Vodafone/PROPN Egypt/PROPN left/VERB", "Vodafone Egypt"],
  ["a university of one state in another", "the/DET American/ADJ University/PROPN of/ADP Beirut/PROPN closed/VERB", "American University of Beirut"],
  ["a council for two states", "the/DET China/PROPN -/PUNCT Britain/PROPN Trade/PROPN Council/PROPN met/VERB", "China-Britain Trade Council"],
  ["a party with a possessive", "the/DET Workers/PROPN '/PART Party/PROPN of/ADP Korea/PROPN met/VERB", "Workers ' Party of Korea"],
  ["a congress that is no parliament", "the/DET World/PROPN Uyghur/PROPN Congress/PROPN met/VERB", "World Uyghur Congress"],
])("an organisation that the model names is one, and no state: %s", (_, source, name) => {
  const found = read(source, { [name]: "ORG" });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${name} = (?:company|group), name`));
});

describe("an acronym in brackets", () => {
  const told = "Malaysian/ADJ Fisheries/PROPN Agency/PROPN (/PUNCT MFA/PROPN )/PUNCT left/VERB ./PUNCT";
  test("stands from there on for the party before it", () => {
    expect(read([told, "MFA/PROPN came/VERB"]).at(-1)).toBe("MFA = MYS, body, via Malaysian Fisheries Agency");
  });

  test("must be spelt by the words before it", () => {
    const other = "Malaysian/ADJ Fisheries/PROPN Agency/PROPN (/PUNCT KLX/PROPN )/PUNCT left/VERB ./PUNCT";
    expect(read([other, "KLX/PROPN came/VERB"])).toEqual(["Malaysian Fisheries Agency = MYS, body"]);
  });
});

test("a movement in government acts for its state, and a leader of it does not", () => {
  expect(read("the/DET Likud/PROPN government/NOUN left/VERB")).toEqual(["Likud government = ISR, body"]);
  expect(read("the/DET Likud/PROPN leader/NOUN left/VERB").join()).not.toContain("= ISR");
});

describe("a title with a name", () => {
  test("rolls up to the state and keeps who acts", () => {
    const found = read("Russian/ADJ Defense/PROPN Minister/PROPN Sergei/PROPN Shoigu/PROPN spoke/VERB", { "Sergei Shoigu": "PER" });
    expect(found).toEqual(["Russian Defense Minister Sergei Shoigu = RUS, office, via Sergei Shoigu"]);
  });

  test("is remembered when the last name stands alone later", () => {
    const first = "Iranian/ADJ Trade/PROPN Minister/PROPN Omid/PROPN Farzad/PROPN spoke/VERB ./PUNCT";
    expect(read([first, "Farzad/PROPN left/VERB"], { "Omid Farzad": "PER" }).at(-1)).toBe("Farzad = IRN, person, via Omid Farzad");
  });

  test("may stand after a comma", () => {
    const first = "Peru/PROPN 's/PART trade/NOUN minister/NOUN ,/PUNCT Ana/PROPN Quispe/PROPN ,/PUNCT spoke/VERB";
    expect(read([first], { "Ana Quispe": "PER" })).toEqual(["Peru's trade minister = PER, office", "Ana Quispe = PER, person"]);
  });

  test("takes the holder of that day where no state stands beside it", () => {
    expect(read("President/PROPN Clinton/PROPN spoke/VERB", {}, "1999-05-01")).toEqual(["President Clinton = USA, office, via Bill Clinton"]);
  });

  test("does not roll up a former holder", () => {
    const found = read("former/ADJ French/ADJ president/NOUN Jacques/PROPN Chirac/PROPN spoke/VERB", { "Jacques Chirac": "PER" });
    expect(found).toEqual(["French president Jacques Chirac = person, office, of FRA, former"]);
  });

  test("without any known state is a person", () => {
    expect(read("Director/PROPN Una/PROPN Holm/PROPN left/VERB", { "Una Holm": "PER" })).toEqual(["Director Una Holm = person, office"]);
  });
});

describe("a body", () => {
  test.each([
    ["Iranian/ADJ Defense/PROPN Ministry/PROPN said/VERB", "Iranian Defense Ministry = IRN, body"],
    ["the/DET foreign/ADJ minister/NOUN of/ADP Iran/PROPN said/VERB", "foreign minister of Iran = IRN, office"],
    ["Iran/PROPN 's/PART parliament/NOUN voted/VERB", "Iran's parliament = IRN, body"],
    ["the/DET Russian/ADJ Navy/PROPN sailed/VERB", "Russian Navy = RUS, force"],
    ["the/DET Congress/PROPN voted/VERB", "Congress = USA, body"],
    ["the/DET Brazilian/ADJ Congress/PROPN voted/VERB", "Brazilian Congress = BRA, body"],
    ["the/DET Senate/PROPN of/ADP France/PROPN voted/VERB", "Senate of France = FRA, body"],
    ["the/DET Security/PROPN Council/PROPN voted/VERB", "Security Council = UN, body"],
    ["a/DET spokesman/NOUN for/ADP the/DET Kremlin/PROPN spoke/VERB", "spokesman for the Kremlin = RUS, office"],
  ])("%s", (source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  test("does not belong to the state that it is in or sent to", () => {
    expect(read("the/DET embassy/NOUN in/ADP Israel/PROPN opened/VERB")).toEqual(["Israel = ISR, name"]);
    expect(read("Russian/ADJ ambassador/NOUN to/ADP Iran/PROPN left/VERB")).toEqual(["Russian ambassador = RUS, office", "Iran = IRN, name"]);
  });

  test("of a rebel army is no state's", () => {
    expect(read("Syrian/ADJ rebel/NOUN forces/NOUN advanced/VERB")).toEqual(["Syrian rebel forces = group, nominal, of SYR"]);
  });

  test("of several states gives one mention for each, and the noun stands for all", () => {
    const analysis = analysisOf(["British/ADJ ,/PUNCT French/ADJ and/CCONJ German/ADJ ministers/NOUN met/VERB"]);
    const mentions = recogniseParties(analysis, lexicon);
    expect(mentions.map(({ id, form }) => `${id} ${form}`)).toEqual(["GBR office", "FRA office", "DEU office"]);
    const [sentence] = analysis.sentences;
    if (sentence === undefined) throw new Error("no sentence");
    expect(partiesAt(mentions, sentence, 5).map(({ id }) => id)).toEqual(["DEU"]);
  });
});

describe("names", () => {
  test.each([
    ["Moscow/PROPN objected/VERB", "Moscow = RUS, capital"],
    ["Russian/ADJ oil/NOUN flowed/VERB", "Russian = RUS, demonym"],
    ["Russians/PROPN voted/VERB", "Russians = RUS, demonym"],
    ["Chinese/ADJ oil/NOUN company/NOUN Sinopec/PROPN paid/VERB", "Chinese oil company Sinopec = company, name, of CHN"],
    ["American/PROPN Airlines/PROPN paid/VERB", "American Airlines = company, name, of USA"],
    ["the/DET Bank/PROPN of/ADP China/PROPN paid/VERB", "Bank of China = company, name, of CHN"],
    ["South/PROPN Sudan/PROPN paid/VERB", "South Sudan = SSD, name"],
    ["Papua/PROPN New/PROPN Guinea/PROPN paid/VERB", "Papua New Guinea = PNG, name"],
    ["New/PROPN Mexico/PROPN paid/VERB", "New Mexico = substate, name, of USA"],
    ["Northern/PROPN Ireland/PROPN paid/VERB", "Northern Ireland = substate, name, of GBR"],
    ["Western/ADJ sanctions/NOUN", "Western = region, demonym"],
    ["Hezbollah/PROPN fired/VERB", "Hezbollah = group, name, of LBN"],
    ["the/DET U.S./PROPN paid/VERB", "U.S. = USA, name"],
    ["TEHRAN/PROPN paid/VERB", "TEHRAN = IRN, capital"],
  ])("%s", (source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  test("that only look like a party are none", () => {
    expect(read("they/PRON left/VERB the/DET Paris/PROPN accord/NOUN in/ADP the/DET Indian/ADJ Ocean/PROPN")).toEqual([]);
    expect(read("US/PROPN -/PUNCT made/VERB tanks/NOUN and/CCONJ pro/X -/PUNCT Russian/ADJ crowds/NOUN")).toEqual([]);
    expect(read("Jordan/PROPN Peterson/PROPN spoke/VERB", { "Jordan Peterson": "PER" })).toEqual(["Jordan Peterson = person, person"]);
  });

  test("tied to what somebody does are that party", () => {
    expect(read("US/PROPN -/PUNCT led/VERB raids/NOUN")).toEqual(["US = USA, name"]);
  });

  test("tied by a hyphen are two parties", () => {
    expect(read("US/PROPN -/PUNCT China/PROPN talks/NOUN").map((each) => each.slice(0, 12))).toEqual(["US = USA, na", "China = CHN,"]);
  });

  test("with several meanings are settled by the rest of the document", () => {
    expect(read(["Korea/PROPN fired/VERB", "North/PROPN Korea/PROPN paid/VERB"])[0]).toBe("Korea = PRK, name");
    expect(read(["Korea/PROPN paid/VERB"])[0]).toBe("Korea = KOR, name");
    expect(read(["Georgia/PROPN paid/VERB", "Atlanta/PROPN paid/VERB"])[0]).toBe("Georgia = substate, name, of USA");
    expect(read(["the/DET South/PROPN paid/VERB", "North/PROPN Korea/PROPN paid/VERB"])[0]).toBe("South = KOR, name");
  });

  test("say whose person or firm it is", () => {
    const names = { "Kim Jong-un": "PER" } as const;
    expect(read("North/PROPN Korea/PROPN 's/PART Kim/PROPN Jong/PROPN -/PUNCT un/PROPN spoke/VERB", names, "2018-05-01")).toEqual([
      "North Korea's Kim Jong-un = PRK, person, via Kim Jong-un",
    ]);
  });
});

describe("the lexicon", () => {
  test("finds names in raw tokens without a model", () => {
    const tokens = ["Rosoboronexport", "and", "Iran", "met", "in", "the", "Indian", "Ocean"].map((form, i) => ({
      form,
      start: i * 20,
      end: i * 20 + form.length,
    }));
    expect(lexicon.find(tokens).map(({ first, values }) => [first, values[0]?.name])).toEqual([
      [0, "Rosoboronexport"],
      [2, "Iran"],
    ]);
  });

  test("knows the state of a demonym and of a capital", () => {
    expect(demonymState(lexicon, "Iranian")).toBe("IRN");
    expect(capitalState(lexicon, "Tehran")).toBe("IRN");
    expect(demonymState(lexicon, "green")).toBeUndefined();
  });
});

const form = fc.constantFrom(
  "Russian",
  "US",
  "-",
  "'s",
  ",",
  "minister",
  "Kim",
  "Jong",
  "of",
  "the",
  "Iran",
  "and",
  "Sinopec",
  "company",
  "Congress",
  "former",
  "Putin",
  "“",
  "S-300",
  "é",
  "Korea",
  "The",
);
const upos = fc.constantFrom("ADJ", "NOUN", "PROPN", "PART", "VERB", "ADP", "DET", "PUNCT", "CCONJ", "NUM");

test("mentions of any word row lie in the text, in order and apart", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(form, upos), { minLength: 1, maxLength: 14 }), (words) => {
      const analysis = analysisOf([words.map(([each, tag]) => `${each}/${tag}`).join(" ")]);
      let end = 0;
      for (const mention of recogniseParties(analysis, lexicon)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.end).toBeLessThanOrEqual(analysis.document.text.length);
        end = mention.end;
      }
    }),
    { numRuns: 300 },
  );
});
