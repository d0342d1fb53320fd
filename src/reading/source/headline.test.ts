// Headlines whose colon is the cue.
import { describe, expect, it } from "vitest";
import { PARTS, saidIn } from "./said.fixture.ts";

/** The lines of one sentence that is a headline. */
function headlined(notation: string, parts = PARTS): readonly string[] {
  return saidIn([notation], parts, (scene) => {
    const document = { ...scene.analysis.document, blocks: [{ kind: "headline" as const, start: 0, end: scene.text.length }] };
    return { ...scene, analysis: { ...scene.analysis, document } };
  }).lines;
}

const GETS = "Norway NNP nsubj<get | to TO mark<get | get VB root | ships=ship NNS obj<get";

describe("a headline", () => {
  it("names who says it behind a colon", () => {
    expect(headlined(`${GETS} | :<get | minister NN parataxis<get`)).toEqual(["minister: Norway to get ships"]);
    expect(headlined(`${GETS} | :<get | Jan NNP parataxis<get | Nowak NNP flat<Jan`)).toEqual(["Jan Nowak: Norway to get ships"]);
  });

  it("names a body that says it before a colon", () => {
    const parts = { ...PARTS, parties: { ...PARTS.parties, Volta: { kind: "company" as const } } };
    const notation = "Volta NNP dep<get | :<get | Norway NNP nsubj<get | to TO mark<get | get VB root | ships=ship NNS obj<get";
    expect(headlined(notation, parts)).toEqual(["Volta: Norway to get ships"]);
  });

  it("has a state's name before a colon for its topic", () => {
    expect(headlined("Poland NNP dep<sold | :<sold | ships=ship NNS nsubj:pass<sold | sold=sell VBN root | abroad RB advmod<sold")).toEqual([]);
  });

  it("says nothing where no clause stands beside the colon", () => {
    expect(headlined("Jan NNP root | Nowak NNP flat<Jan | :<Jan | a DT det<interview | new JJ amod<interview | interview NN parataxis<Jan")).toEqual(
      [],
    );
  });

  it("is told from other text", () => {
    expect(saidIn([`${GETS} | :<get | minister NN parataxis<get`]).lines).toEqual([]);
  });
});
