// The words that stand for parties are those of knowledge/reading/nominals.yaml.
import { describe, expect, it } from "vitest";
import { resource } from "../../resources.ts";
import { at } from "../grammar/tree.fixture.ts";
import { mention, sceneIn, type Mentioned, type SceneParts } from "../scene/scene.fixture.ts";
import { loadNominals } from "./nominals.ts";
import type { PartyReference } from "./party.ts";
import { resolverOf } from "./resolve.ts";

const NOMINALS = loadNominals(resource("knowledge", "reading"));
const PARTS: SceneParts = {
  parties: {
    Norway: { id: "NOR" },
    Poland: { id: "POL" },
    Chad: { id: "TCD" },
    Norwegian: { id: "NOR", name: "Norway", form: "demonym" },
    Polish: { id: "POL", name: "Poland", form: "demonym" },
    "The United States": { id: "USA", name: "United States" },
    Arex: { kind: "company" },
    "Jan Nowak": { kind: "person", form: "person", name: "Jan Nowak" },
    "President Berg": { id: "NOR", name: "Norway", form: "office", via: "Berg" },
  },
};
const MET = "Norway NNP nsubj<met | met=meet VBD root | Poland NNP obj<met | .<met";
const SIGNED = "signed=sign VBD root | a DT det<treaty | treaty NN obj<signed | .<signed";
const THEY = `They PRP nsubj<signed | ${SIGNED}`;
const TWO = `The DT det<countries | two CD nummod<countries | countries=country NNS nsubj<signed | ${SIGNED}`;

/** What the word stands for in the last of the sentences. */
function referents(notations: readonly string[], word: string, parts: SceneParts = PARTS): readonly PartyReference[] {
  const scene = sceneIn(notations, parts);
  const s = notations.length - 1;
  const tree = scene.sentences[s]?.tree;
  if (tree === undefined) throw new Error("no sentence");
  return resolverOf(scene, NOMINALS).resolve(s, at(tree, word));
}

const idsOf = (references: readonly PartyReference[]): string[] => references.map((r) => r.party.id ?? r.party.name);

describe("who is blamed", () => {
  const over = (owner: string): string =>
    `Norway NNP nsubj<condemned | condemned=condemn VBD root | Poland NNP obj<condemned | over IN case<purchase | ${owner} | purchase NN obl<condemned | .<condemned`;

  it("owns what it is blamed for", () => {
    expect(idsOf(referents([over("its PRP$ nmod:poss<purchase")], "its"))).toEqual(["POL"]);
    expect(idsOf(referents([over("its PRP$ nmod:poss<purchase").replace("over IN", "after IN")], "its"))).toEqual(["NOR"]);
  });

  it("or whatever other than the subject is called by a noun in its clause", () => {
    const country = "the DT det<country | country NN nmod:poss<purchase | 's POS case<country";
    expect(idsOf(referents([over(country).replace("over IN", "after IN")], "country"))).toEqual(["POL"]);
    expect(idsOf(referents([`Norway NNP nsubj<ended | ended=end VBD root | ${country} | purchase NN obj<ended | .<ended`], "country"))).toEqual([
      "NOR",
    ]);
  });
});

