// How single claims move a deal, on deals put together by hand: what they presume, whose quarrels count, who joins again.
import { describe, expect, test } from "vitest";
import type { AsOf, ClaimInText, Deal, DealKind } from "./deal.ts";
import { fold } from "./fold.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import { dealLife } from "./life.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";
import { whenOf } from "./view.ts";

/** A deal of claims, each in the part that its act has. */
function dealOf(members: readonly ClaimInText[], kind: DealKind = "agreement", known?: string): Deal {
  const all = members.map((member) => ({
    member,
    part: knowledge.roles[member.claim.act].part,
    when: whenOf(member, knowledge.words),
    why: [],
    confidence: 1,
  }));
  return { id: "deal", kind, members: all, mentions: [], ...(known === undefined ? {} : { known }) };
}

/** One claim in a document of its own. */
const told = (id: string, day: string, act: Told["act"], by: readonly string[], more: Partial<Told> = {}): ClaimInText[] =>
  tell(id, day, [{ act, by, words: `They ${act} the treaty`, ...more }]);

describe("what a claim presumes", () => {
  const left = told("a", "2020-05-10", "cancel", ["NOR"]);
  const at = (deal: Deal, days: AsOf): string => fold(deal, knowledge, days).state;

  test("was so on the day before, and on no day before that", () => {
    const deal = dealOf(left);
    expect(at(deal, { asOf: "2020-05-08" })).toBe("none");
    expect(at(deal, { asOf: "2020-05-09" })).toBe("in-force");
    expect(at(deal, { asOf: "2020-05-10" })).toBe("cancelled");
  });

  test("is known only with the document that tells the claim", () => {
    expect(at(dealOf(left), { asOf: "2020-05-09", known: "2020-05-09" })).toBe("none");
    expect(at(dealOf(left), { asOf: "2020-05-09", known: "2020-05-10" })).toBe("in-force");
  });

  test("is told as presumed, with the claim that it rests on", () => {
    const { steps } = fold(dealOf(left), knowledge);
    expect(steps.map(({ state, moved, presumed, when }) => [state, moved, presumed, when.latest])).toEqual([
      ["in-force", true, true, "2020-05-09"],
      ["cancelled", true, undefined, "2020-05-10"],
    ]);
    expect(dealLife(dealOf(left), knowledge).map(({ claim, presumed }) => [claim, presumed])).toEqual([
      ["a@0", true],
      ["a@0", undefined],
    ]);
  });

  test("is not presumed where it is told", () => {
    const { steps } = fold(dealOf([...told("b", "2019-01-10", "sign", ["NOR", "SUD"]), ...left]), knowledge);
    expect(steps.map(({ state, presumed }) => [state, presumed])).toEqual([
      ["signed", undefined],
      ["cancelled", undefined],
    ]);
  });

  test("is presumed of no claim that moves nothing itself, and of none without a day", () => {
    const touching: Deal = {
      ...dealOf([]),
      members: left.map((member) => ({ member, part: "touches", when: whenOf(member, knowledge.words), why: [], confidence: 1 })),
    };
    expect(fold(touching, knowledge).state).toBe("none");
    const undated = tell("a", undefined, [{ act: "cancel", by: ["NOR"], words: "Norland leaves the treaty" }]);
    expect(fold(dealOf(undated), knowledge).steps.map(({ state, presumed }) => [state, presumed])).toEqual([["cancelled", undefined]]);
  });
});

describe("a quarrel", () => {
  const order = told("a", "2020-01-10", "order", ["SUD"], { to: ["NOR"] });
  const suit = (by: string, to: string): ClaimInText[] => told("b", "2020-06-10", "sue", [by], { to: [to] });
  const dispute = (deal: Deal, knows = knowledge): string => fold(deal, knows).dispute;

  test("of the parties is the deal's", () => {
    expect(dispute(dealOf([...order, ...suit("SUD", "NOR")], "transfer"))).toBe("sued");
  });

  test("of an outsider is not, whichever side he is on", () => {
    expect(dispute(dealOf([...order, ...suit("OST", "NOR")], "transfer"))).toBe("none");
    expect(dispute(dealOf([...order, ...suit("SUD", "OST")], "transfer"))).toBe("none");
  });

  test("of a party's company or court is", () => {
    expect(dispute(dealOf([...order, ...suit("NOR/Fjord Yards", "SUD")], "transfer"))).toBe("sued");
  });

  test("of one whom the catalogue has as a party is, also where no claim shows him; where its list is open only the claims count", () => {
    const row = (parties: string): typeof knowledge => ({ ...knowledge, known: knownOf([{ id: "ferries", kind: "transfer", parties }]) });
    const deal = dealOf([...order, ...suit("OST", "NOR")], "transfer", "ferries");
    expect(dispute(deal, row("NOR;SUD;OST"))).toBe("sued");
    expect(dispute(deal, row("NOR;SUD"))).toBe("none");
    expect(dispute(deal, row("NOR;SUD;OST;*"))).toBe("none");
  });
});

