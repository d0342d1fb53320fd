// Deep roles in every construction that is brought to one form.
import { describe, expect, it } from "vitest";
import { isPassive, ownersOf, rolesOf } from "./roles.ts";
import { at, formsAt, treeIn } from "./tree.fixture.ts";

/** The words in a role of a word. */
function role(notation: string, word: string, name: string): string[] {
  const tree = treeIn(notation);
  return formsAt(tree, rolesOf(tree, at(tree, word)).get(name));
}

const ACTIVE =
  "Poland NNP nsubj<signed | signed=sign VBD root | the DT det<deal | deal NN obj<signed | with IN case<France | France NNP obl<signed | .<signed";
const PASSIVE =
  "The DT det<deal | deal NN nsubj:pass<signed | was=be VBD aux:pass<signed | signed=sign VBN root | by IN case<Poland | Poland NNP obl:agent<signed | and CC cc<France | France NNP conj<Poland | .<signed";
const REDUCED =
  "The DT det<bans | bans=ban NNS nsubj<hurt | imposed=impose VBN acl<bans | by IN case<Norway | Norway NNP obl:agent<imposed | hurt=hurt VBP root | France NNP obj<hurt | .<hurt";

describe("active and passive", () => {
  it("an active verb has its subject, object and adpositional arguments", () => {
    expect(role(ACTIVE, "signed", "subject")).toEqual(["Poland"]);
    expect(role(ACTIVE, "signed", "object")).toEqual(["deal"]);
    expect(role(ACTIVE, "signed", "with")).toEqual(["France"]);
  });

  it("a passive verb has its agents as subject and its subject as object", () => {
    expect(role(PASSIVE, "signed", "subject")).toEqual(["Poland", "France"]);
    expect(role(PASSIVE, "signed", "object")).toEqual(["deal"]);
  });

  it("a reduced passive acts on the noun that it modifies", () => {
    expect(role(REDUCED, "imposed", "subject")).toEqual(["Norway"]);
    expect(role(REDUCED, "imposed", "object")).toEqual(["bans"]);
  });

  it("a past tense is no passive, and a participle with an auxiliary of time is none", () => {
    const perfect = treeIn("Poland NNP nsubj<signed | has=have VBZ aux<signed | signed=sign VBN root | it PRP obj<signed | .<signed");
    expect(isPassive(perfect, 2)).toBe(false);
    const active = treeIn(ACTIVE);
    expect(isPassive(active, 1)).toBe(false);
  });

  it("a recipient without adposition is one", () => {
    const gave = "Poland NNP nsubj<gave | gave=give VBD root | France NNP iobj<gave | two CD nummod<ships | ships=ship NNS obj<gave | .<gave";
    expect(role(gave, "gave", "recipient")).toEqual(["France"]);
    expect(role(gave, "gave", "object")).toEqual(["ships"]);
  });
});

describe("the subject of an adverbial clause", () => {
  const after = (mark: string): string =>
    `Poland NNP nsubj<barred | barred=bar VBD root | France NNP obj<barred | ${mark} IN mark<selling | selling=sell VBG advcl<barred | ships=ship NNS obj<selling | .<barred`;

  it("is the object of a verb that keeps somebody from it, and its subject where only the circumstances are told", () => {
    expect(role(after("from"), "selling", "subject")).toEqual(["France"]);
    expect(role(after("after"), "selling", "subject")).toEqual(["Poland"]);
  });
});

describe("relative clauses", () => {
  it("a relative object stands for the noun before it", () => {
    const which =
      "The DT det<deal | deal NN nsubj<covers | ,<signed | which WDT obj<signed | Poland NNP nsubj<signed | signed=sign VBD acl:relcl<deal | ,<signed | covers=cover VBZ root | ships=ship NNS obj<covers | .<covers";
    expect(role(which, "signed", "object")).toEqual(["deal"]);
    expect(role(which, "signed", "subject")).toEqual(["Poland"]);
  });

  it("a relative subject stands for the noun before it", () => {
    const which =
      "Poland NNP nsubj<paid | ,<signed | which WDT nsubj<signed | signed=sign VBD acl:relcl<Poland | the DT det<deal | deal NN obj<signed | ,<signed | paid=pay VBD root | .<paid";
    expect(role(which, "signed", "subject")).toEqual(["Poland"]);
  });

  it("a verb coordinated inside the relative clause has the same subject", () => {
    const both =
      "Poland NNP nsubj<left | ,<sold | which WDT nsubj<sold | sold=sell VBD acl:relcl<Poland | tanks=tank NNS obj<sold | and CC cc<bought | bought=buy VBD conj<sold | ships=ship NNS obj<bought | ,<sold | left=leave VBD root | .<left";
    expect(role(both, "bought", "subject")).toEqual(["Poland"]);
  });

  it("without a pronoun, the noun before it is the object", () => {
    const bare =
      "The DT det<ships | ships=ship NNS nsubj<arrived | Poland NNP nsubj<ordered | ordered=order VBD acl:relcl<ships | arrived=arrive VBD root | .<arrived";
    expect(role(bare, "ordered", "object")).toEqual(["ships"]);
    expect(role(bare, "ordered", "subject")).toEqual(["Poland"]);
  });
});

