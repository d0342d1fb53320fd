// Annotations laid over trees.
import { describe, expect, it } from "vitest";
import { at } from "../grammar/tree.fixture.ts";
import { sceneOf } from "./scene.ts";
import { sceneIn } from "./scene.fixture.ts";
import { analysisOf } from "../grammar/tree.fixture.ts";

const MET = "Norway NNP nsubj<met | met=meet VBD root | Poland NNP obj<met | .<met";
const LEFT = "Norway NNP nsubj<left | left=leave VBD root | .<left";

describe("sceneOf", () => {
  it("gives each sentence the annotations that lie in it", () => {
    const scene = sceneIn([MET, LEFT], { parties: { Norway: { id: "NOR" }, Poland: { id: "POL" } } });
    expect(scene.sentences.map((s) => s.parties.map((p) => p.id))).toEqual([["NOR", "POL"], ["NOR"]]);
    expect(scene.text).toBe("Norway met Poland. Norway left.");
  });

  it("lays over each word the longest mention that covers it", () => {
    const notation =
      "The DT det<Ministry | Norwegian NNP amod<Ministry | Defence NNP compound<Ministry | Ministry NNP nsubj<left | left=leave VBD root | .<left";
    const scene = sceneIn([notation], {
      parties: { Norwegian: { id: "NOR", form: "demonym" }, "Norwegian Defence Ministry": { id: "NOR", form: "body" } },
    });
    const [sentence] = scene.sentences;
    if (sentence === undefined) throw new Error("no sentence");
    expect(sentence.partyAt[at(sentence.tree, "Norwegian")]?.form).toBe("body");
    expect(sentence.partyAt[at(sentence.tree, "The")]).toBeUndefined();
  });

  it("leaves out an annotation that runs over the end of a sentence", () => {
    const analysis = analysisOf([MET, LEFT]);
    const across = { type: "money", start: 11, end: 25, amount: 1, currency: "USD", bound: "exact" } as const;
    const within = { ...across, start: 19, end: 25 };
    const scene = sceneOf(analysis, { parties: [], items: [], times: [], money: [across, within] });
    expect(scene.sentences.map((s) => s.money)).toEqual([[], [within]]);
  });

  it("has a sentence without words for one that the lexical pass kept from the model", () => {
    const analysis = analysisOf([MET]);
    const [sentence] = analysis.sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const scene = sceneOf({ ...analysis, sentences: [{ ...sentence, words: [] }] }, { parties: [], items: [], times: [], money: [] });
    expect(scene.sentences[0]).toMatchObject({ partyAt: [], tree: { root: -1 } });
  });
});
