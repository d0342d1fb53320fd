// Quotations over sentences and paragraphs.
import { describe, expect, it } from "vitest";
import { saidIn } from "./said.fixture.ts";

const OPEN =
  "Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | ,<said | “<sold | Norway NNP nsubj<sold | sold=sell VBD ccomp<said | ships=ship NNS obj<sold | .<said";
const WITHIN = "They PRP nsubj<sailed | sailed=sail VBD root | north RB advmod<sailed | .<sailed";
const CLOSE = "They PRP nsubj<sailed | sailed=sail VBD root | north RB advmod<sailed | .<sailed | ”<sailed";

/** Name and sentence of each attribution. */
function speakers(notations: readonly string[]): readonly (readonly [number, string])[] {
  return saidIn(notations).attributions.map(({ sentence, source }) => [sentence, source.name]);
}

describe("a quotation over sentences", () => {
  it("goes on until its mark closes", () => {
    expect(speakers([OPEN, WITHIN, CLOSE, WITHIN])).toEqual([
      [0, "Jan Nowak"],
      [1, "Jan Nowak"],
      [2, "Jan Nowak"],
    ]);
  });

  it("whose speaker is named at its end is his from its beginning", () => {
    const first = "“<sailed | They PRP nsubj<sailed | sailed=sail VBD root | north RB advmod<sailed | .<sailed";
    const last =
      "Norway NNP nsubj<sold | sold=sell VBD ccomp<said | ships=ship NNS obj<sold | ,<said | ”<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | .<said";
    expect(speakers([first, last])).toEqual([
      [0, "Jan Nowak"],
      [1, "Jan Nowak"],
    ]);
  });

  it("ends with its paragraph, unless the next begins with a mark again", () => {
    const apart = (notations: readonly string[]) =>
      saidIn(notations, undefined, (scene) => ({
        ...scene,
        sentences: scene.sentences.map((one, s) => ({ ...one, tree: { ...one.tree, sentence: { ...one.tree.sentence, block: s } } })),
      })).attributions.map(({ sentence }) => sentence);
    expect(apart([OPEN, WITHIN])).toEqual([0]);
    expect(apart([OPEN, `“<sailed | ${WITHIN}`])).toEqual([0, 1]);
  });

  it("is not carried on by who asks", () => {
    const asked =
      "Jan NNP nsubj<urged | Nowak NNP flat<Jan | urged=urge VBD root | Norway NNP obj<urged | to TO mark<sign | sign VB xcomp<urged | .<urged";
    expect(speakers([asked, `“<sailed | ${CLOSE}`])).toEqual([[0, "Jan Nowak"]]);
  });

  it("holds only what stands in marks", () => {
    const half =
      "They PRP nsubj<sailed | sailed=sail VBD root | north RB advmod<sailed | .<sailed | ”<sailed | Later RB advmod<left | Poland NNP nsubj<left | left=leave VBD parataxis<sailed";
    expect(saidIn([OPEN, half]).lines[1]).toBe("Jan Nowak: They sailed north.”");
  });
});