describe("an adjective without a verb of its own", () => {
  it("is said of the subject of the clause that it opens", () => {
    const fronted =
      "Opposed=opposed JJ advcl<voted | to IN case<plan | the DT det<plan | plan NN obl<Opposed | ,<Opposed | Norway NNP nsubj<voted | voted=vote VBD root | no RB advmod<voted | .<voted";
    expect(role(fronted, "Opposed", "subject")).toEqual(["Norway"]);
    expect(role(fronted, "Opposed", "to")).toEqual(["plan"]);
  });

  it("is said of the noun that it follows, and of none where it is a mere attribute", () => {
    const behind =
      "States=state NNS nsubj<left | opposed JJ acl<States | to IN case<plan | the DT det<plan | main JJ amod<plan | plan NN obl<opposed | left=leave VBD root | .<left";
    expect(role(behind, "opposed", "subject")).toEqual(["States"]);
    expect(role(behind, "main", "subject")).toEqual([]);
  });
});

describe("control", () => {
  it("the subject of the governing verb does what it agreed to", () => {
    const agreed = "Poland NNP nsubj<agreed | agreed=agree VBD root | to TO mark<buy | buy VB xcomp<agreed | ships=ship NNS obj<buy | .<agreed";
    expect(role(agreed, "buy", "subject")).toEqual(["Poland"]);
    expect(role(agreed, "agreed", "complement")).toEqual(["buy"]);
  });

  it("whoever is urged does what is asked", () => {
    const urged =
      "Poland NNP nsubj<urged | urged=urge VBD root | France NNP obj<urged | to TO mark<deliver | deliver VB xcomp<urged | ships=ship NNS obj<deliver | .<urged";
    expect(role(urged, "deliver", "subject")).toEqual(["France"]);
  });

  it("whoever was urged, in the passive, does it as well", () => {
    const urged =
      "Poland NNP nsubj:pass<urged | was=be VBD aux:pass<urged | urged=urge VBN root | to TO mark<sign | sign VB xcomp<urged | it PRP obj<sign | .<urged";
    expect(role(urged, "sign", "subject")).toEqual(["Poland"]);
  });

  it("whoever is called on does it, though the phrase is adpositional", () => {
    const called =
      "Poland NNP nsubj<called | called=call VBD root | on IN case<France | France NNP obl<called | to TO mark<deliver | deliver VB advcl<called | ships=ship NNS obj<deliver | .<called";
    expect(role(called, "deliver", "subject")).toEqual(["France"]);
  });

  it("a gerund after of or for belongs to whoever is accused or thanked", () => {
    const accused =
      "France NNP nsubj<accused | accused=accuse VBD root | Norway NNP obj<accused | of IN mark<breaking | breaking=break VBG advcl<accused | it PRP obj<breaking | .<accused";
    expect(role(accused, "breaking", "subject")).toEqual(["Norway"]);
    const thanked =
      "Poland NNP nsubj<thanked | thanked=thank VBD root | Norway NNP obj<thanked | for IN mark<sending | sending=send VBG advcl<thanked | ships=ship NNS obj<sending | .<thanked";
    expect(role(thanked, "sending", "subject")).toEqual(["Norway"]);
  });

  it("whoever is to do something does it, though the subject is set outside the infinitive", () => {
    const active =
      "Norway NNP nsubj:outer<deliver | is=be VBZ cop<deliver | to TO mark<deliver | deliver VB root | ships=ship NNS obj<deliver | .<deliver";
    expect(role(active, "deliver", "subject")).toEqual(["Norway"]);
    const passive =
      "The DT det<deal | deal NN nsubj:outer<signed | is=be VBZ cop<signed | to TO mark<signed | be VB aux:pass<signed | signed=sign VBN root | .<signed";
    expect(role(passive, "signed", "object")).toEqual(["deal"]);
  });

  it("the problem of a clause that has a subject of its own does nothing in it", () => {
    const problem =
      "The DT det<problem | problem NN nsubj:outer<left | is=be VBZ cop<left | that IN mark<left | Norway NNP nsubj<left | left=leave VBD root | .<left";
    expect(role(problem, "left", "subject")).toEqual(["Norway"]);
  });

  it("an adverbial clause under any other verb has that verb's subject", () => {
    const citing =
      "Poland NNP nsubj<cancelled | cancelled=cancel VBD root | the DT det<deal | deal NN obj<cancelled | ,<cancelled | citing=cite VBG advcl<cancelled | costs=cost NNS obj<citing | .<cancelled";
    expect(role(citing, "citing", "subject")).toEqual(["Poland"]);
  });
});

