// Whose a verb of saying is where its own subject does not tell.
import { describe, expect, it } from "vitest";
import { saidIn } from "./said.fixture.ts";

describe("whose a reporting verb is", () => {
  it("is whoever is quoted as saying it, and then whoever quotes him", () => {
    const notation =
      "State NN compound<media | media NNS nsubj<quoted | quoted=quote VBD root | Jan NNP obj<quoted | Nowak NNP flat<Jan | as IN mark<saying | saying=say VBG advcl<quoted | that IN mark<sold | Norway NNP nsubj<sold | sold=sell VBD ccomp<saying | ships=ship NNS obj<sold";
    const { attributions } = saidIn([notation]);
    const chain = attributions.toSorted((a, b) => b.depth - a.depth).map(({ source }) => [source.name, source.cue]);
    expect(chain).toEqual([
      ["Jan Nowak", "saying"],
      ["State media", "quoted"],
    ]);
  });

  it("in the passive, is whoever was quoted as saying it", () => {
    const notation =
      "Jan NNP nsubj:pass<quoted | Nowak NNP flat<Jan | was=be VBD aux:pass<quoted | quoted=quote VBN root | as IN mark<saying | saying=say VBG advcl<quoted | that IN mark<sold | Norway NNP nsubj<sold | sold=sell VBD ccomp<saying | ships=ship NNS obj<sold";
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak: that Norway sold ships"]);
  });

  it("behind a comma within what is said, is whoever said the whole", () => {
    const notation =
      "Poland NNP nsubj<claims | claims=claim VBZ root | that IN mark<passed | a DT det<plane | plane NN nsubj<passed | passed=pass VBD ccomp<claims | its PRP$ nmod:poss<ship | ship NN obj<passed | ,<saying | saying=say VBG advcl<passed | it PRP nsubj<breach | was=be VBD cop<breach | a DT det<breach | breach NN ccomp<saying";
    expect(saidIn([notation]).lines).toContain("Poland: it was a breach");
  });

  it("on a text that somebody issues, is the issuer; on one that others debate, the text itself", () => {
    const text = (form: string, lemma: string): string =>
      `Poland NNP nsubj<${form} | ${form}=${lemma} VBD root | a DT det<resolution | resolution NN obj<${form} | demanding=demand VBG acl<resolution | that IN mark<leave | Norway NNP nsubj<leave | leave VB ccomp<demanding`;
    expect(saidIn([text("passed", "pass")]).lines).toEqual(["Poland: that Norway leave"]);
    expect(saidIn([text("vetoed", "veto")]).lines).toEqual(["a resolution: that Norway leave"]);
  });

  it("is no agreement, whose terms are no saying", () => {
    const notation =
      "The DT det<agreement | agreement NN nsubj<states | states=state VBZ root | that IN mark<leaves | Norway NNP nsubj<leaves | leaves=leave VBZ ccomp<states";
    expect(saidIn([notation]).lines).toEqual([]);
  });

  it("is no title before a name that parsers take for another subject", () => {
    const notation =
      "The DT det<ambassador | ambassador NN nsubj<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | Norway NNP nsubj<left | left=leave VBD ccomp<said";
    expect(saidIn([notation]).attributions.map(({ source }) => source.name)).toEqual(["Jan Nowak"]);
  });
});
