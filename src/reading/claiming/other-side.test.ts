// The other side of an act from what the document tells around it.
import { describe, expect, it } from "vitest";
import { sceneIn } from "../scene/scene.fixture.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft.fixture.ts";
import { withOtherSide } from "./other-side.ts";

const PARTS = { parties: { Norway: { id: "NOR" }, Chad: { id: "TCD" }, Poland: { id: "POL" }, Chadian: { id: "TCD", form: "demonym" as const } } };
const scene = sceneIn(
  [
    "Norway NNP nsubj<lifted | lifted=lift VBD root | the DT det<ban | ban NN obj<lifted | after IN case<vote | a DT det<vote | vote NN obl<lifted | in IN case<Chad | Chad NNP nmod<vote | .<lifted",
    "Norway NNP nsubj<lifted | lifted=lift VBD root | the DT det<ban | ban NN obj<lifted | .<lifted",
  ],
  PARTS,
);

/** Targets by id; `sentence` 1 names no other state. */
function targets(draft: Draft, before: readonly Draft[] = [], alone: readonly string[] = []): string {
  const found = withOtherSide(draft, { before, beside: [draft], scene, alone: new Set(alone) });
  return found.targets.map((t) => t.party.id).join();
}

const lifted = (sentence: number): Draft => draftOf("lift", { actors: ["NOR"], object: "ban", match: { sentence } });

describe("the other side of an act that names none", () => {
  it("is whomever the same party put the measure on", () => {
    expect(targets(lifted(1), [draftOf("ban", { actors: ["NOR"], targets: ["POL"] })])).toBe("POL");
    expect(targets(lifted(1), [draftOf("ban", { actors: ["SWE"], targets: ["POL"] })])).toBe("");
  });

  it("is the one other state of the sentence, for the acts that may be told so", () => {
    expect(targets(lifted(0), [], ["lift"])).toBe("TCD");
    expect(targets(lifted(0))).toBe("");
    expect(targets(lifted(1), [], ["lift"])).toBe("");
  });

  it("is not the one other state where the network for acts sees the act and no part of that state in it", () => {
    const seen = (part: string): string => {
      const [first] = scene.sentences;
      if (!first) throw new Error("no sentence");
      const at = (form: string): number => first.tree.words.findIndex((word) => word.form === form);
      const act = { word: at("lifted"), act: "lift" as const, score: 0.9, actors: [], targets: [{ word: at(part), score: 0.4 }], object: [] };
      const sentence = { ...first.tree.sentence, acts: [act] };
      const heard = { ...scene, sentences: [{ ...first, tree: { ...first.tree, sentence } }, ...scene.sentences.slice(1)] };
      const draft = draftOf("lift", { actors: ["NOR"], object: "ban", match: { sentence: 0, trigger: at("lifted") } });
      return withOtherSide(draft, { before: [], beside: [draft], scene: heard, alone: new Set(["lift"]) })
        .targets.map(({ party }) => party.id)
        .join();
    };
    expect([seen("Chad"), seen("ban")]).toEqual(["TCD", ""]);
  });

  it("of a threat is who has just acted against the one that threatens", () => {
    const threatened = draftOf("threaten", { actors: ["NOR"], match: { sentence: 1 } });
    expect(targets(threatened, [draftOf("sanction", { actors: ["POL"], targets: ["NOR"] })])).toBe("POL");
    expect(targets(threatened, [draftOf("meet", { actors: ["POL", "NOR"] })])).toBe("");
  });

  it("of a measure that is extended is the one other state, of an agreement nobody's", () => {
    const extended = (object: string): Draft => draftOf("extend", { actors: ["NOR"], object, match: { sentence: 0 } });
    expect(targets(extended("embargo"))).toBe("TCD");
    expect(targets(extended("lease"))).toBe("");
  });

  it("stays what the clause says", () => {
    const named = draftOf("lift", { actors: ["NOR"], targets: ["POL"], object: "ban" });
    expect(targets(named, [draftOf("ban", { actors: ["NOR"], targets: ["TCD"] })], ["lift"])).toBe("POL");
  });
});
