// What parsers tie wrongly and reading cannot bear, each kind with a sentence that must stay as it is.
import { describe, expect, it } from "vitest";
import { at, formsAt, treeIn } from "./tree.fixture.ts";
import { subtree, wordAt, type Tree } from "./tree.ts";

/** "obj<concluded": how a word is tied. */
function tie(tree: Tree, form: string): string {
  const { relation, head } = wordAt(tree, at(tree, form));
  return `${relation}<${wordAt(tree, head).form}`;
}

describe("around a saying", () => {
  it("ties what stands behind an inverted saying to the saying", () => {
    const tree = treeIn(
      "“<settle | We PRP nsubj<settle | will MD aux<settle | settle VB ccomp<said | it PRP obj<settle | ”<settle | ,<settle | he PRP nsubj<said | said=say VBD root | on IN case<Tuesday | Tuesday NNP obl<settle | .<said",
    );
    expect(wordAt(tree, at(tree, "Tuesday")).head).toBe(at(tree, "said"));
    expect(formsAt(tree, subtree(tree, at(tree, "settle")))).not.toContain("Tuesday");
  });

  it("leaves a day inside the quotation with the quotation", () => {
    const tree = treeIn(
      "“<settle | We PRP nsubj<settle | will MD aux<settle | settle VB ccomp<said | it PRP obj<settle | on IN case<Tuesday | Tuesday NNP obl<settle | ”<settle | ,<settle | he PRP nsubj<said | said=say VBD root | .<said",
    );
    expect(wordAt(tree, at(tree, "Tuesday")).head).toBe(at(tree, "settle"));
  });

  it("leaves a day behind a saying that comes first with what is said", () => {
    const tree = treeIn(
      "He PRP nsubj<said | said=say VBD root | they PRP nsubj<met | met=meet VBD ccomp<said | on IN case<Tuesday | Tuesday NNP obl<met | .<said",
    );
    expect(wordAt(tree, at(tree, "Tuesday")).head).toBe(at(tree, "met"));
  });
});

describe("two subjects", () => {
  const concluded = (accord: string): Tree =>
    treeIn(
      `Kenya NNP nsubj<concluded | on IN case<Thursday | Thursday NNP obl<concluded | concluded=conclude VBD root | an DT det<accord | accord NN ${accord}<concluded | .<concluded`,
    );

  it("are a subject and an object, if one stands behind the verb", () => {
    expect(tie(concluded("nsubj"), "accord")).toBe("obj<concluded");
    expect(tie(concluded("nsubj"), "Kenya")).toBe("nsubj<concluded");
  });

  it("leaves the subject of an inverted verb alone", () => {
    const tree = treeIn(
      "“<over | It PRP nsubj<over | is VBZ cop<over | over JJ ccomp<said | ,<over | ”<over | said=say VBD root | Kenya NNP nsubj<said | .<said",
    );
    expect(tie(tree, "Kenya")).toBe("nsubj<said");
  });

  it("leaves a relative clause's own subject alone", () => {
    const tree = treeIn("that WDT nsubj<means | means=mean VBZ root | Kenya NNP nsubj<means | .<means");
    expect(tie(tree, "Kenya")).toBe("nsubj<means");
  });
});

describe("a common noun before a name", () => {
  it("is its title, where both are told to be the subject", () => {
    const tree = treeIn("Musician=musician NN nsubj<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | .<said");
    expect(tie(tree, "Musician")).toBe("nmod:desc<Jan");
    expect(tie(tree, "Jan")).toBe("nsubj<said");
  });
});

describe("a name before a number", () => {
  it("receives, where it stands right behind the verb", () => {
    const tree = treeIn(
      "to TO mark<sell | sell VB root | Colombo NNP compound<boats | six CD nummod<boats | patrol NN compound<boats | boats=boat NNS obj<sell | .<sell",
    );
    expect(tie(tree, "Colombo")).toBe("iobj<sell");
    expect(tie(tree, "patrol")).toBe("compound<boats");
  });

  it("is part of the goods behind the number", () => {
    const tree = treeIn("to TO mark<sell | sell VB root | six CD nummod<jets | Rafale NNP compound<jets | jets=jet NNS obj<sell | .<sell");
    expect(tie(tree, "Rafale")).toBe("compound<jets");
  });
});

describe("an adverb between a verb and a comma", () => {
  it("is that verb's", () => {
    const tree = treeIn(
      "They PRP nsubj<train | will MD aux<train | train VB root | together RB advmod<repaired | ,<repaired | tanks=tank NNS nsubj:pass<repaired | are VBP aux:pass<repaired | repaired=repair VBN parataxis<train | .<train",
    );
    expect(tie(tree, "together")).toBe("advmod<train");
  });

  it("stays with the clause that it opens", () => {
    const tree = treeIn("However RB advmod<left | ,<left | Chad NNP nsubj<left | left=leave VBD root | .<left");
    expect(tie(tree, "However")).toBe("advmod<left");
  });
});

describe("a sum", () => {
  it("is what is paid, though its sign is taken for a name that receives", () => {
    const paid = treeIn(
      "Chad NNP nsubj<paid | paid=pay VBD root | US$ NNP iobj<paid | 5 CD nummod<US$ | to IN case<Mali | Mali NNP obl<paid | .<paid",
    );
    expect(tie(paid, "US$")).toBe("obj<paid");
  });

  it("leaves whoever is paid where the sum is the object", () => {
    const paid = treeIn("Chad NNP nsubj<paid | paid=pay VBD root | Mali NNP iobj<paid | $ $ obj<paid | 5 CD nummod<$ | .<paid");
    expect(tie(paid, "Mali")).toBe("iobj<paid");
  });
});

describe("coordination behind a comma", () => {
  const signed = (last: string): Tree =>
    treeIn(
      `After IN case<talks | talks=talk NNS obl<signed | in IN case<Delhi | Delhi NNP nmod<talks | ,<talks | Nepal NNP nsubj<signed | and CC cc<Bhutan | Bhutan NNP ${last} | signed=sign VBD root | it PRP obj<signed | .<signed`,
    );

  it("is of the subject that it stands beside, not of a name before the comma", () => expect(tie(signed("conj<Delhi"), "Bhutan")).toBe("conj<Nepal"));

  it("stays where it is right", () => expect(tie(signed("conj<Nepal"), "Bhutan")).toBe("conj<Nepal"));
});
