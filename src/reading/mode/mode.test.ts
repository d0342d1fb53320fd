// The cues are those of knowledge/reading/mode.yaml, so that each of its groups is held to what it is for.
import { describe, expect, it } from "vitest";
import { presentation, said } from "./said.fixture.ts";

/** "Norway AUX sign the treaty". */
const auxiliary = (aux: string): string =>
  `Norway NNP nsubj<sign | ${aux} MD aux<sign | sign VB root | the DT det<treaty | treaty NN obj<sign | .<sign`;
/** "Norway has NOUN to sell ships". */
const underNoun = (noun: string): string => {
  const form = noun.split("=")[0] ?? "";
  return `Norway NNP nsubj<has | has=have VBZ root | ${noun} NN obj<has | to TO mark<sell | sell VB acl<${form} | ships=ship NNS obj<sell | .<has`;
};
/** "Norway VERB the sale of tanks". */
const objectOf = (verb: string): string => {
  const form = verb.split("=")[0] ?? "";
  return `Norway NNP nsubj<${form} | ${verb} VBD root | the DT det<sale | sale NN obj<${form} | of IN case<tanks | tanks=tank NNS nmod<sale | .<${form}`;
};

describe("the act's own clause", () => {
  it("a plain past is actual", () => {
    expect(said("Norway NNP nsubj<signed | signed=sign VBD root | it PRP obj<signed | .<signed", "signed")).toBe("actual");
  });

  it.each([
    ["will", "planned"],
    ["would", "conditional"],
    ["may", "possible"],
    ["could", "possible"],
    ["should", "demanded"],
    ["must", "demanded"],
  ])("%s is %s", (aux, mode) => {
    expect(said(auxiliary(aux), "sign")).toBe(mode);
  });

  it("is to, in the active and the passive, is planned", () => {
    expect(
      said(
        "Norway NNP nsubj:outer<deliver | is=be VBZ cop<deliver | to TO mark<deliver | deliver VB root | ships=ship NNS obj<deliver | .<deliver",
        "deliver",
      ),
    ).toBe("planned");
    expect(
      said(
        "The DT det<ships | ships=ship NNS nsubj:pass<delivered | are=be VBP aux<delivered | to TO mark<delivered | be VB aux:pass<delivered | delivered=deliver VBN root | .<delivered",
        "delivered",
      ),
    ).toBe("planned");
  });

  it("not, never, no object and a contraction negate", () => {
    expect(said("Norway NNP nsubj<pay | did=do VBD aux<pay | not RB advmod<pay | pay VB root | France NNP obj<pay | .<pay", "pay")).toBe(
      "actual, not",
    );
    expect(said("Norway NNP nsubj<pay | did=do VBD aux<pay | n't=not RB advmod<pay | pay VB root | France NNP obj<pay | .<pay", "pay")).toBe(
      "actual, not",
    );
    expect(said("It PRP nsubj:pass<paid | was=be VBD aux:pass<paid | never RB advmod<paid | paid=pay VBN root | .<paid", "paid")).toBe("actual, not");
    expect(said("Norway NNP nsubj<sold | sold=sell VBD root | no DT det<ships | ships=ship NNS obj<sold | .<sold", "sold")).toBe("actual, not");
  });

  it("may not is possible and negated", () => {
    expect(said("Norway NNP nsubj<sign | may MD aux<sign | not RB advmod<sign | sign VB root | it PRP obj<sign | .<sign", "sign")).toBe(
      "possible, not",
    );
  });

  it("will not ... until is conditional and negated", () => {
    const until =
      "Norway NNP nsubj<sign | will MD aux<sign | not RB advmod<sign | sign VB root | it PRP obj<sign | until IN mark<leaves | France NNP nsubj<leaves | leaves=leave VBZ advcl<sign | .<sign";
    expect(said(until, "sign")).toBe("conditional, not");
  });

  it("an until without a negation is no condition", () => {
    const until =
      "Norway NNP nsubj<pay | will MD aux<pay | pay VB root | Chad NNP obj<pay | until IN mark<leaves | France NNP nsubj<leaves | leaves=leave VBZ advcl<pay | .<pay";
    expect(said(until, "pay")).toBe("planned");
  });

  it("what a plan waits for is planned too where it is told in the present, and what follows something done is not", () => {
    const future = (marker: string, verb: string): string =>
      `Chad NNP nsubj<pay | will MD aux<pay | pay VB root | it PRP obj<pay | ${marker} IN mark<leave | France NNP nsubj<leave | leave=leave ${verb} advcl<pay | .<pay`;
    const past = (marker: string, verb: string): string =>
      `Chad NNP nsubj<paid | paid=pay VBD root | it PRP obj<paid | ${marker} IN mark<leave | France NNP nsubj<leave | leave=leave ${verb} advcl<paid | .<paid`;
    expect(["once", "until", "after", "as"].map((marker) => said(future(marker, "VBZ"), "leave"))).toEqual([
      "planned",
      "planned",
      "actual",
      "actual",
    ]);
    expect(said(future("after", "VBD"), "leave")).toBe("actual");
    expect(["once", "after"].map((marker) => said(past(marker, "VBD"), "leave"))).toEqual(["actual", "actual"]);
    expect(["once", "after"].map((marker) => said(past(marker, "VBZ"), "leave"))).toEqual(["actual", "actual"]);
  });

  it("a coordinated verb of the same form shares the auxiliary", () => {
    expect(
      said(
        "Norway NNP nsubj<sign | will MD aux<sign | sign VB root | it PRP obj<sign | and CC cc<pay | pay VB conj<sign | France NNP obj<pay | .<sign",
        "pay",
      ),
    ).toBe("planned");
  });

  it("a coordinated verb with a subject of its own shares nothing", () => {
    expect(
      said(
        "Norway NNP nsubj<sign | will MD aux<sign | sign VB root | it PRP obj<sign | and CC cc<paid | France NNP nsubj<paid | paid=pay VBD conj<sign | Chad NNP obj<paid | .<sign",
        "paid",
      ),
    ).toBe("actual");
  });

  it("neither and nor negate both of two verbs, and not negates what it is coordinated with", () => {
    const neither =
      "Norway NNP nsubj<signed | neither CC cc:preconj<signed | signed=sign VBD root | nor CC cc<ratified | ratified=ratify VBD conj<signed | it PRP obj<ratified | .<signed";
    expect([said(neither, "signed"), said(neither, "ratified")]).toEqual(["actual, not", "actual, not"]);
    const not =
      "Norway NNP nsubj<signed | has=have VBZ aux<signed | not RB advmod<signed | signed=sign VBN root | or CC cc<ratified | ratified=ratify VBN conj<signed | it PRP obj<ratified | .<signed";
    expect([said(not, "signed"), said(not, "ratified")]).toEqual(["actual, not", "actual, not"]);
  });

  it("a negation behind a but belongs to the first verb alone", () => {
    const but =
      "Norway NNP nsubj<sign | did=do VBD aux<sign | not RB advmod<sign | sign VB root | it PRP obj<sign | but CC cc<paid | paid=pay VBD conj<sign | France NNP obj<paid | .<sign";
    expect([said(but, "sign"), said(but, "paid")]).toEqual(["actual, not", "actual"]);
  });
});

