// By which construction a word tells, one sentence for each.
import { describe, expect, it } from "vitest";
import { constructionOf } from "./construction.ts";
import { at, treeIn } from "./tree.fixture.ts";

const ACTIVE = "Norway NNP nsubj<signed | signed=sign VBD root | it PRP obj<signed | .<signed";
const RELATIVE =
  "Norway NNP nsubj<left | which WDT nsubj<signed | had=have VBD aux<signed | signed=sign VBN acl:relcl<Norway | it PRP obj<signed | left=leave VBD root | .<left";

describe("the form of a telling word", () => {
  it.each([
    ["active", "signed", ACTIVE],
    ["active, with an auxiliary", "sign", "Norway NNP nsubj<sign | will MD aux<sign | sign VB root | it PRP obj<sign | .<sign"],
    ["passive", "signed", "It PRP nsubj:pass<signed | was=be VBD aux:pass<signed | signed=sign VBN root | .<signed"],
    [
      "passive, in a conjunct that shares the auxiliary",
      "sealed",
      "It PRP nsubj:pass<signed | was=be VBD aux:pass<signed | signed=sign VBN root | and CC cc<sealed | sealed=seal VBN conj<signed | .<signed",
    ],
    [
      "participle",
      "signed",
      "The DT det<deal | deal NN nsubj<failed | signed=sign VBN acl<deal | by IN case<Norway | Norway NNP obl:agent<signed | failed=fail VBD root | .<failed",
    ],
    [
      "participle, of a clause beside",
      "ending",
      "Norway NNP nsubj<left | left=leave VBD root | ,<ending | ending=end VBG advcl<left | it PRP obj<ending | .<left",
    ],
    ["infinitive", "sign", "Norway NNP nsubj<agreed | agreed=agree VBD root | to TO mark<sign | sign VB xcomp<agreed | it PRP obj<sign | .<agreed"],
    [
      "gerund",
      "signing",
      "Norway NNP nsubj<gained | gained=gain VBD root | by IN mark<signing | signing=sign VBG advcl<gained | it PRP obj<signing | .<gained",
    ],
    ["noun", "signing", "The DT det<signing | signing NN nsubj<failed | failed=fail VBD root | .<failed"],
    ["adjective", "opposed", "Norway NNP nsubj<opposed | is=be VBZ cop<opposed | opposed JJ root | .<opposed"],
  ])("is %s: %s", (form, word, notation) => {
    const tree = treeIn(notation);
    expect(constructionOf(tree, at(tree, word)).form).toBe(form.split(",")[0]);
  });
});

describe("the clause of a telling word", () => {
  it.each([
    ["main", "signed", ACTIVE],
    ["relative", "signed", RELATIVE],
    [
      "conjunct",
      "signed",
      "Norway NNP nsubj<met | met=meet VBD root | Poland NNP obj<met | and CC cc<signed | signed=sign VBD conj<met | it PRP obj<signed | .<met",
    ],
    [
      "complement",
      "signed",
      "He PRP nsubj<said | said=say VBD root | that IN mark<signed | Norway NNP nsubj<signed | signed=sign VBD ccomp<said | it PRP obj<signed | .<said",
    ],
    [
      "adverbial",
      "signed",
      "He PRP nsubj<left | left=leave VBD root | after IN mark<signed | Norway NNP nsubj<signed | signed=sign VBD advcl<left | it PRP obj<signed | .<left",
    ],
  ])("is %s", (clause, word, notation) => {
    const tree = treeIn(notation);
    expect(constructionOf(tree, at(tree, word)).clause).toBe(clause);
  });

  it("is, for a noun and an infinitive, that of the verb that they hang on", () => {
    const tree = treeIn(
      "He PRP nsubj<said | said=say VBD root | that IN mark<agreed | Norway NNP nsubj<agreed | agreed=agree VBD ccomp<said | to TO mark<drop | drop VB xcomp<agreed | the DT det<ban | ban NN obj<drop | .<said",
    );
    for (const word of ["drop", "ban"]) expect(constructionOf(tree, at(tree, word)).clause).toBe("complement");
  });
});
