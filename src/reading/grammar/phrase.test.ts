// Noun phrases as the guideline writes them.
import { describe, expect, it } from "vitest";
import { phraseSpan } from "./phrase.ts";
import { analysisOf, at } from "./tree.fixture.ts";
import { treeOf } from "./tree.ts";

function phrase(notation: string, head: string): string {
  const { document, sentences } = analysisOf([notation]);
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error("no sentence");
  const tree = treeOf(sentence);
  const span = phraseSpan(tree, at(tree, head));
  return document.text.slice(span.start, span.end);
}

describe("a noun phrase", () => {
  it("stands without its determiner and adposition", () => {
    expect(
      phrase(
        "It PRP nsubj<joined | joined=join VBD root | in IN case<treaty | the DT det<treaty | new JJ amod<treaty | treaty NN obl<joined | .<joined",
        "treaty",
      ),
    ).toBe("new treaty");
  });

  it("stands without an adposition that is no adposition by its part of speech", () => {
    expect(
      phrase(
        "It PRP nsubj<left | left=leave VBD root | ,<paper | according=accord VBG case<paper | to IN fixed<according | the DT det<paper | paper NN obl<left | .<left",
        "paper",
      ),
    ).toBe("paper");
    expect(phrase("It PRP nsubj<left | left=leave VBD root | due JJ case<costs | to IN fixed<due | costs=cost NNS obl<left | .<left", "costs")).toBe(
      "costs",
    );
  });

  it("keeps what follows by adposition, and leaves out a relative clause", () => {
    const notation =
      "It PRP nsubj<signed | signed=sign VBD root | a DT det<treaty | new JJ amod<treaty | ,<wider | wider=wide JJR amod<treaty | treaty NN obj<signed | with IN case<France | France NNP nmod<treaty | ,<took | which WDT nsubj<took | took=take VBD acl:relcl<treaty | effect NN obj<took | .<signed";
    expect(phrase(notation, "treaty")).toBe("new, wider treaty with France");
  });

  it("keeps an infinitive that says what the thing is for", () => {
    const notation =
      "It PRP nsubj<signed | signed=sign VBD root | a DT det<contract | contract NN obj<signed | to TO mark<sell | sell VB acl<contract | ships=ship NNS obj<sell | .<signed";
    expect(phrase(notation, "contract")).toBe("contract to sell ships");
  });

  it("leaves out later conjuncts and appositions", () => {
    expect(
      phrase(
        "It PRP nsubj<sold | sold=sell VBD root | old JJ amod<tanks | tanks=tank NNS obj<sold | and CC cc<ships | ships=ship NNS conj<tanks | .<sold",
        "tanks",
      ),
    ).toBe("old tanks");
    expect(
      phrase(
        "It PRP nsubj<joined | joined=join VBD root | the DT det<pact | pact NN obj<joined | ,<treaty | a DT det<treaty | treaty NN appos<pact | of IN case<peace | peace NN nmod<treaty | .<joined",
        "pact",
      ),
    ).toBe("pact");
  });

  it("keeps the marks of a quotation that is the name, and no other punctuation", () => {
    const notation =
      "It PRP nsubj<joined | joined=join VBD root | the DT det<pact | “<peace | peace NN compound<pact | pact NN obj<joined | ”<pact | ,<joined | too RB advmod<joined | .<joined";
    expect(phrase(notation, "pact")).toBe("“peace pact”");
  });

  it("is the head alone where nothing belongs to it", () => {
    expect(phrase("Norway NNP nsubj<left | left=leave VBD root | .<left", "Norway")).toBe("Norway");
  });
});