describe("a pronoun", () => {
  it("they: the two parties of the sentence before", () => {
    expect(idsOf(referents([MET, THEY], "They"))).toEqual(["NOR", "POL"]);
  });

  it("stands where it is written, not where its party is named", () => {
    expect(referents([MET, THEY], "They").map((r) => r.span)).toEqual([
      { start: 19, end: 23 },
      { start: 19, end: 23 },
    ]);
  });

  it("its: the party before it in its own sentence", () => {
    expect(
      idsOf(
        referents(["Norway NNP nsubj<left | and CC cc<ally | its PRP$ nmod:poss<ally | ally NN conj<Norway | left=leave VBD root | .<left"], "its"),
      ),
    ).toEqual(["NOR"]);
  });

  it("it: the subject of the sentence before, rather than what it acted on", () => {
    expect(idsOf(referents([MET, `It PRP nsubj<signed | ${SIGNED}`], "It"))).toEqual(["NOR"]);
  });

  it("he: a person or a holder of an office, never a state", () => {
    const before = "Norway NNP nsubj<met | met=meet VBD root | Jan NNP obj<met | Nowak NNP flat<Jan | .<met";
    expect(idsOf(referents([before, `He PRP nsubj<signed | ${SIGNED}`], "He"))).toEqual(["Jan Nowak"]);
    expect(referents([MET, `He PRP nsubj<signed | ${SIGNED}`], "He")).toEqual([]);
  });

  it("it: never a person", () => {
    const before = "Jan NNP nsubj<left | Nowak NNP flat<Jan | left=leave VBD root | .<left";
    expect(referents([before, `It PRP nsubj<signed | ${SIGNED}`], "It")).toEqual([]);
  });

  it("they under an announcement: whoever announces it, though it is one party", () => {
    const notation =
      "The DT det<States | United NNP amod<States | States NNPS nsubj<announced | announced=announce VBD root | that IN mark<leave | they PRP nsubj<leave | will MD aux<leave | leave VB ccomp<announced | the DT det<treaty | treaty NN obj<leave | .<announced";
    expect(idsOf(referents([MET, notation], "they"))).toEqual(["USA"]);
  });

  it("he under a saying: the holder of an office who says it", () => {
    const notation =
      "President=president NNP nmod:desc<Berg | Berg NNP nsubj<said | said=say VBD root | he PRP nsubj<signed | signed=sign VBD ccomp<said | it PRP obj<signed | .<said";
    const [he] = referents([notation], "he");
    expect(he?.party).toEqual({ id: "NOR", name: "Norway", via: "Berg" });
  });

  it("stands for nothing where nobody was named", () => {
    expect(referents([THEY], "They")).toEqual([]);
    expect(referents([`It PRP nsubj<signed | ${SIGNED}`], "It")).toEqual([]);
  });

  it("stands for nothing that was named too far before", () => {
    const rain = (sentences: number): string[] => Array.from({ length: sentences }, () => "Rain NN nsubj<fell | fell=fall VBD root | .<fell");
    expect(idsOf(referents([MET, ...rain(1), THEY], "They"))).toEqual(["NOR", "POL"]);
    expect(referents([MET, ...rain(20), THEY], "They")).toEqual([]);
  });

  it("they: not one party alone", () => {
    expect(referents(["Norway NNP nsubj<left | left=leave VBD root | .<left", THEY], "They")).toEqual([]);
  });
});

