// Every reason for which a candidate is dropped.
import { describe, expect, it } from "vitest";
import type { Act } from "../claim.ts";
import { at, treeIn } from "../grammar/tree.fixture.ts";
import type { Tree } from "../grammar/index.ts";
import { draftOf, type DraftParts } from "./draft.fixture.ts";
import type { Filled } from "./fill.ts";
import { lacks, select } from "./select.ts";

/** A draft whose trigger and objects stand at words of the tree; it has a party. */
function filled(
  tree: Tree,
  act: Act,
  trigger: string,
  objects: readonly string[],
  parts: DraftParts = {},
  presentation: Partial<Filled["presentation"]> = {},
): Filled {
  const heads = { trigger: at(tree, trigger), clause: at(tree, trigger), objects: objects.map((o) => at(tree, o)) };
  const draft = draftOf(act, { actors: ["NOR"], ...parts, match: heads });
  return { draft, presentation: { mode: "actual", negated: false, condition: false, speculation: false, ...presentation } };
}

/** "kept" or the reason, by act. */
function fates(tree: Tree, all: readonly Filled[]): Record<string, string> {
  const { kept, dropped } = select(tree, all);
  return Object.fromEntries([...kept.map((d) => [d.match.frame.act, "kept"]), ...dropped.map((d) => [d.draft.match.frame.act, d.reason])]);
}

const SIGNED = treeIn(
  "Norway NNP nsubj<signed | signed=sign VBD root | a DT det<contract | contract NN obj<signed | to TO mark<sell | sell VB acl<contract | ships=ship NNS obj<sell | .<signed",
);

describe("what is dropped", () => {
  it("condition: an act behind if", () => {
    expect(fates(SIGNED, [filled(SIGNED, "sign", "signed", ["contract"], {}, { condition: true })])).toEqual({ sign: "condition" });
  });

  it("speculation-without-act: an act that is only thought of", () => {
    expect(fates(SIGNED, [filled(SIGNED, "sign", "signed", ["contract"], {}, { speculation: true })])).toEqual({ sign: "speculation-without-act" });
  });

  it("not-mentioned-by-speaker: an act that a speaker expressly leaves out, or declines to speak of", () => {
    const not = treeIn(
      "He PRP nsubj<mention | did=do VBD aux<mention | not RB advmod<mention | mention VB root | the DT det<sale | sale NN obj<mention | of IN case<tanks | tanks=tank NNS nmod<sale | .<mention",
    );
    expect(fates(not, [filled(not, "sell", "sale", ["tanks"])])).toEqual({ sell: "not-mentioned-by-speaker" });
    const declined = treeIn(
      "He PRP nsubj<declined | declined=decline VBD root | to TO mark<discuss | discuss VB xcomp<declined | the DT det<sale | sale NN obj<discuss | .<declined",
    );
    expect(fates(declined, [filled(declined, "sell", "sale", [])])).toEqual({ sell: "not-mentioned-by-speaker" });
    const did = treeIn("He PRP nsubj<mentioned | mentioned=mention VBD root | the DT det<sale | sale NN obj<mentioned | .<mentioned");
    expect(fates(did, [filled(did, "sell", "sale", [])])).toEqual({ sell: "kept" });
  });

  it("kept: what is asked for does not give way to what the asking came after", () => {
    const after = treeIn(
      "Norway NNP nsubj<asked | asked=ask VBD root | for IN case<answer | an DT det<answer | answer NN obl<asked | after IN mark<sold | Chad NNP nsubj<sold | sold=sell VBD advcl<asked | ships=ship NNS obj<sold | .<asked",
    );
    const all = [filled(after, "demand", "asked", ["answer"], { frame: { yields: true } }), filled(after, "sell", "sold", ["ships"])];
    expect(fates(after, all)).toEqual({ demand: "kept", sell: "kept" });
  });

  it("complement-is-act: agreeing gives way to what is agreed", () => {
    const agreed = treeIn(
      "Norway NNP nsubj<agreed | agreed=agree VBD root | to TO mark<sell | sell VB xcomp<agreed | ships=ship NNS obj<sell | .<agreed",
    );
    const all = [filled(agreed, "agree", "agreed", [], { frame: { yields: true } }), filled(agreed, "sell", "sell", ["ships"])];
    expect(fates(agreed, all)).toEqual({ agree: "complement-is-act", sell: "kept" });
    expect(fates(agreed, all.slice(0, 1))).toEqual({ agree: "kept" });
    expect(select(agreed, all).dropped[0]?.other?.frame.act).toBe("sell");
  });

  it("object-of-other-act: a noun that is merely what another act is about", () => {
    const lifted = treeIn(
      "Norway NNP nsubj<lifted | lifted=lift VBD root | the DT det<ban | ban NN obj<lifted | on IN case<tanks | tanks=tank NNS nmod<ban | .<lifted",
    );
    expect(fates(lifted, [filled(lifted, "lift", "lifted", ["ban"]), filled(lifted, "ban", "ban", ["tanks"])])).toEqual({
      lift: "kept",
      ban: "object-of-other-act",
    });
  });

  it("object-of-other-act: what is threatened is no second claim", () => {
    const threatened = treeIn(
      "Norway NNP nsubj<threatened | threatened=threaten VBD root | to TO mark<cancel | cancel VB xcomp<threatened | it PRP obj<cancel | .<threatened",
    );
    const all = [filled(threatened, "threaten", "threatened", ["cancel"], { frame: { swallows: true } }), filled(threatened, "cancel", "cancel", [])];
    expect(fates(threatened, all)).toEqual({ threaten: "kept", cancel: "object-of-other-act" });
  });
});

