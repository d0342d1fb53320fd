// What two reports contradict each other about, and which side each policy shows.
import { describe, expect, test } from "vitest";
import type { Money } from "../reading/index.ts";
import { conflictsOf } from "./conflict.ts";
import { conflictSides } from "./conflict-sides.ts";
import type { Attachment, ClaimInText, Conflict, Origins, Policy } from "./deal.ts";
import { knowledge, tell } from "./told.fixture.ts";
import { whenOf } from "./view.ts";
import type { Told } from "./told.fixture.ts";

const priced = (id: string, day: string, amount: number, more: Partial<Money> = {}): ClaimInText[] =>
  tell(id, day, [
    {
      act: "order",
      by: ["SUD"],
      to: ["NOR"],
      money: [{ amount, currency: "USD", kind: "value", bound: "exact", ...more }],
      words: `Sudia orders for ${amount}`,
    },
  ]);
const told = (id: string, day: string, claim: Partial<Told>): ClaimInText[] =>
  tell(id, day, [{ act: "deliver", by: ["NOR"], to: ["SUD"], words: "It is told", ...claim }]);

function attached(claims: readonly ClaimInText[][], pins: Readonly<Record<string, readonly string[]>> = {}): readonly Attachment[] {
  return claims.flat().map((member): Attachment => {
    const pinned = pins[member.claim.id];
    const when = whenOf(member, knowledge.words);
    return { member, part: "opens", when, why: [], confidence: 1, ...(pinned === undefined ? {} : { pins: pinned }) };
  });
}

function among(claims: readonly ClaimInText[][], policy: Policy = "most-recent", origins?: Origins): readonly Conflict[] {
  return conflictsOf(attached(claims), policy, origins);
}

describe("prices", () => {
  test("that differ are a conflict, the most recent shown", () => {
    expect(among([priced("a", "2011-01-01", 8e8), priced("b", "2012-01-01", 9e8)])).toEqual([
      { slot: "money.value.USD", claims: ["a@0", "b@0"], shown: "b@0" },
    ]);
  });

  test("that agree, are of another kind or in another currency are none", () => {
    expect(among([priced("a", "2011-01-01", 8e8), priced("b", "2012-01-01", 8e8)])).toEqual([]);
    expect(among([priced("a", "2011-01-01", 8e8), priced("b", "2012-01-01", 4e9, { kind: "compensation" })])).toEqual([]);
    expect(among([priced("a", "2011-01-01", 8e8), priced("b", "2012-01-01", 9e8, { currency: "EUR" })])).toEqual([]);
  });

  test("of what comes in parts are none: tranches of tariffs, of aid, of goods", () => {
    const tranche = (id: string, act: Told["act"], amount: number): ClaimInText[] =>
      told(id, "2011-01-01", { act, money: [{ amount, currency: "USD", kind: "value", bound: "exact" }] });
    for (const act of ["sanction", "aid", "deliver"] as const) expect(among([tranche("a", act, 8e8), tranche("b", act, 9e8)])).toEqual([]);
    expect(among([tranche("a", "sell", 8e8), tranche("b", "sell", 9e8)])).toHaveLength(1);
  });

  test("told as about differ only from a twentieth on", () => {
    expect(among([priced("a", "2011-01-01", 1e9), priced("b", "2012-01-01", 1.04e9, { bound: "about" })])).toEqual([]);
    expect(among([priced("a", "2011-01-01", 1e9), priced("b", "2012-01-01", 1.2e9, { bound: "about" })])).toHaveLength(1);
  });

  test("are shown by the policy", () => {
    const three = [priced("a", "2011-01-01", 8e8), priced("b", "2012-01-01", 8e8), priced("c", "2013-01-01", 9e8)];
    expect(among(three).map(({ shown }) => shown)).toEqual(["c@0"]);
    expect(among(three, "most-origins").map(({ shown }) => shown)).toEqual(["b@0"]);
    expect(among(three, "most-cautious").map(({ shown }) => shown)).toEqual(["b@0"]);
  });
});

