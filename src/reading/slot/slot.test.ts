// The words of cause are those of knowledge/reading/reasons.yaml.
import { describe, expect, it } from "vitest";
import type { Span } from "../../document/index.ts";
import { resource } from "../../resources.ts";
import { analysisOf, at, treeIn } from "../grammar/tree.fixture.ts";
import { treeOf, type Tree } from "../grammar/index.ts";
import { sceneIn, type SceneParts } from "../scene/scene.fixture.ts";
import { loadSlotCues } from "./cues.ts";
import { evidenceOf } from "./evidence.ts";
import { nearestTrigger } from "./nearest.ts";
import { placeOf } from "./place.ts";
import { loadReasonCues, reasonOf } from "./reason.ts";

const CUES = loadReasonCues(resource("knowledge", "reading"));
const SLOTS = loadSlotCues(resource("knowledge", "reading"));

interface Text {
  readonly tree: Tree;
  readonly words: (span: Span | undefined) => string | undefined;
}

function textOf(notation: string): Text {
  const { document, sentences } = analysisOf([notation]);
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error("no sentence");
  return { tree: treeOf(sentence), words: (span) => span && document.text.slice(span.start, span.end) };
}

function evidence(notation: string, trigger: string): string | undefined {
  const { tree, words } = textOf(notation);
  return words(evidenceOf(tree, at(tree, trigger), SLOTS));
}

function reason(notation: string, trigger: string, act: string, ...objects: string[]): string | undefined {
  const { tree, words } = textOf(notation);
  return words(
    reasonOf(
      tree,
      at(tree, trigger),
      objects.map((o) => at(tree, o)),
      act,
      CUES,
    ),
  );
}

const CANCELLED = "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled";

describe("evidence", () => {
  it("is the clause of the act, without what reports it and without the full stop", () => {
    expect(
      evidence(
        "Poland NNP nsubj<said | said=say VBD root | that IN mark<paid | Norway NNP nsubj<paid | paid=pay VBD ccomp<said | Chad NNP obj<paid | .<said",
        "paid",
      ),
    ).toBe("Norway paid Chad");
  });

  it("leaves out coordinated clauses, the later and the one that it joins", () => {
    const two =
      "Norway NNP nsubj<signed | signed=sign VBD root | it PRP obj<signed | and CC cc<paid | Poland NNP nsubj<paid | paid=pay VBD conj<signed | Chad NNP obj<paid | .<signed";
    expect(evidence(two, "signed")).toBe("Norway signed it");
    expect(evidence(two, "paid")).toBe("Poland paid Chad");
  });

  it("leaves out a clause with a subject of its own that stands before, and keeps one behind", () => {
    expect(
      evidence(
        "While IN mark<left | Poland NNP nsubj<left | left=leave VBD advcl<signed | ,<left | Norway NNP nsubj<signed | signed=sign VBD root | it PRP obj<signed | .<signed",
        "signed",
      ),
    ).toBe("Norway signed it");
    expect(evidence(`${CANCELLED} | because IN mark<left | Poland NNP nsubj<left | left=leave VBD advcl<cancelled | .<cancelled`, "cancelled")).toBe(
      "Norway cancelled the contract because Poland left",
    );
  });

  it("leaves out what went on around the act, and keeps what it is for", () => {
    expect(evidence(`${CANCELLED} | after IN mark<left | Poland NNP nsubj<left | left=leave VBD advcl<cancelled | .<cancelled`, "cancelled")).toBe(
      "Norway cancelled the contract",
    );
    expect(evidence(`${CANCELLED} | ,<blaming | blaming=blame VBG advcl<cancelled | Chad NNP obj<blaming | .<cancelled`, "cancelled")).toBe(
      "Norway cancelled the contract",
    );
    expect(
      evidence(`${CANCELLED} | ,<paid | which WDT nsubj<paid | paid=pay VBD acl:relcl<contract | well RB advmod<paid | .<cancelled`, "cancelled"),
    ).toBe("Norway cancelled the contract");
    expect(evidence(`${CANCELLED} | to TO mark<save | save VB advcl<cancelled | money NN obj<save | .<cancelled`, "cancelled")).toBe(
      "Norway cancelled the contract to save money",
    );
  });

  it("keeps a short phrase of circumstance, and leaves out a long one", () => {
    const amid = (tail: string): string => `${CANCELLED} | amid IN case<protests | ${tail}protests=protest NNS obl<cancelled`;
    expect(evidence(`${amid("")} | .<cancelled`, "cancelled")).toBe("Norway cancelled the contract amid protests");
    const long =
      " | of IN case<farmers | farmers=farmer NNS nmod<protests | in IN case<north | the#2 DT det<north | north NN nmod<farmers | .<cancelled";
    expect(evidence(`${amid("")}${long}`, "cancelled")).toBe("Norway cancelled the contract");
  });

  it("of a noun is its phrase", () => {
    expect(
      evidence(
        "It PRP nsubj<saw | saw=see VBD root | the DT det<sale | sale NN obj<saw | of IN case<tanks | tanks=tank NNS nmod<sale | to IN case<Chad | Chad NNP nmod<sale | .<saw",
        "sale",
      ),
    ).toBe("the sale of tanks to Chad");
  });
});