describe("signing again what was halted", () => {
  const signed = told("a", "2020-01-10", "sign", ["NOR", "SUD"]);
  const halted = told("b", "2020-06-10", "suspend", ["NOR"]);

  test("takes it up where a party does", () => {
    expect(fold(dealOf([...signed, ...halted]), knowledge).state).toBe("suspended");
    expect(fold(dealOf([...signed, ...halted, ...told("c", "2020-09-10", "sign", ["NOR"])]), knowledge).state).toBe("signed");
  });

  test("has it signed, whatever it had come to before", () => {
    const agreed = told("a", "2020-01-10", "agree", ["NOR", "SUD"]);
    expect(fold(dealOf([...agreed, ...halted, ...told("c", "2020-09-10", "sign", ["NOR", "SUD"])]), knowledge).state).toBe("signed");
  });

  test("in force it is in force again", () => {
    const force = told("f", "2020-02-10", "enter-into-force", ["NOR", "SUD"]);
    expect(fold(dealOf([...signed, ...force, ...halted, ...told("c", "2020-09-10", "sign", ["NOR"])]), knowledge).state).toBe("in-force");
  });

  test("does nothing where an outsider signs", () => {
    const row = { ...knowledge, known: knownOf([{ id: "river", parties: "NOR;SUD" }]) };
    expect(fold(dealOf([...signed, ...halted, ...told("c", "2020-09-10", "sign", ["OST"])], "agreement", "river"), row).state).toBe("suspended");
  });
});

describe("what may move a deal", () => {
  const river = { ...knowledge, known: knownOf([{ id: "river", parties: "NOR;SUD" }]) };
  /** A deal of the catalogue, signed, and one more member with reasons. */
  const withOne = (more: readonly ClaimInText[], why: readonly string[]): Deal => {
    const deal = dealOf([...told("a", "2020-01-10", "sign", ["NOR", "SUD"]), ...more], "agreement", "river");
    return { ...deal, members: deal.members.map((one, at) => (at === 0 ? one : { ...one, why })) };
  };
  const state = (more: readonly ClaimInText[], why: readonly string[]): string => fold(withOne(more, why), river).state;
  const left = told("b", "2020-05-10", "cancel", ["NOR"]);

  test("is an end that is about it, and not one that stands beside it", () => {
    expect(state(left, ["party", "pointing"])).toBe("cancelled");
    expect(state(left, ["party", "nearest", "short"])).toBe("signed");
  });

  test("is no end that a text without its name is only held to tell", () => {
    expect(state(left, ["topic", "pair", "soon", "words"])).toBe("signed");
    const unnamed = { ...withOne(left, ["topic", "pair", "soon", "words"]) };
    delete (unnamed as { known?: string }).known;
    expect(fold(unnamed, river).state).toBe("cancelled");
  });

  test("is no act of states of which none is a party, where the catalogue lists the parties", () => {
    const other = told("b", "2020-05-10", "enter-into-force", ["OST"]);
    expect(state(other, ["topic"])).toBe("signed");
    expect(state(told("b", "2020-05-10", "enter-into-force", ["NOR"]), ["topic"])).toBe("in-force");
  });

  test("is no demand on nobody in particular, and none that its text tells besides", () => {
    const demand = (to: readonly string[], why: readonly string[]): string =>
      fold(withOne(told("b", "2020-05-10", "demand", ["NOR"], { to }), why), river).dispute;
    expect(demand(["SUD"], ["pair", "nested"])).toBe("demanded");
    expect(demand([], ["party", "nested"])).toBe("demanded");
    expect(demand(["SUD"], ["pair", "short"])).toBe("none");
    expect(demand(["SUD"], ["pair", "nearest", "trouble"])).toBe("demanded");
    expect(demand(["SUD"], ["party", "nearest", "trouble"])).toBe("none");
    const [claim] = told("b", "2020-05-10", "demand", ["NOR"]);
    if (claim === undefined) throw new Error("no claim");
    const onOffice = { ...claim, claim: { ...claim.claim, targets: [{ name: "the Registry" }] } };
    expect(fold(withOne([onOffice], ["party", "nested"]), river).dispute).toBe("none");
  });

  test("is a ruling of a known case, also where its text does not name the case", () => {
    const known = { ...knowledge, known: knownOf([{ id: "case", kind: "dispute", parties: "NOR;SUD" }]) };
    const ruling = told("b", "2020-05-10", "rule", ["SUD"], { to: ["NOR"] });
    const deal = dealOf([...told("a", "2020-01-10", "sue", ["SUD"], { to: ["NOR"] }), ...ruling], "dispute", "case");
    const why = (reasons: readonly string[]): Deal => ({ ...deal, members: deal.members.map((one) => ({ ...one, why: reasons })) });
    expect(fold(why(["pair", "soon", "words"]), known).dispute).toBe("ruled");
    expect(fold({ ...why(["pair", "soon", "words"]), kind: "agreement" }, known).dispute).toBe("none");
  });
});

