// Parties that a clause leaves out are those of the undertaking that it takes up.
import { describe, expect, it } from "vitest";
import { sceneIn } from "../scene/scene.fixture.ts";
import { bridge } from "./bridge.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./draft.fixture.ts";

const FILLER = "Rain NN nsubj<fell | fell=fall VBD root | .<fell";
const SCENE = sceneIn(Array.from({ length: 40 }, () => FILLER));

const SOLD = draftOf("sell", { actors: ["NOR"], targets: ["TCD"], object: "ten patrol boats", items: ["patrol boats"] });
const CONTRACT = draftOf("sign", { actors: ["NOR", "TCD"], object: "patrol contract", frame: { joint: true } });

/** Actors > targets of the last draft, after bridging. */
function parties(...drafts: readonly Draft[]): string {
  const last = bridge(drafts, SCENE).at(-1);
  const ids = (list: Draft["actors"]): string => list.map((p) => p.party.id).join(",");
  return last === undefined ? "" : `${ids(last.actors)} > ${ids(last.targets)}`;
}

const later = (sentence: number): { match: { sentence: number }; draft: { definite: true } } => ({ match: { sentence }, draft: { definite: true } });

describe("an act that takes up an undertaking told before", () => {
  it("the boats were never delivered: by the seller to the buyer", () => {
    expect(parties(SOLD, draftOf("deliver", { object: "boats", items: ["boats"], ...later(1) }))).toBe("NOR > TCD");
  });

  it("the order of what was sold is the buyer's from the seller", () => {
    expect(parties(SOLD, draftOf("order", { object: "patrol boats", items: ["patrol boats"], ...later(1) }))).toBe("TCD > NOR");
  });

  it("cancelled the contract: the other party is that of the contract", () => {
    expect(parties(CONTRACT, draftOf("cancel", { actors: ["NOR"], object: "contract", frame: { otherParty: true }, ...later(1) }))).toBe("NOR > TCD");
  });

  it("what the agreement provides, its parties provide", () => {
    expect(parties(CONTRACT, draftOf("provide", { object: "agreement", ...later(1) }))).toBe("NOR,TCD > ");
  });
});

describe("an act that takes up nothing", () => {
  it("of someone who has no part in the undertaking keeps its target open", () => {
    expect(parties(CONTRACT, draftOf("cancel", { actors: ["PER"], object: "contract", frame: { otherParty: true }, ...later(1) }))).toBe("PER > ");
  });

  it("on a thing of another kind gets nobody's parties", () => {
    expect(parties(CONTRACT, draftOf("deliver", { object: "speech", ...later(1) }))).toBe(" > ");
  });

  it("with parties of its own keeps them", () => {
    expect(parties(SOLD, draftOf("deliver", { actors: ["SWE"], targets: ["PER"], object: "boats", items: ["boats"], ...later(1) }))).toBe(
      "SWE > PER",
    );
  });

  it("too far behind the undertaking gets nobody's parties", () => {
    expect(parties(SOLD, draftOf("deliver", { object: "boats", items: ["boats"], ...later(30) }))).toBe(" > ");
  });

  it("told first gets nothing from what is told after it", () => {
    const [first] = bridge([draftOf("deliver", { object: "boats", items: ["boats"], ...later(0) }), SOLD], SCENE);
    expect(first?.actors).toEqual([]);
  });
});
