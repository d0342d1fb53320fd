// From hand-written trees, without the model, to explanations; knowledge is the package's own.
import { describe, expect, it } from "vitest";
import { explainAnalysis, type Candidate, type Explanation } from "./explain.ts";
import { analysisOf } from "./grammar/tree.fixture.ts";
import { loadKnowledge } from "./knowledge.ts";
import { readAnalysis } from "./read.ts";

const KNOWLEDGE = loadKnowledge();
const OPTIONS = { confidence: () => 0.5 };

function explain(...notations: readonly string[]): Explanation {
  return explainAnalysis(analysisOf(notations), KNOWLEDGE, OPTIONS);
}

function candidatesOf({ sentences }: Explanation): readonly Candidate[] {
  return sentences.flatMap(({ candidates }) => candidates);
}

const CANCELLED =
  "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | with IN case<Poland | Poland NNP nmod<contract";
const BECAUSE = `${CANCELLED} | because IN case<cost | of IN fixed<because | its PRP$ nmod:poss<cost | cost NN obl<cancelled | .<cancelled`;

describe("an explanation", () => {
  it("has the reading that reading gives, and is plain data", () => {
    for (const notations of [[`${CANCELLED} | .<cancelled`], [`${CANCELLED} | .<cancelled`, BECAUSE], []]) {
      const explanation = explain(...notations);
      expect(explanation.reading).toEqual(readAnalysis(analysisOf(notations), KNOWLEDGE, OPTIONS));
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    }
  });

  it("gives each sentence's words and tree, and the annotations of the document", () => {
    const { sentences, annotations } = explain(`${CANCELLED} | .<cancelled`);
    expect(sentences.map(({ quote }) => quote)).toEqual(["Norway cancelled the contract with Poland."]);
    expect(sentences[0]?.words.map(({ form }) => form).slice(0, 2)).toEqual(["Norway", "cancelled"]);
    expect(annotations.parties.map(({ id }) => id)).toEqual(["NOR", "POL"]);
  });

  it("gives the frame at a word with its roles, its construction and the claim that it became", () => {
    const explanation = explain(`${CANCELLED} | .<cancelled`);
    const [first] = candidatesOf(explanation);
    expect(first).toMatchObject({
      act: "cancel",
      rule: explanation.reading.claims[0]?.rule,
      trigger: { quote: "cancelled", start: 7, end: 16 },
      construction: { form: "active", clause: "main" },
      mode: "actual",
      negated: false,
      end: { kind: "claim", claim: explanation.reading.claims[0]?.id },
    });
    expect(first?.roles[0]).toMatchObject({ slot: "actors", path: "subject", phrases: [{ quote: "Norway" }], parties: [{ id: "NOR" }] });
  });

  it("gives the frames that name a word and do not fit there", () => {
    const rained = explain("It PRP nsubj<lifted | lifted=lift VBD root | the DT det<lid | lid NN obj<lifted | .<lifted");
    expect(candidatesOf(rained)).toEqual([]);
    const [refused] = rained.sentences[0]?.refused ?? [];
    expect(refused).toMatchObject({ act: "lift", trigger: { quote: "lifted" }, because: { kind: "constraint" } });
    expect(refused?.because.kind === "constraint" && refused.because.broken.flatMap(({ found }) => found)).toContain("lid");
  });
});

describe("a candidate ends", () => {
  it("in the claim of a fuller telling", () => {
    const explanation = explain(`${CANCELLED} | .<cancelled`, BECAUSE);
    const [claim] = explanation.reading.claims;
    const ends = candidatesOf(explanation)
      .filter(({ act }) => act === "cancel")
      .map(({ end }) => end);
    expect(ends).toEqual([
      { kind: "told-again", claim: claim?.id },
      { kind: "claim", claim: claim?.id },
    ]);
  });

  it("dropped in its sentence, with the act that it gave way to", () => {
    const lifted = explain(
      "Norway NNP nsubj<lifted | lifted=lift VBD root | its PRP$ nmod:poss<ban | ban NN obj<lifted | on IN case<Poland | Poland NNP nmod<ban | .<lifted",
    );
    const [claimed, ban] = candidatesOf(lifted);
    expect(claimed).toMatchObject({ act: "lift", end: { kind: "claim" } });
    expect(ban).toMatchObject({
      act: "ban",
      end: { kind: "dropped", reason: "object-of-other-act", other: { act: "lift", rule: claimed?.rule, trigger: { quote: "lifted" } } },
    });
  });

  it("dropped for what it lacks after the whole document", () => {
    const nobody = explain(
      "Protesters=protester NNS nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | .<cancelled",
    );
    expect(candidatesOf(nobody).map(({ act, end }) => [act, end])).toEqual([["cancel", { kind: "dropped", reason: "no-party" }]]);
  });
});