describe("the act that a word belongs to", () => {
  const tree = treeIn(
    "Norway NNP nsubj<signed | signed=sign VBD root | a DT det<contract | contract NN obj<signed | to TO mark<sell | sell VB acl<contract | two CD nummod<ships | ships=ship NNS obj<sell | .<signed",
  );

  it("is the nearest trigger above it", () => {
    expect(nearestTrigger(tree, at(tree, "two"), new Set([at(tree, "signed"), at(tree, "sell")]))).toBe(at(tree, "sell"));
    expect(nearestTrigger(tree, at(tree, "two"), new Set([at(tree, "signed")]))).toBe(at(tree, "signed"));
  });

  it("is none across the border of a clause, and none where nothing triggers", () => {
    const relative = treeIn(
      "Norway NNP nsubj<left | ,<made | which WDT nsubj<made | made=make VBD acl:relcl<Norway | ships=ship NNS obj<made | ,<made | left=leave VBD root | .<left",
    );
    expect(nearestTrigger(relative, at(relative, "ships"), new Set([at(relative, "left")]))).toBe(-1);
    expect(nearestTrigger(tree, at(tree, "two"), new Set())).toBe(-1);
  });
});

describe("the place", () => {
  const PARTS: SceneParts = {
    parties: { Norway: { id: "NOR" }, Oslo: { id: "NOR", form: "capital" }, France: { id: "FRA" } },
    names: { Kremlin: "LOC", May: "MISC", Geneva: "LOC" },
  };
  const place = (phrase: string, objects: readonly string[] = [], act = "sign"): string | undefined => {
    const scene = sceneIn([`Norway NNP nsubj<signed | signed=sign VBD root | a DT det<treaty | treaty NN obj<signed | ${phrase} | .<signed`], PARTS);
    const [sentence] = scene.sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const span = placeOf(
      sentence,
      at(sentence.tree, "signed"),
      objects.map((o) => at(sentence.tree, o)),
      act,
      SLOTS,
    );
    return span && scene.text.slice(span.start, span.end);
  };

  it("is where the clause says, by a capital, a state or a name of a place", () => {
    expect(place("in IN case<Oslo | Oslo NNP obl<signed")).toBe("Oslo");
    expect(place("at IN case<Kremlin | the DT det<Kremlin | Kremlin NNP obl<signed")).toBe("Kremlin");
    expect(place("in IN case<France | France NNP obl<signed")).toBe("France");
  });

  it("may hang on the object", () => {
    expect(place("in IN case<Geneva | Geneva NNP nmod<treaty", ["treaty"])).toBe("Geneva");
  });

  it("is that of the occasion at which it happens", () => {
    const summit = "at IN case<summit | a DT det<summit | summit NN obl<signed | in IN case<Geneva | Geneva NNP nmod<summit";
    expect(place(summit)).toBe("Geneva");
    expect(place(summit.replaceAll("summit", "price"))).toBeUndefined();
  });

  it("is where somebody goes to meet, and of no other act where something goes", () => {
    expect(place("to IN case<France | France NNP obl<signed", [], "meet")).toBe("France");
    expect(place("to IN case<France | France NNP obl<signed", [], "deliver")).toBeUndefined();
  });

  it("is no month, no common noun and nothing behind another adposition", () => {
    expect(place("in IN case<May | May NNP obl<signed")).toBeUndefined();
    expect(place("in IN case<public | public NN obl<signed")).toBeUndefined();
    expect(place("with IN case<France | France NNP obl<signed")).toBeUndefined();
  });
});