describe("a pronoun and the subjects before it", () => {
  const SUED = "sued=sue VBD root | it PRP obj<sued | .<sued";

  it("it: nothing where the subject before is a thing and no party", () => {
    const rain = "The DT det<storm | storm NN nsubj<struck | struck=strike VBD root | Norway NNP obj<struck | .<struck";
    expect(referents([rain, "It PRP nsubj<passed | passed=pass VBD root | .<passed"], "It")).toEqual([]);
  });

  it("it: nothing where it only fills the place of a subject", () => {
    expect(referents([MET, "It PRP expl<clear | is=be VBZ cop<clear | clear JJ root | .<clear"], "It")).toEqual([]);
  });

  it("an object is not the subject of its own verb", () => {
    expect(idsOf(referents(["Norway NNP nsubj<left | left=leave VBD root | .<left", `Arex NNP nsubj<sued | ${SUED}`], "it"))).toEqual(["NOR"]);
  });

  it("its: the owner in its own phrase before the subject of the clause", () => {
    const notation =
      "Poland NNP nsubj<backs | backs=back VBZ root | Norway NNP nmod:poss<deal | 's POS case<Norway | deal NN obj<backs | with IN case<ally | its PRP$ nmod:poss<ally | ally NN nmod<deal | .<backs";
    expect(idsOf(referents([notation], "its"))).toEqual(["NOR"]);
  });

  it("its: a party named in the sentence before the subject of another", () => {
    const entered =
      "According IN case<Poland | to IN fixed<According | Poland NNP obl<entered | jets=jet NNS nsubj<entered | entered=enter VBD root | its PRP$ nmod:poss<airspace | airspace NN obj<entered | .<entered";
    expect(idsOf(referents(["Norway NNP nsubj<left | left=leave VBD root | .<left", entered], "its"))).toEqual(["POL"]);
  });

  it("its: the name beside a common noun", () => {
    const sold =
      "The DT det<firm | firm NN nsubj<sold | Arex NNP appos<firm | sold=sell VBD root | its PRP$ nmod:poss<plant | plant NN obj<sold | .<sold";
    expect(idsOf(referents([sold], "its"))).toEqual(["Arex"]);
  });

  it("it: no expletive where the verb after it is one to do", () => {
    const sells = "Arex NNP nsubj<says | says=say VBZ root | it PRP expl<sell | is=be VBZ aux<sell | to TO mark<sell | sell VB ccomp<says | .<says";
    expect(idsOf(referents([sells], "it"))).toEqual(["Arex"]);
  });

  it("she: not a man, as far as his given name tells, nor one whose full name stands elsewhere", () => {
    const person = (name: string): Mentioned => ({ kind: "person", form: "person", name });
    const parts: SceneParts = {
      parties: { Berg: person("Anna Berg"), Lund: person("John Lund"), Ra: person("Ketu Ra"), Dahl: person("Dahl") },
      names: { "Peter Dahl": "PER" },
    };
    const met = (first: string, second: string): string => `${first} NNP nsubj<met | met=meet VBD root | ${second} NNP obj<met | .<met`;
    const left = (pronoun: string): string => `${pronoun} PRP nsubj<left | left=leave VBD root | .<left`;
    const meant = (before: readonly string[], pronoun: string): string[] => idsOf(referents([...before, left(pronoun)], pronoun, parts));
    expect(meant([met("Lund", "Berg")], "She")).toEqual(["Anna Berg"]);
    expect(meant([met("Lund", "Berg")], "He")).toEqual(["John Lund"]);
    expect(meant([met("Ra", "Lund")], "She")).toEqual(["Ketu Ra"]);
    expect(meant(["Peter NNP nsubj<slept | Dahl NNP flat<Peter | slept=sleep VBD root | .<slept", met("Dahl", "Berg")], "She")).toEqual([
      "Anna Berg",
    ]);
  });

  it("he: not who speaks, where it stands in the words that are spoken", () => {
    const parts: SceneParts = { parties: { Berg: { kind: "person", form: "person" }, Lund: { kind: "person", form: "person" } } };
    const slept = "Lund NNP nsubj<slept | slept=sleep VBD root | .<slept";
    const said = (mark: string): string =>
      `${mark}<fell | rain NN nsubj<fell | fell=fall VBD ccomp<said | ${mark}<fell | Berg NNP nsubj<said | said=say VBD root | .<said`;
    const again = (mark: string): string => `${mark}<slept | He PRP nsubj<slept | slept=sleep VBD root | ${mark}<slept`;
    expect(idsOf(referents([slept, said('"'), again('"')], "He", parts))).toEqual(["Lund"]);
    expect(idsOf(referents([slept, said(","), again(",")], "He", parts))).toEqual(["Berg"]);
  });

  it("their: a company that acts alone, for a company speaks as many", () => {
    const notation = "Arex NNP nsubj<opened | opened=open VBD root | their PRP$ nmod:poss<plant | plant NN obj<opened | .<opened";
    expect(idsOf(referents([notation], "their"))).toEqual(["Arex"]);
  });

  it("they: all that the plural noun before stands for, and nothing where that is no party", () => {
    const officials = "Polish JJ amod<officials | officials=official NNS nsubj<left | left=leave VBD root | .<left";
    expect(idsOf(referents([officials, THEY], "They"))).toEqual(["POL"]);
    expect(referents([MET, "Storms=storm NNS nsubj<passed | passed=pass VBD root | .<passed", THEY], "They")).toEqual([]);
  });
});

