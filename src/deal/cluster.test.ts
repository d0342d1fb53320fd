// Which claims meet in one deal and which stay apart, on small documents told by hand.
import { describe, expect, test } from "vitest";
import { cluster, readingsOf } from "./cluster.ts";
import type { ClaimInText, Membership } from "./deal.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";

/** The claims of each deal, as `document@number`. */
const grouped = ({ deals }: Membership): string[][] => deals.map(({ members }) => members.map(({ member }) => member.claim.id));
const of = (...documents: ClaimInText[][]): Membership => cluster(readingsOf(documents.flat()), knowledge);

const order = (by: string, from: string, name: string, words: string, more: Partial<Told> = {}): Told => ({
  act: "order",
  by: [by],
  to: [from],
  items: [{ name }],
  words,
  ...more,
});

describe("one undertaking", () => {
  test("told in two documents is one deal", () => {
    const first = tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers from Norland")]);
    const later = tell("b", "2021-03-01", [
      { act: "cancel", by: ["NOR"], to: ["SUD"], object: "Q-70 contract", words: "Norland cancels the Q-70 contract" },
    ]);
    expect(grouped(of(first, later))).toEqual([["a@0", "b@0"]]);
  });

  test("is found by its sum where the goods are not named", () => {
    const value = { amount: 8e8, currency: "USD", kind: "value", bound: "exact" } as const;
    const first = tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers from Norland", { money: [value] })]);
    const later = tell("b", "2020-05-01", [
      { act: "cancel", by: ["NOR"], to: ["SUD"], object: "$800 million order", words: "Norland cancels the $800 million order" },
    ]);
    expect(grouped(of(first, later))).toEqual([["a@0", "b@0"]]);
  });

  test("is found by the initials of its name", () => {
    const first = tell("a", "2020-01-10", [
      { act: "sign", by: ["NOR", "SUD"], object: "Joint River Plan of Action", words: "Norland and Sudia sign the Joint River Plan of Action" },
    ]);
    const later = tell("b", "2023-05-01", [{ act: "cancel", by: ["NOR"], object: "JRPOA", words: "Norland leaves the JRPOA" }]);
    expect(grouped(of(first, later))).toEqual([["a@0", "b@0"]]);
  });

  test("takes up an ending that was told before its opening was", () => {
    const before = tell("a", "2018-05-01", [
      { act: "suspend", by: ["NOR"], to: ["SUD"], object: "Blue River Treaty", words: "Norland halts the Blue River Treaty" },
    ]);
    const after = tell("b", "2019-05-01", [
      { act: "sign", by: ["NOR", "SUD"], object: "Blue River Treaty", time: "1999", words: "They signed the Blue River Treaty in 1999" },
    ]);
    expect(grouped(of(before, after))).toEqual([["a@0", "b@0"]]);
  });
});

describe("two undertakings", () => {
  test("with other buyers of the same goods stay apart", () => {
    const both = of(
      tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]),
      tell("b", "2020-01-11", [order("OST", "NOR", "Q-70 launchers", "Ostia orders Q-70 launchers")]),
    );
    expect(grouped(both)).toEqual([["a@0"], ["b@0"]]);
  });

  test("of the same parties over other goods stay apart", () => {
    const both = of(
      tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]),
      tell("b", "2020-01-11", [order("SUD", "NOR", "F-9 jets", "Sudia orders F-9 jets")]),
    );
    expect(grouped(both)).toEqual([["a@0"], ["b@0"]]);
  });

  test("of which the second begins after the first has ended stay apart, and an act of the new day joins the second", () => {
    const all = of(
      tell("a", "2010-01-10", [
        {
          act: "sign",
          by: ["NOR", "SUD"],
          object: "contract",
          items: [{ name: "Q-70 launchers" }],
          time: "2007",
          words: "They signed a contract for Q-70 launchers in 2007",
        },
        { act: "cancel", by: ["NOR"], to: ["SUD"], object: "contract", words: "Norland has now cancelled the contract" },
      ]),
      tell("b", "2015-11-09", [
        {
          act: "sign",
          by: ["NOR", "SUD"],
          object: "new contract",
          items: [{ name: "Q-70 launchers" }],
          words: "Norland and Sudia sign a new contract for Q-70 launchers",
        },
        {
          act: "cancel",
          by: ["NOR"],
          to: ["SUD"],
          object: "contract of 2007",
          items: [{ name: "Q-70 launchers" }],
          time: "2010",
          words: "Norland dropped the contract of 2007 in 2010",
        },
      ]),
      tell("c", "2015-12-03", [
        { act: "deliver", by: ["NOR"], to: ["SUD"], items: [{ name: "Q-70 launchers" }], words: "Norland begins to deliver Q-70 launchers" },
      ]),
    );
    expect(grouped(all)).toEqual([
      ["a@0", "a@1", "b@1"],
      ["b@0", "c@0"],
    ]);
    expect(all.deals[1]?.replaces).toBe(all.deals[0]?.id);
  });
});