describe("coordination", () => {
  it("coordinated verbs share their subject, each with its own object", () => {
    const two =
      "Poland NNP nsubj<signed | signed=sign VBD root | the DT det<deal | deal NN obj<signed | and CC cc<paid | paid=pay VBD conj<signed | France NNP obj<paid | .<signed";
    expect(role(two, "paid", "subject")).toEqual(["Poland"]);
    expect(role(two, "paid", "object")).toEqual(["France"]);
  });

  it("an object behind two verbs is that of both, whichever of them it is tied to", () => {
    const ofFirst =
      "Poland NNP nsubj<signed | signed=sign VBD root | and CC cc<ratified | ratified=ratify VBD conj<signed | the DT det<deal | deal NN obj<signed | .<signed";
    const ofLast = ofFirst.replace("deal NN obj<signed", "deal NN obj<ratified");
    expect(role(ofFirst, "signed", "object")).toEqual(["deal"]);
    expect(role(ofLast, "signed", "object")).toEqual(["deal"]);
    expect(role(ofLast, "ratified", "object")).toEqual(["deal"]);
    expect(role(ofFirst, "ratified", "object")).toEqual(["deal"]);
  });

  it("coordinated passives share what is acted on", () => {
    const passives =
      "The DT det<ban | ban NN nsubj:pass<imposed | was=be VBD aux:pass<imposed | imposed=impose VBN root | and CC cc<lifted | lifted=lift VBN conj<imposed | by IN case<Norway | Norway NNP obl:agent<lifted | .<imposed";
    expect(role(passives, "lifted", "object")).toEqual(["ban"]);
    expect(role(passives, "lifted", "subject")).toEqual(["Norway"]);
  });

  it("coordinated subjects are all subjects", () => {
    const pair = "Poland NNP nsubj<met | ,<France | France NNP conj<Poland | and CC cc<Norway | Norway NNP conj<Poland | met=meet VBD root | .<met";
    expect(role(pair, "met", "subject")).toEqual(["Poland", "France", "Norway"]);
  });
});

describe("infinitives and participles on a noun", () => {
  it("whoever signs the contract to sell is the seller", () => {
    const signed =
      "Poland NNP nsubj<signed | signed=sign VBD root | a DT det<contract | contract NN obj<signed | to TO mark<sell | sell VB acl<contract | ships=ship NNS obj<sell | .<signed";
    expect(role(signed, "sell", "subject")).toEqual(["Poland"]);
    expect(role(signed, "contract", "complement")).toEqual(["sell"]);
  });

  it("the owner of a decision does what is decided", () => {
    const decision =
      "The DT det<decision | decision NN nsubj<angered | of IN case<Norway | Norway NNP nmod<decision | to TO mark<buy | buy VB acl<decision | ships=ship NNS obj<buy | angered=anger VBD root | France NNP obj<angered | .<angered";
    expect(role(decision, "buy", "subject")).toEqual(["Norway"]);
  });

  it("a plan for X to sell is X's selling", () => {
    const plan =
      "A DT det<plan | plan NN nsubj<failed | for IN mark<sell | Norway NNP nsubj<sell | to TO mark<sell | sell VB acl<plan | ships=ship NNS obj<sell | failed=fail VBD root | .<failed";
    expect(role(plan, "sell", "subject")).toEqual(["Norway"]);
  });

  it("a deal allowing something is itself what allows", () => {
    const deal =
      "A DT det<deal | deal NN nsubj<failed | allowing=allow VBG acl<deal | exports=export NNS obj<allowing | failed=fail VBD root | .<failed";
    expect(role(deal, "allowing", "subject")).toEqual(["deal"]);
  });

  it("owners are the possessor, else the between phrase, else the governing verb's subject", () => {
    const between = treeIn(
      "The DT det<deal | deal NN nsubj<failed | between IN case<Poland | Poland NNP nmod<deal | and CC cc<France | France NNP conj<Poland | failed=fail VBD root | .<failed",
    );
    expect(formsAt(between, ownersOf(between, at(between, "deal"), 3))).toEqual(["Poland", "France"]);
    const poss = treeIn("Norway NNP nmod:poss<plan | 's POS case<Norway | plan NN nsubj<failed | failed=fail VBD root | .<failed");
    expect(formsAt(poss, ownersOf(poss, at(poss, "plan"), 3))).toEqual(["Norway"]);
    const active = treeIn(ACTIVE);
    expect(formsAt(active, ownersOf(active, at(active, "deal"), 3))).toEqual(["Poland"]);
  });
});