describe("a noun that points back", () => {
  it("the two countries and both sides: the two parties before", () => {
    expect(idsOf(referents([MET, TWO], "countries"))).toEqual(["NOR", "POL"]);
    expect(idsOf(referents([MET, `Both DT det<sides | sides=side NNS nsubj<signed | ${SIGNED}`], "sides"))).toEqual(["NOR", "POL"]);
    expect(idsOf(referents([MET, `The DT det<sides | sides=side NNS nsubj<signed | ${SIGNED}`], "sides"))).toEqual(["NOR", "POL"]);
    expect(idsOf(referents([MET, `Both DT nsubj<signed | ${SIGNED}`], "Both"))).toEqual(["NOR", "POL"]);
  });

  it("its span is the phrase", () => {
    const scene = sceneIn([MET, TWO], PARTS);
    const [first] = referents([MET, TWO], "countries");
    expect(scene.text.slice(first?.span.start, first?.span.end)).toBe("two countries");
  });

  it("of three, the two that the text has spoken of most", () => {
    const three = "Norway NNP nsubj<met | ,<Poland | Poland NNP conj<Norway | and CC cc<Chad | Chad NNP conj<Norway | met=meet VBD root | .<met";
    const spoken = "Norway NNP nsubj<left | left=leave VBD root | Chad NNP obj<left | .<left";
    expect(idsOf(referents([spoken, three, TWO], "countries"))).toEqual(["NOR", "TCD"]);
  });

  it("is settled by the heading where the text names nobody", () => {
    const heading = [mention("Norway", { id: "NOR" }), mention("Poland", { id: "POL" })];
    expect(idsOf(referents([TWO], "countries", { ...PARTS, heading }))).toEqual(["NOR", "POL"]);
    expect(referents([TWO], "countries", { ...PARTS, heading: heading.slice(1) })).toEqual([]);
  });

  it("the company: the last company; a company: nobody", () => {
    const before = "Arex NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | to IN case<Norway | Norway NNP obl<sold | .<sold";
    expect(idsOf(referents([before, `The DT det<company | company NN nsubj<signed | ${SIGNED}`], "company"))).toEqual(["Arex"]);
    expect(referents([before, `A DT det<company | company NN nsubj<signed | ${SIGNED}`], "company")).toEqual([]);
  });

  it("the country: the last state, not the last company", () => {
    const before = "Norway NNP nsubj<paid | paid=pay VBD root | Arex NNP obj<paid | .<paid";
    expect(idsOf(referents([before, `The DT det<country | country NN nsubj<signed | ${SIGNED}`], "country"))).toEqual(["NOR"]);
  });

  it("without a noun of such a kind stands for nobody", () => {
    expect(referents([MET, `The DT det<treaty#1 | treaty NN nsubj<signed | ${SIGNED}`], "treaty")).toEqual([]);
  });
});

describe("a noun that acts for a party", () => {
  it("officials from, troops of, leaders of two: each party, by way of them", () => {
    const notation =
      "Officials=official NNS nsubj<met | from IN case<Norway | Norway NNP nmod<Officials | met=meet VBD root | Polish JJ amod<troops | troops=troop NNS obj<met | .<met";
    expect(referents([notation], "Officials").map((r) => r.party)).toEqual([{ id: "NOR", name: "Norway", via: "Officials from Norway" }]);
    expect(referents([notation], "troops").map((r) => r.party)).toEqual([{ id: "POL", name: "Poland", via: "Polish troops" }]);
    const leaders =
      "The DT det<leaders | leaders=leader NNS nsubj<met | of IN case<Norway | Norway NNP nmod<leaders | and CC cc<Poland | Poland NNP conj<Norway | met=meet VBD root | .<met";
    expect(idsOf(referents([leaders], "leaders"))).toEqual(["NOR", "POL"]);
  });

  it("ministers of the two countries: what the two countries stand for", () => {
    const ministers =
      "Ministers=minister NNS nsubj<met | of IN case<countries | the DT det<countries | two CD nummod<countries | countries=country NNS nmod<Ministers | met=meet VBD root | .<met";
    expect(idsOf(referents([MET, ministers], "Ministers"))).toEqual(["NOR", "POL"]);
  });

  it("goods beside a demonym act for nobody", () => {
    const butter = "Polish JJ amod<butter | butter NN nsubj<melted | melted=melt VBD root | .<melted";
    expect(referents([butter], "butter")).toEqual([]);
  });
});

