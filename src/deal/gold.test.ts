// The running example and the deals of gold, read from the shared folder where it is there.
import { describe, expect, test } from "vitest";
import { deals, dealLine, loadDealKnowledge, readingsOf } from "./index.ts";
import { goldClaims, hasGold } from "./gold.fixture.ts";

const required = process.env["PACTA_REQUIRE_ALL"] === "1";

test("gold is there where everything is required", () => {
  if (!hasGold && !required) console.info("gold is not here: set PACTA_SHARED to run the tests of src/deal/gold.test.ts");
  expect(hasGold || !required).toBe(true);
});

describe.runIf(hasGold)("the report of 2015", () => {
  const claims = hasGold ? goldClaims(["articles.jsonl"]).filter(({ document }) => document.id === "seed-2015-01-20-times-of-israel") : [];
  const knowledge = loadDealKnowledge();
  const lines = deals(readingsOf(claims), knowledge, { kinds: ["agreement", "transfer"] }).map(({ deal, state }) => ({
    line: dealLine(deal, state, knowledge),
    deal,
  }));
  const acts = (at: number): readonly string[] =>
    (lines[at]?.deal.members ?? []).map(
      ({ member: { claim } }) => `${claim.act}${claim.mode === "actual" ? "" : ` ${claim.mode}`}${claim.negated ? " not" : ""}`,
    );

  test("gives exactly two deals", () => {
    expect(lines.map(({ line }) => line.name).sort()).toEqual([
      "Russia–Iran military cooperation agreement (2015)",
      "S-300 for Iran (2007 contract)",
    ]);
  });

  test("of which the contract of 2007 is cancelled, with a demand that is not settled", () => {
    const at = lines.findIndex(({ line }) => line.kind === "transfer");
    expect(acts(at)).toEqual(["cancel", "demand", "settle planned", "sign", "sell planned", "deliver not", "object"]);
    expect(lines[at]?.line).toMatchObject({
      state: "cancelled",
      dispute: "demanded",
      since: { earliest: "2010-01-01", latest: "2010-12-31" },
      items: ["S-300"],
      conflicts: [],
    });
    expect(lines[at]?.line.parties.map(({ id }) => id)).toEqual(["RUS", "IRN"]);
  });

  test("and the agreement is signed by the day of the report", () => {
    const at = lines.findIndex(({ line }) => line.kind === "agreement");
    expect(acts(at)).toEqual(["sign", "cooperate planned", "provide", "provide"]);
    expect(lines[at]?.line).toMatchObject({ state: "signed", dispute: "none", since: { latest: "2015-01-20" } });
  });

  test("and the sanctions are measures", () => {
    const measures = deals(readingsOf(claims), knowledge, { kinds: ["measure"] }).map(({ deal, state }) => dealLine(deal, state, knowledge));
    expect(measures.map(({ parties }) => parties.map(({ id, name }) => id ?? name).join())).toEqual(expect.arrayContaining(["UN,IRN", "West,RUS"]));
  });
});

describe.runIf(hasGold)("the S-300 deals of gold", () => {
  const all = hasGold ? goldClaims() : [];
  const knowledge = loadDealKnowledge();
  const s300 = deals(readingsOf(all), knowledge, { kinds: ["transfer"] }).filter(({ deal }) =>
    deal.members.some(({ member }) => member.claim.items.some(({ name }) => name.startsWith("S-300"))),
  );
  const holding = (id: string, part: string) =>
    s300.find(({ deal }) => deal.members.some(({ member, part: own }) => member.document.id === id && own === part))?.deal;

  test("keep Syria, the old contract and the new one apart, and the new one replaces the old", () => {
    const old = holding("2010-06-10#Uncategorized#3", "opens");
    const fresh = holding("2015-12-03#International relations#5", "opens");
    const syria = holding("2018-04-14#Armed conflicts and attacks#3", "opens");
    expect(new Set([old?.id, fresh?.id, syria?.id]).size).toBe(3);
    expect(fresh?.replaces).toBe(old?.id);
  });
});
