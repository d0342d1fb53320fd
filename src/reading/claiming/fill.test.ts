// Slots of acts in hand-written trees; acts, cues and recognisers are the package's own.
import { describe, expect, it } from "vitest";
import type { NameType } from "../../language/index.ts";
import type { Claim } from "../claim.ts";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { loadKnowledge } from "../knowledge.ts";
import { readAnalysis } from "../read.ts";

const KNOWLEDGE = loadKnowledge();
const NAMES: Readonly<Record<string, NameType>> = { "Jan Nowak": "PER", "Ola Berg": "PER" };

/** The claim of an act in one sentence. */
function claimIn(notation: string, act: Claim["act"]): Claim {
  const { claims } = readAnalysis(analysisOf([notation], NAMES), KNOWLEDGE, { confidence: () => 0.5 });
  const claim = claims.find((c) => c.act === act);
  if (claim === undefined) throw new Error(`no ${act} among: ${claims.map((c) => c.act).join()}`);
  return claim;
}

const million = (count: string, head: string, relation: string): string =>
  `$ $ ${relation}<${head} | ${count} CD compound<million | million CD nummod<$`;

describe("money", () => {
  it("that is demanded as compensation is no price", () => {
    const demanded = `Norway NNP nsubj<demanded | demanded=demand VBD root | ${million("4", "demanded", "obj")} | in IN case<compensation | compensation NN obl<demanded | from IN case<Poland | Poland NNP obl<demanded | .<demanded`;
    expect(claimIn(demanded, "demand").money).toEqual([{ amount: 4_000_000, currency: "USD", kind: "compensation", bound: "exact" }]);
  });

  it("of a contract is its value", () => {
    const signed = `Norway NNP nsubj<signed | and CC cc<Poland | Poland NNP conj<Norway | signed=sign VBD root | a DT det<contract | contract NN obj<signed | worth IN case<$ | ${million("4", "contract", "nmod")} | .<signed`;
    expect(claimIn(signed, "sign").money).toMatchObject([{ amount: 4_000_000, kind: "value" }]);
  });

  it("of an order that is cancelled is told by the cancelling", () => {
    const cancelled = `Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<order | ${million("8", "order", "compound")} | order NN obj<cancelled | from IN case<Poland | Poland NNP nmod<order | .<cancelled`;
    expect(claimIn(cancelled, "cancel").money).toMatchObject([{ amount: 8_000_000, kind: "value" }]);
  });

  it("in the reason is not the act's", () => {
    const cancelled = `Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | because IN case<loss | of IN fixed<because | a DT det<loss | loss NN obl<cancelled | of IN case<$ | ${million("4", "loss", "nmod")} | .<cancelled`;
    const claim = claimIn(cancelled, "cancel");
    expect(claim.reason).toBe("a loss of $ 4 million");
    expect(claim.money).toEqual([]);
  });
});

describe("time", () => {
  it("of the contract is the time of its signing, and not of its cancelling", () => {
    const contract = (verb: string): string =>
      `Norway NNP nsubj<${verb} | ${verb === "signed" ? "signed=sign" : "cancelled=cancel"} VBD root | a DT det<contract | 2007 CD nummod<contract | contract NN obj<${verb} | with IN case<Poland | Poland NNP nmod<contract | .<${verb}`;
    expect(claimIn(contract("signed"), "sign").time).toEqual({ norm: "2007", basis: "stated" });
    expect(claimIn(contract("cancelled"), "cancel").time).toBeUndefined();
  });

  it("of the saying is not the act's", () => {
    const said =
      "Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | in IN case<2010 | 2010 CD obl<said | that IN mark<cancelled | Norway NNP nsubj<cancelled | cancelled=cancel VBD ccomp<said | the DT det<contract | contract NN obj<cancelled | .<said";
    expect(claimIn(said, "cancel").time).toBeUndefined();
  });
});