describe("names", () => {
  it("a demonym is no party on its own, and is one as a modifier", () => {
    const scene = sceneIn(
      ["Norwegian JJ amod<sanctions | sanctions=sanction NNS nsubj<hurt | hurt=hurt VBD root | Poland NNP obj<hurt | .<hurt"],
      PARTS,
    );
    const resolver = resolverOf(scene, NOMINALS);
    expect(resolver.resolve(0, 0)).toEqual([]);
    expect(idsOf(resolver.resolveModifier(0, 0))).toEqual(["NOR"]);
    expect(idsOf(resolver.resolve(0, 3))).toEqual(["POL"]);
  });

  it("a name that no list knows is a party without id, as the model sees it", () => {
    const notation = "Baltex NNP nsubj<signed | signed=sign VBD root | it PRP obj<signed | .<signed";
    const [baltex] = referents([notation], "Baltex", { names: { Baltex: "ORG" } });
    expect(baltex).toMatchObject({ party: { name: "Baltex" }, kind: "company", human: false });
    expect(referents([notation], "Baltex", {})).toEqual([]);
  });
});

describe("a common noun with a name right behind it", () => {
  const MAKER =
    "The DT det<maker | chip NN compound<maker | maker NN nsubj<sued | Arex NNP appos<maker | sued=sue VBD root | Chad NNP obj<sued | .<sued";

  it("stands for the party of that name", () => {
    expect(idsOf(referents([MAKER], "maker"))).toEqual(["Arex"]);
  });

  it("stands for all that are named", () => {
    const rivals =
      "The DT det<rivals | rivals=rival NNS nsubj<met | Norway NNP appos<rivals | and CC cc<Poland | Poland NNP conj<Norway | met=meet VBD root | .<met";
    expect(idsOf(referents([rivals], "rivals"))).toEqual(["NOR", "POL"]);
  });

  it("is no party where it is a craft with a name of its own", () => {
    expect(idsOf(referents([MAKER.replaceAll("maker", "destroyer")], "destroyer"))).toEqual([]);
  });
});

describe("the authorities", () => {
  it("are those of the state that the text speaks of", () => {
    const closed =
      "The DT det<authorities | authorities=authority NNS nsubj<closed | closed=close VBD root | the DT det<border | border NN obj<closed | .<closed";
    expect(idsOf(referents(["Norway NNP nsubj<voted | voted=vote VBD root | .<voted", closed], "authorities"))).toEqual(["NOR"]);
  });
});

describe("a noun with more than one owner", () => {
  it("names those who stand beside it, where it is plural", () => {
    const producers =
      "Oil NN compound<producers | producers=producer NNS nsubj<signed | Norway NNP appos<producers | and CC cc<Chad | Chad NNP conj<Norway";
    expect(idsOf(referents([`${producers} | ${SIGNED}`], "producers"))).toEqual(["NOR", "TCD"]);
  });

  it("is of all whose adjectives it has, though a mention takes the nearest alone", () => {
    const officials = "Norwegian JJ amod<officials | and CC cc<Polish | Polish JJ conj<Norwegian | officials=official NNS nsubj<signed";
    const parties = { ...PARTS.parties, "Polish officials": { id: "POL", name: "Poland", via: "Polish officials", form: "body" as const } };
    expect(idsOf(referents([`${officials} | ${SIGNED}`], "officials", { parties }))).toEqual(["NOR", "POL"]);
  });
});