describe("what is kept", () => {
  it("an act that hangs on what is signed, where the frame keeps clauses, and not where it keeps none", () => {
    const sell = filled(SIGNED, "sell", "sell", ["ships"]);
    expect(fates(SIGNED, [filled(SIGNED, "sign", "signed", ["contract"], { frame: { keeps: ["clause"] } }), sell])).toEqual({
      sign: "kept",
      sell: "kept",
    });
    expect(fates(SIGNED, [filled(SIGNED, "sign", "signed", ["contract"]), sell])).toEqual({ sign: "kept", sell: "object-of-other-act" });
  });

  it("a noun that is approved, where the frame keeps nouns", () => {
    const approved = treeIn(
      "Norway NNP nsubj<approved | approved=approve VBD root | the DT det<sale | sale NN obj<approved | of IN case<tanks | tanks=tank NNS nmod<sale | .<approved",
    );
    expect(
      fates(approved, [
        filled(approved, "approve", "approved", ["sale"], { frame: { keeps: ["noun"] } }),
        filled(approved, "sell", "sale", ["tanks"]),
      ]),
    ).toEqual({ approve: "kept", sell: "kept" });
  });

  it("an act in a relative clause of another's object", () => {
    const relative = treeIn(
      "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<order | order NN obj<cancelled | that WDT obj<signed | Poland NNP nsubj<signed | signed=sign VBD acl:relcl<order | .<cancelled",
    );
    expect(fates(relative, [filled(relative, "cancel", "cancelled", ["order"]), filled(relative, "sign", "signed", ["order"])])).toEqual({
      cancel: "kept",
      sign: "kept",
    });
  });

  it("an object of an act that has no party itself", () => {
    const lifted = treeIn("It PRP nsubj<lifted | lifted=lift VBD root | the DT det<ban | ban NN obj<lifted | .<lifted");
    expect(fates(lifted, [filled(lifted, "lift", "lifted", ["ban"], { actors: [] }), filled(lifted, "ban", "ban", [])])).toEqual({
      lift: "kept",
      ban: "kept",
    });
  });
});

describe("what a draft lacks", () => {
  it("no-party: nobody acts and nobody is acted on", () => {
    expect(lacks(draftOf("cancel"))).toBe("no-party");
    expect(lacks(draftOf("cancel", { targets: ["POL"] }))).toBeUndefined();
  });

  it("actor-is-no-party: the text names who acts, and it is none", () => {
    expect(lacks(draftOf("demand", { targets: ["POL"], match: { otherActor: true } }))).toBe("actor-is-no-party");
    expect(lacks(draftOf("demand", { actors: ["NOR"], match: { otherActor: true } }))).toBeUndefined();
  });

  it("slot-missing: a slot or a party that the frame asks for", () => {
    expect(lacks(draftOf("deliver", { actors: ["NOR"], frame: { needs: ["targets"] } }))).toBe("slot-missing");
    expect(lacks(draftOf("deliver", { actors: ["NOR"], frame: { needs: ["object"] } }))).toBe("slot-missing");
    expect(lacks(draftOf("deliver", { actors: ["NOR"], frame: { needs: ["object"] }, match: { objects: [3] } }))).toBeUndefined();
    expect(lacks(draftOf("meet", { actors: ["NOR"], frame: { parties: 2 } }))).toBe("slot-missing");
    expect(lacks(draftOf("meet", { actors: ["NOR", "POL"], frame: { parties: 2 } }))).toBeUndefined();
  });
});

describe("an act within another", () => {
  const condemned = treeIn(
    "Norway NNP nsubj<condemned | condemned=condemn VBD root | the DT det<sale | sale NN obj<condemned | of IN case<tanks | tanks=tank NNS nmod<sale | by IN case<Chad | Chad NNP nmod<sale | .<condemned",
  );
  const about = (act: Act, actors: readonly string[]): Record<string, string> =>
    fates(condemned, [filled(condemned, act, "condemned", ["sale"]), filled(condemned, "sell", "sale", ["tanks"], { actors: [...actors] })]);

  it("stands where another does it and somebody takes a stance on it", () =>
    expect(about("object", ["TCD"])).toEqual({ object: "kept", sell: "kept" }));

  it("does not where the same party takes the stance", () =>
    expect(about("object", ["NOR"])).toEqual({ object: "kept", sell: "object-of-other-act" }));

  it("does not under any other act", () => expect(about("cancel", ["TCD"])).toEqual({ cancel: "kept", sell: "object-of-other-act" }));
});