describe("nouns", () => {
  const SALE =
    "The DT det<sale | sale NN nsubj:pass<banned | of IN case<tanks | tanks=tank NNS nmod<sale | to IN case<Chad | Chad NNP nmod<sale | by IN case<Norway | Norway NNP nmod<sale | was=be VBD aux:pass<banned | banned=ban VBN root | .<banned";

  it("have their arguments by adposition", () => {
    expect(role(SALE, "sale", "of")).toEqual(["tanks"]);
    expect(role(SALE, "sale", "to")).toEqual(["Chad"]);
    expect(role(SALE, "sale", "by")).toEqual(["Norway"]);
  });

  it("have possessors and modifiers", () => {
    const sanctions =
      "Norway NNP nmod:poss<sanctions | 's POS case<Norway | new JJ amod<sanctions | arms NN compound<sanctions | sanctions=sanction NNS root | .<sanctions";
    expect(role(sanctions, "sanctions", "poss")).toEqual(["Norway"]);
    expect(role(sanctions, "sanctions", "modifier")).toEqual(["new", "arms"]);
  });

  it("have a subject where they are the predicate", () => {
    expect(
      role(
        "France NNP nsubj<buyer | is=be VBZ cop<buyer | a DT det<buyer | buyer NN root | of IN case<ships | ships=ship NNS nmod<buyer | .<buyer",
        "buyer",
        "subject",
      ),
    ).toEqual(["France"]);
  });

  it("take a by phrase right behind them though it is tied to the passive verb", () => {
    const amid =
      "The DT det<ships | ships=ship NNS nsubj:pass<delivered | were=be VBD aux:pass<delivered | delivered=deliver VBN root | amid IN case<objections | objections=objection NNS obl<delivered | by IN case<Israel | Israel NNP obl:agent<delivered | .<delivered";
    expect(role(amid, "objections", "by")).toEqual(["Israel"]);
    expect(role(amid, "delivered", "subject")).toEqual([]);
  });

  it("leave the by phrase to the verb where the noun before it is no doing", () => {
    const sold =
      "The DT det<tanks | tanks=tank NNS nsubj:pass<sold | were=be VBD aux:pass<sold | sold=sell VBN root | to IN case<rebels | rebels=rebel NNS obl<sold | by IN case<Norway | Norway NNP obl:agent<sold | .<sold";
    expect(role(sold, "sold", "subject")).toEqual(["Norway"]);
    expect(role(sold, "rebels", "by")).toEqual([]);
  });
});

describe("who does what a noun has in its infinitive", () => {
  const THROUGH =
    "India NNP nsubj<VERB | VERB VBD root | the DT det<NOUN | Chinese JJ amod<NOUN | NOUN NN obj<VERB | to TO mark<sell | sell VB acl<NOUN | jets=jet NNS obj<sell | .<VERB";
  const told = (verb: string, noun: string): string => THROUGH.replaceAll("VERB", verb).replaceAll("NOUN", noun);

  it("of a noun of will it is whoever a modifier names", () => {
    expect(role(told("praised", "decision"), "sell", "subject")).toEqual(["Chinese"]);
  });

  it("of a noun of asking it is whoever meets the asking, unless the asking is only said again", () => {
    expect(role(told("rejected", "demand"), "sell", "subject")).toEqual(["India"]);
    expect(role(told("repeat", "demand"), "sell", "subject")).toEqual([]);
  });

  it("what somebody decided is not done by whoever opposes it", () => {
    const opposed = told("oppose", "decision").replace("Chinese JJ amod<decision | ", "");
    expect(role(opposed, "sell", "subject")).toEqual([]);
    const took = told("take", "decision").replace("Chinese JJ amod<decision | ", "");
    expect(role(took, "sell", "subject")).toEqual(["India"]);
  });

  it("of a verb of causing it is whoever is caused to do it", () => {
    const prompted =
      "The DT det<row | row NN nsubj<prompted | prompted=prompt VBD root | Chad NNP obj<prompted | to TO mark<sell | sell VB xcomp<prompted | .<prompted";
    expect(role(prompted, "sell", "subject")).toEqual(["Chad"]);
  });
});

describe("both sides of a hyphen", () => {
  it("modify the noun", () => {
    const pact =
      "The DT det<pact | Ghana NNP compound<Togo | - HYPH punct<Ghana | Togo NNP compound<pact | pact NN nsubj<failed | failed=fail VBD root | .<failed";
    expect(role(pact, "pact", "modifier")).toEqual(["Ghana", "Togo"]);
  });

  it("but a name without a hyphen is part of the next", () => {
    const pact = "The DT det<pact | New NNP compound<York | York NNP compound<pact | pact NN nsubj<failed | failed=fail VBD root | .<failed";
    expect(role(pact, "pact", "modifier")).toEqual(["York"]);
  });
});
