// What governs the clause of an act. The cues are those of knowledge/reading/mode.yaml, so that each of its groups is held to what it is for.
import { describe, expect, it } from "vitest";
import { presentation, said } from "./said.fixture.ts";

/** "Norway VERB to sign the treaty"; `cell` is the governing verb with its tag. */
const governed = (cell: string): string => {
  const form = cell.split(/[ =]/)[0] ?? "";
  return `Norway NNP nsubj<${form} | ${cell} root | to TO mark<sign | sign VB xcomp<${form} | the DT det<treaty | treaty NN obj<sign | .<${form}`;
};

describe("a governing verb", () => {
  it.each([
    ["plans=plan VBZ", "planned"],
    ["decided=decide VBD", "planned"],
    ["agreed=agree VBD", "planned"],
    ["vowed=vow VBD", "planned"],
    ["attempted=attempt VBD", "planned"],
    ["hopes=hope VBZ", "possible"],
    ["seeks=seek VBZ", "possible"],
    ["refused=refuse VBD", "planned, not"],
    ["declined=decline VBD", "planned, not"],
    ["failed=fail VBD", "actual, not"],
  ])("%s: to sign is %s", (cell, expected) => {
    expect(said(governed(cell), "sign")).toBe(expected);
  });

  it("an adjective governs like a verb", () => {
    const adjective = (word: string): string =>
      `France NNP nsubj<${word} | is=be VBZ cop<${word} | ${word} JJ root | to TO mark<buy | buy VB xcomp<${word} | ships=ship NNS obj<buy | .<${word}`;
    expect(said(adjective("likely"), "buy")).toBe("possible");
    expect(said(adjective("ready"), "buy")).toBe("possible");
    expect(said(adjective("due"), "buy")).toBe("planned");
    expect(said(adjective("unwilling"), "buy")).toBe("planned, not");
  });

  it("what is told in the indicative is not asked for", () => {
    const told = (clause: string): string =>
      `Norway NNP nsubj<told | told=tell VBD root | Chad NNP obj<told | that IN mark<signed | it PRP nsubj<signed | ${clause} | the DT det<treaty | treaty NN obj<signed | .<told`;
    expect(said(told("signed=sign VBD ccomp<told"), "signed")).toBe("actual");
    expect(said(told("will MD aux<sign | sign VB ccomp<told").replaceAll("<signed", "<sign"), "sign")).toBe("planned");
  });

  it("who denies what is only said denies what it says, and who tells of it does not", () => {
    const reports = (verb: string, noun = "reports=report"): string =>
      `Norway NNP nsubj<V | ${verb} VBD root | ${noun} NNS obj<V | that IN mark<signed | Chad NNP nsubj<signed | signed=sign VBD acl<N | it PRP obj<signed | .<V`
        .replaceAll("<V", `<${verb.split("=")[0]}`)
        .replaceAll("<N", `<${noun.split("=")[0]}`);
    expect(said(reports("dismissed=dismiss"), "signed")).toBe("actual, not");
    expect(said(reports("cited=cite"), "signed")).toBe("actual");
    expect(said(reports("dismissed=dismiss", "envoys=envoy"), "signed")).toBe("actual");
    const ofDeal =
      "Norway NNP nsubj<denied | denied=deny VBD root | reports=report NNS obj<denied | of IN case<deal | a DT det<deal | deal NN nmod<reports | .<denied";
    expect(said(ofDeal, "deal")).toBe("actual, not");
    expect(said(ofDeal.replace("denied=deny", "confirmed=confirm").replaceAll("<denied", "<confirmed"), "deal")).toBe("actual");
  });

  it("an act that is a noun stands in the condition that its clause is", () => {
    const goes = (marker: string): string =>
      `Chad NNP nsubj<warned | warned=warn VBD root | ${marker} IN mark<goes | Norway NNP nsubj<goes | goes=go VBZ advcl<warned | with IN case<sale | the DT det<sale | sale NN obl<goes | .<warned`;
    expect(presentation(goes("if"), "sale").condition).toBe(true);
    expect(presentation(goes("as"), "sale").condition).toBe(false);
  });

  it("what opens the way to an act makes it possible", () => {
    const way =
      "Norway NNP nsubj<opened | opened=open VBD root | the DT det<way | way NN obj<opened | to TO mark<sell | sell VB acl<way | ships=ship NNS obj<sell | .<opened";
    expect(said(way, "sell")).toBe("possible");
  });

  it("a gerund behind an adposition is what the verb or adjective is about", () => {
    const about = (cell: string, adposition: string): string =>
      `Norway NNP nsubj<${cell.split(/[ =]/)[0]} | ${cell} root | ${adposition} IN mark<signing | signing=sign VBG advcl<${cell.split(/[ =]/)[0]} | the DT det<treaty | treaty NN obj<signing | .<${cell.split(/[ =]/)[0]}`;
    expect(said(about("interested JJ", "in"), "signing")).toBe("possible");
    expect(said(about("decided=decide VBD", "against"), "signing")).toBe("planned, not");
  });

  it("a participle tells of its noun, and is not what the noun is for", () => {
    const signed =
      "It PRP nsubj<broke | broke=break VBD root | the DT det<agreement | agreement NN obj<broke | signed=sign VBN acl<agreement | by IN case<Chad | Chad NNP obl:agent<signed | .<broke";
    expect(said(signed, "signed")).toBe("actual");
  });

  it("decided not to sign is planned and negated", () => {
    expect(
      said(
        "Norway NNP nsubj<decided | decided=decide VBD root | not RB advmod<sign | to TO mark<sign | sign VB xcomp<decided | it PRP obj<sign | .<decided",
        "sign",
      ),
    ).toBe("planned, not");
  });

  it("did not agree to sign is negated, and did not refuse to sign is not", () => {
    const negated = (verb: string): string =>
      `Norway NNP nsubj<${verb} | did=do VBD aux<${verb} | not RB advmod<${verb} | ${verb} VB root | to TO mark<sign | sign VB xcomp<${verb} | it PRP obj<sign | .<${verb}`;
    expect(said(negated("agree"), "sign")).toBe("planned, not");
    expect(said(negated("refuse"), "sign")).toBe("planned");
  });

  it("whoever is urged is demanded to, and the asking verb is named", () => {
    const urged =
      "Poland NNP nsubj<urged | urged=urge VBD root | Norway NNP obj<urged | to TO mark<sell | sell VB xcomp<urged | ships=ship NNS obj<sell | .<urged";
    expect(presentation(urged, "sell")).toMatchObject({ mode: "demanded", negated: false, asked: 1 });
    const called =
      "Poland NNP nsubj<called | called=call VBD root | on IN case<Norway | Norway NNP obl<called | to TO mark<sell | sell VB advcl<called | ships=ship NNS obj<sell | .<called";
    expect(presentation(called, "sell")).toMatchObject({ mode: "demanded", asked: 1 });
  });

  it("whoever is asked in the passive is demanded to", () => {
    expect(
      said(
        "Norway NNP nsubj:pass<asked | was=be VBD aux:pass<asked | asked=ask VBN root | to TO mark<pay | pay VB xcomp<asked | France NNP obj<pay | .<asked",
        "pay",
      ),
    ).toBe("demanded");
  });

  it("a denial negates what is denied, and the denying verb is named", () => {
    const clause =
      "Norway NNP nsubj<denied | denied=deny VBD root | that IN mark<signed | it PRP nsubj<signed | signed=sign VBD ccomp<denied | the DT det<treaty | treaty NN obj<signed | .<denied";
    expect(presentation(clause, "signed")).toMatchObject({ mode: "actual", negated: true, denied: 1 });
    const gerund =
      "Norway NNP nsubj<denied | denied=deny VBD root | having=have VBG aux<signed | signed=sign VBN xcomp<denied | it PRP obj<signed | .<denied";
    expect(said(gerund, "signed")).toBe("actual, not");
  });

  it("a reporting verb changes nothing", () => {
    expect(
      said("Poland NNP nsubj<said | said=say VBD root | Norway NNP nsubj<signed | signed=sign VBD ccomp<said | it PRP obj<signed | .<said", "signed"),
    ).toBe("actual");
    expect(
      said(
        "Poland NNP nsubj<say | may MD aux<say | say VB root | Norway NNP nsubj<signed | signed=sign VBD ccomp<say | it PRP obj<signed | .<say",
        "signed",
      ),
    ).toBe("actual");
  });

  it("an auxiliary of the governing verb holds for a clause that has no tense", () => {
    expect(
      said(
        "It PRP nsubj<see | would MD aux<see | see VB root | Norway NNP nsubj<halt | halt VB ccomp<see | exports=export NNS obj<halt | .<see",
        "halt",
      ),
    ).toBe("conditional");
  });

  it("what someone is prevented from does not happen", () => {
    expect(
      said(
        "Norway NNP nsubj<prevented | prevented=prevent VBD root | France NNP obj<prevented | from IN mark<selling | selling=sell VBG advcl<prevented | ships=ship NNS obj<selling | .<prevented",
        "selling",
      ),
    ).toBe("planned, not");
  });
});
