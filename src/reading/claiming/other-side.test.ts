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

  it("is the one with whom the document tells most of its actor's dealings", () => {
    const put = draftOf("suspend", { actors: ["NOR"], object: "delivery", match: { sentence: 1 } });
    const sold = draftOf("sell", { actors: ["NOR"], targets: ["TCD"] });
    const met = draftOf("meet", { actors: ["NOR", "POL"] });
    expect(targets(put, [sold, met, sold])).toBe("TCD");
    expect(targets(put, [sold, met])).toBe("");
    expect(targets(draftOf("suspend", { actors: ["NOR"], object: "treaty", match: { sentence: 1 } }), [sold])).toBe("");
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

  it("of a protest is who has just done what it is about, where it takes that up", () => {
    const signed = draftOf("sign", { actors: ["POL", "TCD"], object: "pact" });
    const protest = (object: string, definite: boolean): Draft =>
      draftOf("object", { actors: ["NOR"], object, match: { sentence: 1 }, draft: { definite } });
    expect(targets(protest("pact", true), [signed])).toBe("POL,TCD");
    expect(targets(protest("whaling", false), [signed])).toBe("");
  });

  it("stays what the clause says", () => {
    const named = draftOf("lift", { actors: ["NOR"], targets: ["POL"], object: "ban" });
    expect(targets(named, [draftOf("ban", { actors: ["NOR"], targets: ["TCD"] })], ["lift"])).toBe("POL");
  });
});
