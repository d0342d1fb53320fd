// How a speaker is named, and who is meant by other words for him.
import { describe, expect, it } from "vitest";
import type { SceneParts } from "../scene/scene.fixture.ts";
import { PARTS, saidIn } from "./said.fixture.ts";

const SOLD = "Norway NNP nsubj<sold | sold=sell VBD ccomp<said | ships=ship NNS obj<sold";

/** Who says it, in each attribution, with the role. */
function speakers(notations: readonly string[], parts: SceneParts = PARTS): readonly string[] {
  return saidIn(notations, parts).attributions.map(({ source: { name, role } }) => (role === undefined ? name : `${name}, ${role}`));
}

describe("a speaker's name", () => {
  it("is what the text calls a state, short forms too", () => {
    const parts: SceneParts = { parties: { UK: { id: "GBR", name: "United Kingdom" }, Norway: { id: "NOR" } } };
    expect(speakers([`The DT det<UK | UK NNP nsubj<said | said=say VBD root | ${SOLD}`], parts)).toEqual(["UK"]);
  });

  it("goes on to its last word where the model cut it short", () => {
    const notation = `Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], { names: { Jan: "PER" } })).toEqual(["Jan Nowak"]);
  });

  it("is the person, whatever the model takes for a person before him", () => {
    const parts: SceneParts = { names: { "Polish President": "PER", "Jan Nowak": "PER" } };
    const notation = `Polish JJ amod<President | President NNP nmod:desc<Jan | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], parts)).toEqual(["Jan Nowak, Polish President"]);
  });

  it("stands behind an office with its article", () => {
    const parts: SceneParts = { names: { Chancellor: "PER", "Jan Nowak": "PER" } };
    const notation = `The DT det<Chancellor | Chancellor NNP nsubj<said | ,<Jan | Jan NNP appos<Chancellor | Nowak NNP flat<Jan | ,<Jan | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], parts)).toEqual(["Jan Nowak, Chancellor"]);
  });

  it("is the person where the tree has an office and him as two", () => {
    const parts: SceneParts = { parties: { "Ola Berg": { name: "Ola Berg", kind: "person", form: "person" }, Norway: { id: "NOR" } } };
    const notation = `The DT det<Secretary | Secretary NNP nsubj<said | Ola NNP nsubj<said | Berg NNP flat<Ola | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], parts)).toEqual(["Ola Berg, Secretary"]);
    const both = `Norway NNP nsubj<said | and CC cc<Ola | Ola NNP conj<Norway | Berg NNP flat<Ola | said=say VBD root | ${SOLD}`;
    expect(speakers([both], parts)).toEqual(["Norway", "Ola Berg"]);
  });

  it("is no person that an administration is called after", () => {
    const notation = `The DT det<administration | Nowak NNP compound<administration | administration NN nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], { names: { Nowak: "PER" } })).toEqual(["Nowak administration"]);
  });

  it("ends before where a named body sits and what a text is about", () => {
    const court = `The DT det<Court | Supreme NNP amod<Court | Court NNP nsubj<said | in IN case<Oslo | Oslo NNP nmod<Court | said=say VBD root | ${SOLD}`;
    const report = `A DT det<report | Polish JJ amod<report | report NN nsubj<said | on IN case<arms | arms=arm NNS nmod<report | said=say VBD root | ${SOLD}`;
    expect(speakers([court], {})).toEqual(["Supreme Court"]);
    expect(speakers([report], {})).toEqual(["A Polish report"]);
  });

  it("is a paper whose name has the word for a channel in it", () => {
    const notation = `The DT det<Post | Oslo NNP compound<Post | Post NNP nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([notation], { parties: { Oslo: { id: "NOR", name: "Norway", form: "capital" } } })).toEqual(["Oslo Post"]);
  });
});

