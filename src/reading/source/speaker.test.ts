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