describe("the reason", () => {
  const oblique = (adposition: string, noun: string): string =>
    `${CANCELLED} | ${adposition} IN case<${noun} | ${noun} NN obl<cancelled | .<cancelled`;

  it("stands behind because of and due to", () => {
    expect(
      reason(
        `${CANCELLED} | because IN case<cost | of IN fixed<because | its PRP$ nmod:poss<cost | cost NN obl<cancelled | .<cancelled`,
        "cancelled",
        "cancel",
      ),
    ).toBe("its cost");
    expect(
      reason(
        `${CANCELLED} | due JJ case<sanctions | to IN fixed<due | UN NNP compound<sanctions | sanctions=sanction NNS obl<cancelled | .<cancelled`,
        "cancelled",
        "cancel",
      ),
    ).toBe("UN sanctions");
  });

  it("stands behind because, the clause without its because", () => {
    expect(
      reason(`${CANCELLED} | because IN mark<left | Poland NNP nsubj<left | left=leave VBD advcl<cancelled | .<cancelled`, "cancelled", "cancel"),
    ).toBe("Poland left");
  });

  it("stands behind over where the act is done over something, and not where over is the subject of talks", () => {
    expect(reason(oblique("over", "cost"), "cancelled", "cancel")).toBe("cost");
    expect(
      reason(
        "Norway NNP nsubj<held | held=hold VBD root | talks=talk NNS obj<held | over IN case<treaty | the DT det<treaty | treaty NN nmod<talks | .<held",
        "talks",
        "negotiate",
      ),
    ).toBeUndefined();
  });

  it("stands behind for where a deed follows, and not where a purpose does", () => {
    const sanctioned =
      "Norway NNP nsubj<sanctioned | sanctioned=sanction VBD root | Poland NNP obj<sanctioned | for IN mark<breaking | breaking=break VBG advcl<sanctioned | the DT det<treaty | treaty NN obj<breaking | .<sanctioned";
    expect(reason(sanctioned, "sanctioned", "sanction")).toBe("breaking the treaty");
    expect(
      reason(
        "Norway NNP nsubj<bought | bought=buy VBD root | ships=ship NNS obj<bought | for IN case<navy | the DT det<navy | navy NN obl<bought | .<bought",
        "bought",
        "order",
      ),
    ).toBeUndefined();
  });

  it("stands behind in response to", () => {
    expect(
      reason(
        `${CANCELLED} | in IN case<response | response NN obl<cancelled | to IN case<ban | the DT det<ban | ban NN nmod<response | .<cancelled`,
        "cancelled",
        "cancel",
      ),
    ).toBe("the ban");
  });

  it("stands behind as a result of and as punishment for", () => {
    const as = (noun: string, adposition: string): string =>
      `${CANCELLED} | as IN case<${noun} | ${noun} NN obl<cancelled | ${adposition} IN case<ban | the DT det<ban | ban NN nmod<${noun} | .<cancelled`;
    expect(reason(as("result", "of"), "cancelled", "cancel")).toBe("the ban");
    expect(reason(as("punishment", "for"), "cancelled", "cancel")).toBe("the ban");
    expect(reason(as("step", "of"), "cancelled", "cancel")).toBeUndefined();
  });

  it("is said in justification, of an act that needs one", () => {
    const saying = `${CANCELLED} | ,<saying | saying=say VBG advcl<cancelled | it PRP nsubj<failed | failed=fail VBD ccomp<saying | .<cancelled`;
    expect(reason(saying, "cancelled", "cancel")).toBe("it failed");
    expect(reason(saying, "cancelled", "meet")).toBeUndefined();
  });

  it("is not what is asked for", () => {
    const demanded =
      "Norway NNP nsubj<called | called=call VBD root | for IN case<ceasefire | a DT det<ceasefire | ceasefire NN obl<called | .<called";
    expect(reason(demanded, "called", "demand", "ceasefire")).toBeUndefined();
  });

  it("of a dispute that the act stands in is not the act's", () => {
    const amid = `${CANCELLED} | amid IN case<row | a DT det<row | row NN obl<cancelled | over IN case<fishing | fishing NN nmod<row | .<cancelled`;
    expect(reason(amid, "cancelled", "cancel")).toBeUndefined();
  });

  it("is what is cited, also where the citing is tied to the deal and not to the cancelling", () => {
    expect(
      reason(
        `${CANCELLED} | ,<citing | citing=cite VBG advcl<cancelled | costs=cost NNS obj<citing | .<cancelled`,
        "cancelled",
        "cancel",
        "contract",
      ),
    ).toBe("costs");
    const inner = `${CANCELLED} | to TO mark<deliver | deliver VB acl<contract | ships=ship NNS obj<deliver | ,<citing | citing=cite VBG advcl<deliver | a DT det<ban | ban NN obj<citing | .<cancelled`;
    expect(reason(inner, "cancelled", "cancel", "contract")).toBe("a ban");
  });

  it.each(["after", "following", "amid", "despite", "with"])("does not stand behind %s", (adposition) => {
    expect(reason(oblique(adposition, "protests"), "cancelled", "cancel")).toBeUndefined();
  });

  it("is no purpose", () => {
    expect(
      reason(`${CANCELLED} | to TO mark<please | please VB advcl<cancelled | Poland NNP obj<please | .<cancelled`, "cancelled", "cancel"),
    ).toBeUndefined();
  });

  it("hangs on the object as well", () => {
    const notation =
      "Norway NNP nsubj<imposed | imposed=impose VBD root | sanctions=sanction NNS obj<imposed | because IN case<ban | of IN fixed<because | a DT det<ban | ban NN nmod<sanctions | .<imposed";
    expect(reason(notation, "imposed", "sanction", "sanctions")).toBe("a ban");
  });
});

describe("the evidence of an infinitive", () => {
  it("starts with the clause that governs it", () => {
    const agreed =
      "On IN case<Monday | Monday NNP obl<agreed | Chad NNP nsubj<agreed | agreed=agree VBD root | to TO mark<leave | leave VB xcomp<agreed | it PRP obj<leave | .<agreed";
    expect(evidence(agreed, "leave")).toBe("Chad agreed to leave it");
  });

  it("stays alone where it only tells a purpose", () => {
    const came = "Chad NNP nsubj<came | came=come VBD root | to TO mark<leave | leave VB advcl<came | it PRP obj<leave | .<came";
    expect(evidence(came, "leave")).toBe("leave it");
  });
});