describe("speakers told in other words", () => {
  it("are the bodies of several, named together", () => {
    const notation = `The DT det<ministries | foreign JJ amod<ministries | ministries=ministry NNS nsubj<said | of IN case<Norway | Norway NNP nmod<ministries | and CC cc<Poland | Poland NNP conj<Norway | said=say VBD root | they PRP nsubj<agreed | agreed=agree VBD ccomp<said`;
    expect(speakers([notation])).toEqual(["Norway, foreign ministries", "Poland, foreign ministries"]);
  });

  it("are the body that spoke right before", () => {
    const first = `Interfax NNP nsubj<said | said=say VBD root | ${SOLD}`;
    const second = `The DT det<agency | agency NN nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([first, second])).toEqual(["Interfax", "Interfax"]);
    expect(speakers([second])).toEqual(["agency"]);
  });

  it("are whoever was named with the title or the office, who need not have spoken", () => {
    const parts: SceneParts = { names: { "Jan Nowak": "PER" } };
    const before = "Colonel NNP nmod:desc<Jan | Jan NNP nsubj<left | Nowak NNP flat<Jan | left=leave VBD root | .<left";
    const behind =
      "Jan NNP nsubj<left | Nowak NNP flat<Jan | ,<spokesman | the DT det<spokesman | spokesman NN appos<Jan | ,<spokesman | left=leave VBD root | .<left";
    const said = (noun: string): string => `The DT det<${noun} | ${noun} NN nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([before, said("colonel")], parts)).toEqual(["Jan Nowak, colonel"]);
    expect(speakers([behind, said("spokesman")], parts)).toEqual(["Jan Nowak, spokesman"]);
    expect(speakers([before, said("minister")], parts)).toEqual(["minister"]);
  });

  it("are whoever spoke before, where the pronoun would stand for somebody in what is said", () => {
    const parts: SceneParts = { ...PARTS, parties: { "Ola Berg": { id: "NOR", name: "Norway", form: "person", via: "Ola Berg" } } };
    const first = `Minister NNP nmod:desc<Jan | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | ${SOLD}`;
    const second = "Ola NNP nsubj<left | Berg NNP flat<Ola | left=leave VBD root | ,<said | he PRP nsubj<said | said=say VBD parataxis<left | .<left";
    expect(speakers([first, second], parts)).toEqual(["Jan Nowak, Minister", "Jan Nowak, Minister"]);
  });

  it("are no plan, rate or treaty that something accords with", () => {
    const accords = (phrase: string): string =>
      `Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | according=accord VBG case<${phrase} | to IN fixed<according | the DT det<${phrase} | ${phrase} NN obl<sold`;
    expect(speakers([accords("plan")])).toEqual([]);
    expect(speakers([accords("spokesman")])).toEqual(["spokesman"]);
    expect(speakers(["Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | per IN case<head | head NN obl<sold"])).toEqual([]);
  });
});