describe("sources", () => {
  it("whoever urges is the source of what is demanded", () => {
    const urged =
      "Poland NNP nsubj<urged | urged=urge VBD root | Norway NNP obj<urged | to TO mark<cancel | cancel VB xcomp<urged | the DT det<contract | contract NN obj<cancel | with IN case<Chad | Chad NNP nmod<contract | .<urged";
    const claim = claimIn(urged, "cancel");
    expect(claim).toMatchObject({ mode: "demanded", actors: [{ id: "NOR" }], targets: [{ id: "TCD" }], sources: [{ name: "Poland", cue: "urged" }] });
  });

  it("stand innermost first", () => {
    const nested =
      "Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | that IN mark<reported | Ola NNP nsubj<reported | Berg NNP flat<Ola | reported=report VBD ccomp<said | that IN mark<cancelled | Norway NNP nsubj<cancelled | cancelled=cancel VBD ccomp<reported | the DT det<contract | contract NN obj<cancelled | .<said";
    expect(claimIn(nested, "cancel").sources.map((s) => s.name)).toEqual(["Ola Berg", "Jan Nowak"]);
  });

  it("whoever confirms an agreement is its source, whoever announces one makes it", () => {
    const deal = (verb: string): string =>
      `Norway NNP nsubj<${verb}d | and CC cc<Poland | Poland NNP conj<Norway | ${verb}d=${verb} VBD root | a DT det<deal | deal NN obj<${verb}d | .<${verb}d`;
    expect(claimIn(deal("announce"), "agree").sources).toEqual([]);
  });

  it("nobody asks himself", () => {
    const must =
      "Norway NNP nsubj<has | has=have VBZ root | to TO mark<cancel | cancel VB xcomp<has | the DT det<contract | contract NN obj<cancel | .<has";
    expect(claimIn(must, "cancel")).toMatchObject({ actors: [{ id: "NOR" }], sources: [] });
  });

  it("nobody asks where the passive names nobody", () => {
    const told = (by: string): string =>
      `Norway NNP nsubj:pass<urged | was=be VBD aux:pass<urged | urged=urge VBN root |${by} to TO mark<cancel | cancel VB xcomp<urged | the DT det<contract | contract NN obj<cancel | with IN case<Chad | Chad NNP nmod<contract | .<urged`;
    expect(claimIn(told(""), "cancel").sources).toEqual([]);
    expect(claimIn(told(" by IN case<Poland | Poland NNP obl:agent<urged |"), "cancel").sources).toMatchObject([{ name: "Poland" }]);
  });

  it("answer for what they tell, and not for what happens meanwhile", () => {
    const meanwhile =
      "Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | that IN mark<rained | it PRP nsubj<rained | rained=rain VBD ccomp<said | after IN mark<cancelled | Norway NNP nsubj<cancelled | cancelled=cancel VBD advcl<rained | the DT det<contract | contract NN obj<cancelled | with IN case<Chad | Chad NNP nmod<contract | .<said";
    expect(claimIn(meanwhile, "cancel").sources).toEqual([]);
    expect(claimIn(meanwhile.replace("after IN", "because IN"), "cancel").sources).toMatchObject([{ name: "Jan Nowak" }]);
  });

  it("answer for the circumstances too where these are told before the cue", () => {
    const before =
      "It PRP nsubj<rained | rained=rain VBD ccomp<said | after IN mark<cancelled | Norway NNP nsubj<cancelled | cancelled=cancel VBD advcl<rained | the DT det<contract | contract NN obj<cancelled | with IN case<Chad | Chad NNP nmod<contract | ,<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | .<said";
    expect(claimIn(before, "cancel").sources).toMatchObject([{ name: "Jan Nowak" }]);
  });

  it("say nothing of what they oppose by saying so", () => {
    const opposes = (who: string): string =>
      `Jan NNP nsubj<says | Nowak NNP flat<Jan | says=say VBZ root | ${who} nsubj<opposes | opposes=oppose VBZ ccomp<says | the DT det<ban | ban NN obj<opposes | by IN case<Chad | Chad NNP nmod<ban | .<says`;
    expect(claimIn(opposes("Norway NNP"), "object").sources).toMatchObject([{ name: "Jan Nowak" }]);
    const own = opposes("it PRP").replace("Jan NNP nsubj<says | Nowak NNP flat<Jan", "Norway NNP nsubj<says");
    expect(claimIn(own, "object").sources).toEqual([]);
  });

  it("of another clause are not the act's", () => {
    const two =
      "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<contract | contract NN obj<cancelled | and CC cc<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD conj<cancelled | it PRP nsubj<rained | rained=rain VBD ccomp<said | .<cancelled";
    expect(claimIn(two, "cancel").sources).toEqual([]);
  });
});

