// States of a deal on both axes: valid day and known day.
import { describe, expect, test } from "vitest";
import { cluster, readingsOf } from "./cluster.ts";
import type { AsOf, ClaimInText, Deal } from "./deal.ts";
import { deals, statesOf } from "./deals.ts";
import { fold } from "./fold.ts";
import { dealLife } from "./life.ts";
import { dealLine } from "./line.ts";
import { knowledge, tell } from "./told.fixture.ts";

/** The only deal of the claims. */
function only(claims: readonly ClaimInText[]): Deal {
  const all = cluster(readingsOf(claims), knowledge).deals.filter(({ kind }) => kind !== "measure");
  const [deal] = all;
  if (deal === undefined || all.length > 1) throw new Error(`${all.length} deals`);
  return deal;
}

const ITEMS = [{ name: "Q-70 launchers", quantity: 5 }];
const report = tell("report", "2015-01-20", [
  {
    act: "sign",
    by: ["NOR", "SUD"],
    object: "2007 contract",
    items: ITEMS,
    time: "2007",
    words: "Norland and Sudia signed a contract for five Q-70 launchers in 2007",
  },
  {
    act: "cancel",
    by: ["NOR"],
    to: ["SUD"],
    object: "contract",
    items: [{ name: "Q-70 launchers" }],
    time: "2010",
    words: "Norland tore the contract up in 2010",
  },
  {
    act: "demand",
    by: ["SUD"],
    to: ["NOR"],
    money: [{ amount: 4e9, currency: "USD", kind: "compensation", bound: "exact" }],
    words: "Sudia asked for $4 billion",
  },
]);
const brief = tell("brief", "2010-10-07", [
  { act: "pay", by: ["NOR"], to: ["SUD"], mode: "planned", object: "Q-70 launchers", words: "Norland will refund Sudia for the Q-70 launchers" },
  { act: "cancel", by: ["NOR"], to: ["SUD"], object: "Q-70 sale", words: "it has cancelled the Q-70 sale" },
]);
const deal = only([...report, ...brief]);
const at = (days: AsOf): readonly string[] => {
  const { state, dispute } = fold(deal, knowledge, days);
  return [state, dispute];
};

describe("the valid axis", () => {
  test("counts a claim from its latest possible day on", () => {
    expect(at({ asOf: "2007-12-30" })).toEqual(["none", "none"]);
    expect(at({ asOf: "2007-12-31" })).toEqual(["signed", "none"]);
    expect(at({ asOf: "2010-10-06" })).toEqual(["signed", "none"]);
    expect(at({ asOf: "2010-10-07" })).toEqual(["cancelled", "none"]);
    expect(at({ asOf: "2015-01-19" })).toEqual(["cancelled", "none"]);
    expect(at({ asOf: "2015-01-20" })).toEqual(["cancelled", "demanded"]);
  });

  test("narrows the bounds of a state by every telling of the act", () => {
    expect(fold(deal, knowledge).since).toEqual({ earliest: "2010-01-01", latest: "2010-10-07" });
    expect(fold(deal, knowledge, { known: "2010-12-31" }).since).toEqual({ latest: "2010-10-07" });
  });

  test("takes a plan as held from its telling, not from the day that it names", () => {
    const plan = only(
      tell("a", "2015-01-20", [
        {
          act: "sell",
          by: ["NOR"],
          to: ["SUD"],
          mode: "planned",
          items: ITEMS,
          time: "2016",
          words: "Norland will sell Sudia Q-70 launchers in 2016",
        },
      ]),
    );
    expect(fold(plan, knowledge, { asOf: "2015-01-20" }).state).toBe("negotiating");
    expect(fold(plan, knowledge, { asOf: "2015-01-19" }).state).toBe("none");
  });

  test("puts what the words place before the news one day before the document at the latest", () => {
    const told = only(
      tell("a", "2015-07-31", [{ act: "sign", by: ["NOR", "SUD"], object: "Q-70 contract", words: "The Q-70 contract is already signed" }]),
    );
    expect(fold(told, knowledge, { asOf: "2015-07-30" }).state).toBe("signed");
  });
});

describe("the known axis", () => {
  test("uses no document published later", () => {
    expect(at({ known: "2010-10-06" })).toEqual(["none", "none"]);
    expect(at({ known: "2010-10-07" })).toEqual(["cancelled", "none"]);
    expect(at({ known: "2015-01-20" })).toEqual(["cancelled", "demanded"]);
  });

  test("and the valid axis are told apart: what was signed in 2007 became known in 2015", () => {
    expect(at({ asOf: "2008-06-01", known: "2010-12-31" })).toEqual(["none", "none"]);
    expect(at({ asOf: "2008-06-01", known: "2015-01-20" })).toEqual(["signed", "none"]);
  });

  test("leaves out a document whose day is unknown, and without a day asked for counts it", () => {
    const undated = only(
      tell("a", undefined, [
        { act: "sign", by: ["NOR", "SUD"], object: "Q-70 contract", time: "2007", words: "They signed the Q-70 contract in 2007" },
      ]),
    );
    expect(fold(undated, knowledge, { known: "2099-01-01" }).state).toBe("none");
    expect(fold(undated, knowledge).state).toBe("signed");
    expect(fold(undated, knowledge, { asOf: "2008-01-01" }).state).toBe("signed");
  });
});