describe("people without names", () => {
  const official = `A DT det<official | senior JJ amod<official | official NN nsubj<said | said=say VBD root | ${SOLD}`;
  const again = (pronoun: string): string => `${pronoun} PRP nsubj<said | said=say VBD root | ${SOLD}`;

  it("are called by all that is told of them, and texts are not", () => {
    const briefed = `Two CD nummod<people | people NNS nsubj<said | briefed=brief VBN acl<people | on IN case<deal | the DT det<deal | deal NN obl<briefed | said=say VBD root | ${SOLD}`;
    const lawmaker = `A DT det<lawmaker | lawmaker NN nsubj<said | on IN case<committee | the DT det<committee | committee NN nmod<lawmaker | said=say VBD root | ${SOLD}`;
    expect(speakers([briefed])).toEqual(["Two people briefed on the deal"]);
    expect(speakers([lawmaker])).toEqual(["A lawmaker on the committee"]);
    expect(speakers([lawmaker.replaceAll("lawmaker", "report")])).toEqual(["A report"]);
  });

  it("go on speaking as he, she or they, as far as these can be they", () => {
    const parts: SceneParts = { ...PARTS, parties: { "Ola Berg": { id: "NOR", name: "Norway", form: "person", via: "Ola Berg" } } };
    const before = `Ola NNP nsubj<said | Berg NNP flat<Ola | said=say VBD root | ${SOLD}`;
    expect(speakers([before, official, again("He")], parts).at(-1)).toBe("A senior official");
    expect(speakers([before, official.replaceAll("official", "spokeswoman"), again("He")], parts).at(-1)).not.toBe("A senior spokeswoman");
    const two = `Two CD nummod<officials | officials=official NNS nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([two, again("They")]).at(-1)).toBe("Two officials");
  });

  it("are whoever the sentence before is about, with the name that it gives", () => {
    const cooler =
      "The DT det<ambassador | Polish JJ amod<ambassador | ambassador NN nsubj<waited | ,<Jan | Jan NNP appos<ambassador | Nowak NNP flat<Jan | ,<Jan | waited=wait VBD root | .<waited";
    expect(speakers([cooler, again("He")])).toEqual(["Jan Nowak, Polish ambassador"]);
  });

  it("are whoever goes further before a colon", () => {
    const further = `His PRP$ nmod:poss<minister | minister NN nsubj<went | ,<Jan | Jan NNP appos<minister | Nowak NNP flat<Jan | ,<Jan | went=go VBD root | further RB advmod<went | :<went | Norway NNP nsubj<sold | sold=sell VBD parataxis<went | ships=ship NNS obj<sold | ,<said | he PRP nsubj<said | said=say VBD parataxis<sold`;
    expect(speakers([further])).toEqual(["Jan Nowak, His minister"]);
  });
});

describe("speakers described", () => {
  const settled = (rest: string): string =>
    `Arex NNP nsubj<settled | settled=settle VBD ccomp<said | with IN case<Boro | Boro NNP obl<settled |${rest} said=say VBD root | .<said`;
  const parts = (one: object = {}, other: object = {}): SceneParts => ({
    parties: { Arex: { kind: "company", ...one }, Boro: { kind: "company", ...other }, Polish: { id: "POL", name: "Poland", form: "demonym" } },
  });
  const MINER = " ,<settled | the DT det<miner | Polish JJ amod<miner | miner NN nsubj<said |";

  it("are the body that acts in the sentence, or the one of that state", () => {
    expect(speakers([settled(MINER)], parts())).toEqual(["Arex"]);
    expect(speakers([settled(MINER)], parts({}, { state: "POL" }))).toEqual(["Boro"]);
  });

  it("are called as they are described where no body is named, or the noun is none", () => {
    expect(speakers([settled(MINER)], {})).toEqual(["Polish miner"]);
    expect(speakers([settled(MINER.replaceAll("miner", "report"))], parts())).toEqual(["Polish report"]);
  });

  it("are whoever holds the office of two words that the text has named", () => {
    const first = "Prime NNP amod<Minister | Minister NNP nmod:desc<Jan | Jan NNP nsubj<left | Nowak NNP flat<Jan | left=leave VBD root | .<left";
    const second = `The DT det<minister | prime JJ amod<minister | minister NN nsubj<said | said=say VBD root | ${SOLD}`;
    expect(speakers([first, second])).toEqual(["Jan Nowak, prime minister"]);
    expect(speakers([first, second.replaceAll("prime", "foreign")])).toEqual(["foreign minister"]);
  });

  it("are called by the seat that a pronoun takes up", () => {
    const shut = "Oslo NNP nsubj<shut | shut VBD root | the DT det<border | border NN obj<shut | .<shut";
    const said = "It PRP nsubj<said | said=say VBD root | Poland NNP nsubj<sold | sold=sell VBD ccomp<said | ships=ship NNS obj<sold";
    const seats: SceneParts = { parties: { Oslo: { id: "NOR", name: "Norway", form: "seat" }, Poland: { id: "POL" } } };
    expect(speakers([shut, said], seats)).toEqual(["Oslo"]);
  });

  it("are all that they stands for", () => {
    const met = "Norway NNP nsubj<left | and CC cc<Poland | Poland NNP conj<Norway | left=leave VBD root | .<left";
    const they = "They PRP nsubj<said | said=say VBD root | rain NN nsubj<fell | fell=fall VBD ccomp<said";
    expect(speakers([met, they])).toEqual(["Norway", "Poland"]);
  });

  it("are a paper of that name, whatever the parser ties it to, and a document rather than an adjective", () => {
    const accords = (phrase: string): string =>
      `Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | according=accord VBG case<${phrase} | to IN fixed<according`;
    expect(speakers([`${accords("daily")} | the DT det<daily | daily NN obl<sold | Tavo NNP obl<sold`])).toEqual(["Tavo, daily"]);
    expect(speakers([`${accords("document")} | a DT det<document | Polish JJ amod<document | document NN obl<sold`])).toEqual(["Polish document"]);
    expect(speakers([`${accords("head")} | the DT det<head | head NN obl<sold | of IN case<Tavo | Tavo NNP nmod<head`])).toEqual(["head of Tavo"]);
  });
});