describe("conditions and purposes", () => {
  const IF =
    "If IN mark<signs | France NNP nsubj<signs | signs=sign VBZ advcl<pay | it PRP obj<signs | ,<signs | Norway NNP nsubj<pay | will MD aux<pay | pay VB root | Poland NNP obj<pay | .<pay";

  it("what stands after if is a condition, and what hangs on it is conditional", () => {
    expect(presentation(IF, "signs").condition).toBe(true);
    expect(presentation(IF, "pay")).toMatchObject({ mode: "conditional", condition: false });
  });

  it("unless is a condition as well", () => {
    const unless =
      "Norway NNP nsubj<pay | will MD aux<pay | not RB advmod<pay | pay VB root | unless IN mark<leaves | France NNP nsubj<leaves | leaves=leave VBZ advcl<pay | .<pay";
    expect(presentation(unless, "leaves").condition).toBe(true);
    expect(said(unless, "pay")).toBe("conditional, not");
  });

  it("a purpose is planned", () => {
    expect(
      said(
        "Norway NNP nsubj<sent | sent=send VBD root | a DT det<team | team NN obj<sent | to TO mark<sign | sign VB advcl<sent | the DT det<treaty | treaty NN obj<sign | .<sent",
        "sign",
      ),
    ).toBe("planned");
  });

  it("an adverbial clause that is no purpose is actual", () => {
    expect(
      said(
        "Norway NNP nsubj<left | left=leave VBD root | after IN mark<signed | it PRP nsubj<signed | signed=sign VBD advcl<left | the DT det<treaty | treaty NN obj<signed | .<left",
        "signed",
      ),
    ).toBe("actual");
  });
});