describe("copies of one report", () => {
  const copied = [priced("a", "2011-01-01", 8e8), priced("b", "2011-01-02", 8e8), priced("c", "2011-01-03", 8e8)];
  const own = [priced("d", "2010-01-01", 9e8), priced("e", "2010-02-01", 9e8)];
  const origins: Origins = new Map([
    ["a", "a"],
    ["b", "a"],
    ["c", "a"],
  ]);

  test("count once: two reports go before three copies of one", () => {
    expect(among([...copied, ...own], "most-origins").map(({ shown }) => shown)).toEqual(["c@0"]);
    expect(among([...copied, ...own], "most-origins", origins).map(({ shown }) => shown)).toEqual(["e@0"]);
  });

  test("are told with both sides' words, what is shown in front", () => {
    const members = attached([...copied, ...own]);
    const [conflict] = conflictsOf(members, "most-origins", origins);
    if (conflict === undefined) throw new Error("no conflict");
    const sides = conflictSides(conflict, members, origins);
    expect(sides.map((side) => [side.value, side.origins, side.claims.map(({ claim }) => claim.evidence.quote)])).toEqual([
      ["900000000", 2, ["Sudia orders for 900000000", "Sudia orders for 900000000"]],
      ["800000000", 1, ["Sudia orders for 800000000", "Sudia orders for 800000000", "Sudia orders for 800000000"]],
    ]);
    expect(conflictSides({ ...conflict, shown: "a@0" }, members).map(({ value, origins: count }) => [value, count])).toEqual([
      ["800000000", 3],
      ["900000000", 2],
    ]);
  });

  test.for(["most-recent", "most-origins", "most-cautious"] as const)("are passed over for what a person pinned, under %s", (policy) => {
    const members = attached([...copied, ...own, priced("f", "2009-01-01", 1e9)], { "f@0": ["money"] });
    expect(conflictsOf(members, policy, origins).map(({ shown }) => shown)).toEqual(["f@0"]);
    const elsewhere = attached([...copied, ...own, priced("f", "2009-01-01", 1e9)], { "f@0": ["quantity"] });
    expect(conflictsOf(elsewhere, policy, origins).map(({ shown }) => shown)).not.toEqual(["f@0"]);
  });
});

test("the most cautious of done and not done is not done, of counts the smallest", () => {
  const counted = (id: string, day: string, quantity: number): ClaimInText[] =>
    told(id, day, { act: "sign", items: [{ name: "frigates", quantity }] });
  expect(among([counted("a", "2011-01-01", 2), counted("b", "2012-01-01", 4)], "most-cautious").map(({ shown }) => shown)).toEqual(["a@0"]);
  const denied = [told("a", "2014-01-01", {}), told("b", "2015-01-01", { negated: true }), told("c", "2016-01-01", { negated: true, words: "No" })];
  expect(among(denied, "most-cautious").map(({ shown }) => shown)).toEqual(["c@0"]);
});

test("counts of the same goods that differ are a conflict, those of other goods none", () => {
  const signed = (id: string, name: string, quantity: number): ClaimInText[] => told(id, "2011-01-01", { act: "sign", items: [{ name, quantity }] });
  expect(among([signed("a", "frigates", 2), signed("b", "frigates", 4)]).map(({ slot, claims }) => [slot, claims])).toEqual([
    ["quantity.frigate", ["a@0", "b@0"]],
  ]);
  expect(among([signed("a", "frigates", 2), signed("b", "jets", 4)])).toEqual([]);
});

describe("delivered and never delivered", () => {
  test("are a conflict where the denial is not older than the deed", () => {
    expect(among([told("a", "2014-01-01", {}), told("b", "2015-01-01", { negated: true })])).toEqual([
      { slot: "deliver.done", claims: ["a@0", "b@0"], shown: "b@0" },
    ]);
  });

  test("are none where the delivery came after the denial", () => {
    expect(among([told("a", "2014-01-01", { negated: true }), told("b", "2016-01-01", {})])).toEqual([]);
  });

  test("are none where only a plan was dropped", () => {
    expect(among([told("a", "2014-01-01", {}), told("b", "2015-01-01", { negated: true, mode: "planned" })])).toEqual([]);
  });
});