test("claims of one day are folded in the order of a deal's life", () => {
  const told = only(
    tell("a", "2015-11-09", [
      { act: "enter-into-force", by: ["NOR", "SUD"], object: "Q-70 contract", words: "The Q-70 contract is valid" },
      { act: "sign", by: ["NOR", "SUD"], object: "Q-70 contract", words: "the Q-70 contract was signed" },
    ]),
  );
  expect(fold(told, knowledge).state).toBe("in-force");
});

test("older events told later do not bring a cancelled deal back", () => {
  const later = tell("c", "2016-01-01", [
    { act: "suspend", by: ["NOR"], to: ["SUD"], object: "Q-70 contract", words: "Norland once froze the Q-70 contract" },
  ]);
  expect(fold(only([...report, ...brief, ...later]), knowledge).state).toBe("cancelled");
});

test("a delivery of all that was ordered fulfils, one of a part delivers", () => {
  const deliver = (id: string, quantity: number): ClaimInText[] =>
    tell(id, `2016-0${id}-01`, [
      {
        act: "deliver",
        by: ["NOR"],
        to: ["SUD"],
        items: [{ name: "Q-70 launchers", quantity }],
        time: `2016-0${id}`,
        words: `Norland delivers ${quantity} Q-70 launchers`,
      },
    ]);
  const order = tell("o", "2015-01-01", [{ act: "order", by: ["SUD"], to: ["NOR"], items: ITEMS, words: "Sudia orders five Q-70 launchers" }]);
  expect(fold(only([...order, ...deliver("2", 3)]), knowledge).state).toBe("delivering");
  expect(fold(only([...order, ...deliver("2", 3), ...deliver("3", 2)]), knowledge).state).toBe("fulfilled");
  expect(fold(only([...order, ...deliver("2", 5)]), knowledge).state).toBe("fulfilled");
});

test("a ban by a party halts its deal", () => {
  const order = tell("o", "2015-01-01", [
    { act: "sign", by: ["NOR", "SUD"], object: "contract", items: ITEMS, words: "They sign a contract for five Q-70 launchers" },
  ]);
  const ban = (by: string): ClaimInText[] =>
    tell("b", "2016-01-01", [
      {
        act: "ban",
        by: [by],
        to: ["SUD"],
        object: "delivery of Q-70 launchers",
        items: [{ name: "Q-70 launchers" }],
        words: "It forbids the delivery of Q-70 launchers",
      },
    ]);
  expect(fold(only([...order, ...ban("NOR")]), knowledge).state).toBe("suspended");
});

describe("what the doors print", () => {
  test("the line has the contract's fields", () => {
    const [found] = statesOf([deal], knowledge);
    const line = found === undefined ? undefined : dealLine(found.deal, found.state, knowledge);
    expect(Object.keys(line ?? {})).toEqual([
      "id",
      "name",
      "parties",
      "object",
      "items",
      "documents",
      "state",
      "dispute",
      "since",
      "claims",
      "conflicts",
      "kind",
    ]);
    expect(line).toMatchObject({
      name: "Q-70 (Norland–Sudia, 2007)",
      parties: [
        { id: "NOR", name: "Norland" },
        { id: "SUD", name: "Sudia" },
      ],
      items: ["Q-70"],
      documents: ["brief", "report"],
      state: "cancelled",
      dispute: "demanded",
      claims: ["brief@0", "brief@1", "report@0", "report@1", "report@2"],
      kind: "transfer",
    });
    expect(line?.id).toMatch(/^deal-[0-9a-f]{12}$/);
  });

  test("a deal of which nothing is known yet is not listed", () => {
    expect(deals(readingsOf([...report, ...brief]), knowledge, { known: "2010-10-06" })).toEqual([]);
    expect(deals(readingsOf([...report, ...brief]), knowledge, { known: "2010-10-07" })).toHaveLength(1);
  });

  test("kinds may be asked for", () => {
    expect(deals(readingsOf([...report, ...brief]), knowledge, { kinds: ["measure"] })).toEqual([]);
    expect(deals(readingsOf([...report, ...brief]), knowledge, { kinds: ["transfer", "agreement"] })).toHaveLength(1);
  });

  test("the life tells every step with its words and the state after it", () => {
    const rows = dealLife(deal, knowledge).map(({ act, when, state, dispute, moved, words }) => [
      act,
      when.latest,
      state,
      dispute,
      moved,
      words.split(" ").length > 2,
    ]);
    expect(rows).toEqual([
      ["sign", "2007-12-31", "signed", "none", true, true],
      ["pay", "2010-10-07", "signed", "none", false, true],
      ["cancel", "2010-10-07", "cancelled", "none", true, true],
      ["cancel", "2010-12-31", "cancelled", "none", false, true],
      ["demand", "2015-01-20", "cancelled", "demanded", true, true],
    ]);
  });
});
