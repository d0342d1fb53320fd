// What two reports contradict each other about, and which side each policy shows.
import { describe, expect, test } from "vitest";
import type { Money } from "../reading/index.ts";
import { conflictsOf } from "./conflict.ts";
import type { Attachment, ClaimInText, Conflict, Policy } from "./deal.ts";
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

function among(claims: readonly ClaimInText[][], policy: Policy = "most-recent"): readonly Conflict[] {
  return conflictsOf(
    claims.flat().map((member): Attachment => ({ member, part: "opens", when: whenOf(member, knowledge.words), why: [], confidence: 1 })),
    policy,
  );
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
