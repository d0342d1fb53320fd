// Nouns of saying: what they hold and whose words they are.
import { describe, expect, it } from "vitest";
import { saidIn } from "./said.fixture.ts";

describe("a noun of saying", () => {
  it("holds its clause, by its owner", () => {
    const claim = (owner: string, behind: string): string =>
      `Markets=market NNS nsubj<ignored | ignored=ignore VBD root | ${owner} | claim NN obj<ignored | ${behind}that IN mark<sold | Poland NNP nsubj<sold | sold=sell VBD acl<claim | ships=ship NNS obj<sold`;
    expect(saidIn([claim("Norway NNP nmod:poss<claim | 's POS case<Norway", "")]).lines).toEqual(["Norway: that Poland sold ships"]);
    expect(saidIn([claim("the DT det<claim", "by IN case<Norway | Norway NNP nmod<claim | ")]).lines).toEqual(["Norway: that Poland sold ships"]);
  });

  it("of asking holds what is asked for, by whom the adjective names", () => {
    const notation =
      "Norway NNP nsubj<rejected | rejected=reject VBD root | Polish JJ amod<demands | demands=demand NNS obj<rejected | to TO mark<leave | leave VB acl<demands";
    const { lines, attributions } = saidIn([notation]);
    expect(lines).toEqual(["Poland: to leave"]);
    expect(attributions[0]?.asks).toBe(true);
  });

  it("that somebody expresses is his", () => {
    const notation =
      "Norway NNP nsubj<expressed | expressed=express VBD root | hope NN obj<expressed | that IN mark<sign | Poland NNP nsubj<sign | would MD aux<sign | sign VB acl<hope";
    expect(saidIn([notation]).lines).toEqual(["Norway: that Poland would sign"]);
  });

  it("needs no that: his announcement he will leave", () => {
    const notation =
      "Markets=market NNS nsubj<ignored | ignored=ignore VBD root | Norway NNP nmod:poss<announcement | 's POS case<Norway | announcement NN obj<ignored | Poland NNP nsubj<leave | will MD aux<leave | leave VB acl<announcement";
    expect(saidIn([notation]).lines).toEqual(["Norway: Poland will leave"]);
  });

  it("speaks for itself where nobody is named, unless it is denied", () => {
    const report = (verb: string): string =>
      `Norway NNP nsubj<${verb}ed | ${verb}ed=${verb} VBD root | reports=report NNS obj<${verb}ed | of IN case<sale | a DT det<sale | sale NN nmod<reports`;
    expect(saidIn([report("check")]).lines).toEqual(["reports: of a sale"]);
    expect(saidIn([report("reject")]).lines).toEqual([]);
  });

  it("without a clause or an of-phrase holds nothing", () => {
    expect(saidIn(["Norway NNP nsubj<made | made=make VBD root | a DT det<statement | statement NN obj<made"]).lines).toEqual([]);
  });
});