describe("the mode", () => {
  it("of terms is actual once there is an agreement, whatever lies ahead", () => {
    const provides =
      "Norway NNP nsubj<signed | and CC cc<Poland | Poland NNP conj<Norway | signed=sign VBD root | an DT det<agreement | agreement NN obj<signed | that WDT nsubj<provide | will MD aux<provide | provide VB acl:relcl<agreement | for IN case<visits | visits=visit NNS obl<provide | .<signed";
    expect(claimIn(provides, "provide").mode).toBe("actual");
  });

  it("of sanctions that are only announced is planned", () => {
    const sanctions = (verb: string): string =>
      `Norway NNP nsubj<${verb}d | ${verb}d=${verb} VBD root | sanctions=sanction NNS obj<${verb}d | on IN case<Chad | Chad NNP nmod<sanctions | .<${verb}d`;
    expect(claimIn(sanctions("announce"), "sanction").mode).toBe("planned");
    expect(claimIn(sanctions("impose"), "sanction").mode).toBe("actual");
  });
});

describe("the items", () => {
  const cancelled = (rest: string): string =>
    `Norway NNP nsubj<suspended | suspended=suspend VBD root | the DT det<delivery | delivery NN obj<suspended | of IN case<tanks | tanks=tank NNS nmod<delivery | to IN case<Chad | Chad NNP nmod<delivery |${rest} .<suspended`;

  it("are those of what is acted on, and not those of a circumstance", () => {
    expect(claimIn(cancelled(""), "suspend").items.map((i) => i.name)).toEqual(["tanks"]);
    const after = " after IN case<use | the DT det<use | use NN obl<suspended | of IN case<rifles | rifles=rifle NNS nmod<use |";
    expect(claimIn(cancelled(after), "suspend").items.map((i) => i.name)).toEqual(["tanks"]);
  });
});

describe("the object", () => {
  it("is in the text's own words, without its determiner", () => {
    const cancelled =
      "Norway NNP nsubj<cancelled | cancelled=cancel VBD root | its PRP$ nmod:poss<contract | old JJ amod<contract | fishing NN compound<contract | contract NN obj<cancelled | with IN case<Poland | Poland NNP nmod<contract | .<cancelled";
    expect(claimIn(cancelled, "cancel").object).toMatch(/old fishing contract with Poland$/);
  });
});

describe("the time of an act", () => {
  const lifted =
    "Norway NNP nsubj<lifted | lifted=lift VBD root | its PRP$ nmod:poss<sanctions | sanctions=sanction NNS obj<lifted | on IN case<Chad | Chad NNP nmod<sanctions";

  it("stands in its own words, and not in what went on around it", () => {
    const voted = "after IN mark<voted | rebels=rebel NNS nsubj<voted | voted=vote VBD advcl<lifted | in IN case<2012 | 2012 CD obl<voted";
    expect(claimIn(`${lifted} | ${voted} | .<lifted`, "lift").time).toBeUndefined();
    expect(claimIn(`${lifted} | in IN case<2012 | 2012 CD obl<lifted | .<lifted`, "lift").time?.norm).toBe("2012");
  });

  it("of an agreement that was signed is told by the signing", () => {
    const signed =
      "Norway NNP nsubj<kept | kept=keep VBD root | the DT det<treaty | treaty NN obj<kept | signed=sign VBN acl<treaty | by IN case<Poland | Poland NNP obl:agent<signed | with IN case<Chad | Chad NNP obl<signed | in IN case<2012 | 2012 CD obl<signed | .<kept";
    const { time, object } = claimIn(signed, "sign");
    expect([time?.norm, object]).toEqual(["2012", "treaty"]);
  });

  it("is not the day until which something is prolonged", () => {
    const extended = (marker: string): string =>
      `Norway NNP nsubj<extended | extended=extend VBD root | the DT det<mandate | mandate NN obj<extended | of IN case<mission | its PRP$ nmod:poss<mission | mission NN nmod<mandate | ${marker} IN case<2014 | 2014 CD obl<extended | .<extended`;
    expect(claimIn(extended("until"), "extend").time).toBeUndefined();
    expect(claimIn(extended("in"), "extend").time?.norm).toBe("2014");
  });
});
