// Rows of a life say what their claims are about, and which of them only tell again.
import { expect, test } from "vitest";
import type { Deal } from "./deal.ts";
import { dealLife } from "./life.ts";
import { knowledge, tell } from "./told.fixture.ts";
import { whenOf } from "./view.ts";

const bought = {
  act: "order" as const,
  by: ["NOR"],
  to: ["SUD"],
  object: "patrol ships",
  items: [{ name: "patrol ships", quantity: 4 }],
  money: [{ amount: 2e8, currency: "USD", kind: "value" as const, bound: "about" as const }],
  words: "Norland ordered four patrol ships for about $200 million",
};
const members = [...tell("a", "2020-01-10", [bought]), ...tell("b", "2020-03-01", [{ ...bought, reason: "its old ones rust" }])];
const deal: Deal = {
  id: "deal",
  kind: "transfer",
  members: members.map((member) => ({ member, part: "opens", when: whenOf(member, knowledge.words), why: ["pair"], confidence: 0.9 })),
  mentions: [],
};

test("a row has the goods, the sums and the reason of its claim, and nothing that the claim leaves open", () => {
  const [first, second] = dealLife(deal, knowledge);
  expect(first).toMatchObject({ object: "patrol ships", items: bought.items, money: bought.money });
  expect(Object.keys(first ?? {})).not.toContain("reason");
  expect(second?.reason).toBe("its old ones rust");
});

test("a row that tells again names the claim that told it first", () => {
  expect(dealLife(deal, knowledge).map(({ claim, repeats }) => [claim, repeats])).toEqual([
    ["a@0", undefined],
    ["b@0", "a@0"],
  ]);
  expect(dealLife(deal, knowledge, { known: "2020-02-01" }).map(({ repeats }) => repeats)).toEqual([undefined]);
});

test("a row names its document without the document's text", () => {
  const [first] = dealLife(deal, knowledge);
  expect(first?.document).toEqual({ id: "a", published: "2020-01-10" });
});
