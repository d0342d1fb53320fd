// Names that a person would give a deal.
import { describe, expect, test } from "vitest";
import type { Attachment, DealKind } from "./deal.ts";
import { dealPhrase, itemsOf, nameDeal } from "./name.ts";
import { knowledge, tell } from "./told.fixture.ts";
import { whenOf } from "./view.ts";
import type { Told } from "./told.fixture.ts";

const members = (claims: readonly Told[]): readonly Attachment[] =>
  tell("a", "2015-01-20", claims).map((member) => ({ member, part: "opens", when: whenOf(member, knowledge.words), why: [], confidence: 1 }));
const named = (kind: DealKind, claims: readonly Told[]): string => nameDeal(kind, members(claims), knowledge.words);

describe("names that a person would give", () => {
  test("a transfer is called after its goods and who gets them", () => {
    expect(
      named("transfer", [
        { act: "sign", by: ["SUD", "NOR"], items: [{ name: "Q-70 system" }], time: "2007", words: "signed" },
        { act: "sell", by: ["NOR"], to: ["SUD"], items: [{ name: "Q-70s" }], words: "sells" },
      ]),
    ).toBe("Q-70 for Sudia (Norland–Sudia, 2007)");
  });

  test("an agreement is called after its parties and subject", () => {
    expect(named("agreement", [{ act: "sign", by: ["NOR", "SUD"], object: "agreement to expand their military ties", words: "signed" }])).toBe(
      "Norland–Sudia military cooperation agreement (2015)",
    );
  });

  test("an agreement with a proper name keeps it", () => {
    expect(named("agreement", [{ act: "sign", by: ["NOR", "SUD"], object: "Blue River Treaty", words: "signed" }])).toBe(
      "Blue River Treaty (Norland–Sudia, 2015)",
    );
  });

  test("a measure is called after whom it hits", () => {
    expect(named("measure", [{ act: "sanction", by: ["NOR"], to: ["SUD"], words: "imposed" }])).toBe("Sanctions on Sudia (Norland, 2015)");
  });

  test("many parties are counted", () => {
    expect(named("agreement", [{ act: "sign", by: ["NOR", "SUD", "OST", "X"], object: "trade pact", words: "signed" }])).toBe(
      "4 parties trade pact (2015)",
    );
  });
});

test("the words of an object lose sums, years and the parties", () => {
  expect(dealPhrase("pact with Sudia on civil river traffic", knowledge.words)).toBe("civil river traffic pact");
  expect(dealPhrase("deal to build a $1.5 billion bridge", knowledge.words)).toBe("bridge deal");
});

test("goods are listed by type where one is told", () => {
  expect(
    itemsOf(members([{ act: "sell", by: ["NOR"], items: [{ name: "weaponry" }, { name: "Q-70 launchers" }, { name: "Q-70s" }], words: "sells" }])),
  ).toEqual(["Q-70"]);
  expect(itemsOf(members([{ act: "sell", by: ["NOR"], items: [{ name: "grain" }, { name: "Orkan ships" }], words: "sells" }]))).toEqual([
    "Orkan ships",
    "grain",
  ]);
});