describe("an act under a noun", () => {
  it.each([
    ["plans=plan", "planned"],
    ["decision", "planned"],
    ["contract", "planned"],
    ["proposal", "possible"],
    ["talks=talk", "possible"],
    ["demand", "demanded"],
    ["refusal", "planned, not"],
    ["failure", "actual, not"],
  ])("%s to sell: %s", (noun, expected) => {
    expect(said(underNoun(noun), "sell")).toBe(expected);
  });

  it("the need to sell is only thought of", () => {
    expect(presentation(underNoun("need"), "sell").speculation).toBe(true);
    expect(presentation(underNoun("plans=plan"), "sell").speculation).toBe(false);
  });
});

describe("an act that is a noun", () => {
  it("is actual on its own", () => {
    expect(
      said(
        "A DT det<sale | sale NN nsubj<angered | of IN case<tanks | tanks=tank NNS nmod<sale | angered=anger VBD root | France NNP obj<angered | .<angered",
        "sale",
      ),
    ).toBe("actual");
  });

  it.each([
    ["planned=plan VBN", "planned"],
    ["upcoming JJ", "planned"],
    ["proposed=propose VBN", "possible"],
    ["possible JJ", "possible"],
  ])("with the modifier %s it is %s", (modifier, expected) => {
    expect(
      said(`A DT det<sale | ${modifier} amod<sale | sale NN nsubj<angered | angered=anger VBD root | France NNP obj<angered | .<angered`, "sale"),
    ).toBe(expected);
  });

  it.each([
    ["announced=announce", "planned"],
    ["approved=approve", "planned"],
    ["proposed=propose", "possible"],
    ["considered=consider", "possible"],
    ["demanded=demand", "demanded"],
    ["rejected=reject", "planned, not"],
    ["blocked=block", "planned, not"],
    ["denied=deny", "actual, not"],
  ])("that is %s it is %s", (verb, expected) => {
    expect(said(objectOf(verb), "sale")).toBe(expected);
  });

  it("takes the auxiliary of the verb that it is the object of", () => {
    expect(said("Norway NNP nsubj<hold | will MD aux<hold | hold VB root | a DT det<meeting | meeting NN obj<hold | .<hold", "meeting")).toBe(
      "planned",
    );
  });

  it("is negated once by a no, wherever its verb stands", () => {
    expect(said("Norway NNP nsubj<reached | reached=reach VBD root | no DT det<agreement | agreement NN obj<reached | .<reached", "agreement")).toBe(
      "actual, not",
    );
    expect(
      said("No DT det<agreement | agreement NN nsubj:pass<reached | was=be VBD aux:pass<reached | reached=reach VBN root | .<reached", "agreement"),
    ).toBe("actual, not");
    expect(said("No DT det<agreement | agreement NN root | with IN case<Chad | Chad NNP nmod<agreement | .<agreement", "agreement")).toBe(
      "actual, not",
    );
  });

  it("takes the negation of a verb that only says that it happened", () => {
    expect(
      said("The DT det<delivery | delivery NN nsubj<took | never RB advmod<took | took=take VBD root | place NN obj<took | .<took", "delivery"),
    ).toBe("actual, not");
  });

  it("no sale is negated", () => {
    expect(
      said("No DT det<sale | sale NN nsubj<followed | of IN case<tanks | tanks=tank NNS nmod<sale | followed=follow VBD root | .<followed", "sale"),
    ).toBe("actual, not");
  });
});