describe("a halt and a signing that one text tells of one day", () => {
  const text = (acts: readonly Told["act"][]): ClaimInText[] =>
    tell(
      "b",
      "2020-06-10",
      acts.map((act) => ({ act, by: ["NOR", "SUD"], words: `They ${act} it` })),
    );
  const signed = told("a", "2020-01-10", "sign", ["NOR", "SUD"]);

  test("leave it signed: the halt was before", () => {
    expect(fold(dealOf([...signed, ...text(["sign", "suspend"])]), knowledge).state).toBe("signed");
    expect(fold(dealOf([...signed, ...text(["suspend"])]), knowledge).state).toBe("suspended");
  });

  test("of two texts leave it halted", () => {
    expect(fold(dealOf([...told("c", "2020-06-10", "sign", ["NOR", "SUD"]), ...text(["suspend"])]), knowledge).state).toBe("suspended");
  });
});

describe("a dispute", () => {
  const suit = told("a", "2020-01-10", "sue", ["SUD"], { to: ["NOR"] });
  const at = (more: readonly ClaimInText[]): readonly string[] => {
    const { state, dispute } = fold(dealOf([...suit, ...more], "dispute"), knowledge);
    return [state, dispute];
  };

  test("has a state from the day on which the parties agree", () => {
    expect(at(told("b", "2020-06-10", "agree", ["NOR", "SUD"]))).toEqual(["agreed", "sued"]);
    expect(at(told("b", "2020-06-10", "sign", ["NOR", "SUD"], { mode: "planned" }))).toEqual(["negotiating", "sued"]);
  });

  test("has none for talks, nor for an agreement that was not reached", () => {
    expect(at(told("b", "2020-06-10", "negotiate", ["NOR", "SUD"]))).toEqual(["none", "sued"]);
    expect(at(told("b", "2020-06-10", "agree", ["NOR", "SUD"], { negated: true }))).toEqual(["none", "sued"]);
  });
});

test("what is lifted in part stays in force", () => {
  const ban = told("a", "2020-01-10", "sanction", ["NOR"], { to: ["SUD"], words: "Norland imposes sanctions on Sudia" });
  const lifted = (words: string): string =>
    fold(dealOf([...ban, ...told("b", "2020-06-10", "lift", ["NOR"], { to: ["SUD"], words })], "measure"), knowledge).state;
  expect(lifted("Norland lifts its sanctions on Sudia")).toBe("cancelled");
  expect(lifted("Norland lifts some sanctions on Sudia")).toBe("in-force");
  expect(lifted("Norland lifts most of its trade sanctions on Sudia")).toBe("in-force");
  expect(lifted("Norland lifts the sanctions, some of them old")).toBe("cancelled");
});