describe("claims without a deal", () => {
  test("wait where they only take up a deal that none tells of", () => {
    const { deals, review } = of(
      tell("a", "2020-01-10", [{ act: "suspend", by: ["NOR"], to: ["SUD"], object: "gas contract", words: "Norland halts the gas contract" }]),
    );
    expect(deals).toEqual([]);
    expect(review.map(({ member, reason }) => [member.claim.id, reason])).toEqual([["a@0", "no-deal"]]);
  });

  test("wait with the deal that they may belong to where the evidence is thin", () => {
    const { review, deals } = of(
      tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]),
      tell("b", "2020-06-10", [{ act: "suspend", by: ["NOR"], to: ["SUD"], object: "delivery", words: "Norland halts the delivery" }]),
    );
    expect(review.map(({ member, reason, deal }) => [member.claim.id, reason, deal])).toEqual([["b@0", "unsure", deals[0]?.id]]);
    expect(review[0]?.confidence).toBeLessThan(0.75);
  });

  test("stay apart where relations refer to no deal, and join where they do", () => {
    const { apart, deals } = of(
      tell("a", "2020-01-10", [
        { act: "sign", by: ["NOR", "SUD"], object: "border agreement", words: "Norland and Sudia signed a border agreement" },
        { act: "object", by: ["OST"], to: ["NOR", "SUD"], object: "border agreement", words: "Ostia condemned the border agreement" },
        { act: "support", by: ["OST"], to: ["SUD"], words: "Ostia has long been an ally of Sudia" },
      ]),
    );
    expect(deals[0]?.members.map(({ member, part }) => [member.claim.id, part])).toEqual([
      ["a@0", "opens"],
      ["a@1", "refers"],
    ]);
    expect(apart.map(({ claim }) => claim.id)).toEqual(["a@2"]);
  });

  test("open nothing where they are negated, demanded or of an unnamed negotiation", () => {
    const { deals } = of(
      tell("a", "2020-01-10", [
        { act: "sell", by: ["NOR"], to: ["SUD"], negated: true, items: [{ name: "F-9 jets" }], words: "Norland sold no F-9 jets to Sudia" },
      ]),
      tell("b", "2020-02-10", [
        {
          act: "sell",
          by: ["NOR"],
          to: ["OST"],
          mode: "demanded",
          items: [{ name: "F-9 jets" }],
          words: "Norland was asked to sell F-9 jets to Ostia",
        },
      ]),
      tell("c", "2020-03-10", [{ act: "negotiate", by: ["SUD", "OST"], words: "Sudia and Ostia held talks" }]),
    );
    expect(deals).toEqual([]);
  });
});

describe("kinds", () => {
  test("a claim of compensation without a deal is a dispute, and with one belongs to it", () => {
    const suit: Told = { act: "sue", by: ["SUD"], to: ["NOR"], object: "suit over Q-70 launchers", words: "Sudia sues Norland over Q-70 launchers" };
    expect(of(tell("a", "2020-01-10", [suit])).deals.map(({ kind }) => kind)).toEqual(["dispute"]);
    const told = of(tell("b", "2019-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]), tell("a", "2020-01-10", [suit]));
    expect(told.deals.map(({ kind }) => kind)).toEqual(["transfer"]);
  });

  test("a ban on the goods of a deal is a measure and touches the deal", () => {
    const all = of(
      tell("a", "2019-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]),
      tell("b", "2020-01-10", [
        {
          act: "ban",
          by: ["NOR"],
          to: ["SUD"],
          object: "delivery of Q-70 launchers",
          items: [{ name: "Q-70 launchers" }],
          words: "Norland bans the delivery of Q-70 launchers",
        },
      ]),
    );
    expect(all.deals.map(({ kind, members }) => [kind, members.map(({ part }) => part)])).toEqual([
      ["transfer", ["opens", "touches"]],
      ["measure", ["opens"]],
    ]);
  });

  test("the same restriction in the other direction is another measure", () => {
    const all = of(
      tell("a", "2020-01-10", [{ act: "sanction", by: ["NOR"], to: ["SUD"], object: "timber tariffs", words: "Norland imposes timber tariffs" }]),
      tell("b", "2020-01-12", [{ act: "sanction", by: ["SUD"], to: ["NOR"], object: "timber tariffs", words: "Sudia answers with timber tariffs" }]),
    );
    expect(all.deals.map(({ kind }) => kind)).toEqual(["measure", "measure"]);
  });
});

test("a company's name is no name of a deal, and tells it from others in whichever slot it stands", () => {
  const sale = (id: string, day: string, words: string, told: object): ClaimInText[] =>
    tell(id, day, [{ act: "order", by: ["SUD"], to: ["NOR/Fjord Yards"], words, ...told }]);
  const { deals } = of(
    sale("a", "2020-01-10", "Sudia orders ferries", {
      object: "six ferries for the Coastal Link Programme",
      items: [{ name: "ferries", quantity: 6 }],
    }),
    sale("b", "2020-06-10", "Sudia drops its contract", { act: "cancel", object: "its contract with Norland's Fjord Yards" }),
  );
  expect(deals).toHaveLength(1);
  expect(deals[0]?.members[1]?.why).not.toContain("other_name");
});

test("every attachment across documents says why and how sure", () => {
  const { deals } = of(
    tell("a", "2020-01-10", [order("SUD", "NOR", "Q-70 launchers", "Sudia orders Q-70 launchers")]),
    tell("b", "2020-03-10", [{ act: "deliver", by: ["NOR"], to: ["SUD"], items: [{ name: "Q-70s" }], words: "Norland delivers Q-70s" }]),
  );
  const attached = deals[0]?.members[1];
  expect(attached?.why).toEqual(["designation", "pair", "soon", "words", "only"]);
  expect(attached?.confidence).toBeGreaterThan(0.9);
  expect(attached?.confidence).toBeLessThan(1);
});
