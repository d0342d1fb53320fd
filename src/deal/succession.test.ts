// Deals that succeed each other, by what texts tell and by the catalogue.
import { describe, expect, test } from "vitest";
import { cluster, readingsOf } from "./cluster.ts";
import type { ClaimInText, Deal } from "./deal.ts";
import { statesOf } from "./deals.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import type { ShortRow } from "./known/catalogue.fixture.ts";
import { dealLine } from "./line.ts";
import { amongKnown } from "./succession.ts";
import { knowledge as plain, tell } from "./told.fixture.ts";

const RIVER: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "2001" };
const LAKE: ShortRow = { id: "lake", parties: "NOR;SUD", names: "Long Lake Treaty", from: "2015", replaces: "river" };
const SEA: ShortRow = { id: "sea", parties: "NOR;OST", names: "Cold Sea Treaty", from: "2016", replaces: "river" };

const signed = (id: string, day: string, object: string, by: readonly string[] = ["NOR", "SUD"]): readonly ClaimInText[] =>
  tell(id, day, [{ act: "sign", by, object, words: `They signed the ${object}` }]);
const river = signed("a", "2001-05-05", "Blue River Treaty");
const lake = signed("b", "2015-05-05", "Long Lake Treaty");
const sea = signed("c", "2016-05-05", "Cold Sea Treaty", ["NOR", "OST"]);

const knowing = (rows: readonly ShortRow[]) => ({ ...plain, known: knownOf(rows) });
/** What each deal replaces and is replaced by, by its id. */
function succeeding(claims: readonly ClaimInText[], rows: readonly ShortRow[], known?: string) {
  const knowledge = knowing(rows);
  const days = known === undefined ? {} : { known };
  const all = statesOf(cluster(readingsOf(claims), knowledge).deals, knowledge, days);
  return Object.fromEntries(
    all.map(({ deal, state }) => {
      const { id, replaces, replacedBy } = dealLine(deal, state, knowledge, days);
      return [id, { replaces, replacedBy }];
    }),
  );
}

describe("a deal that the catalogue says replaces another", () => {
  test("names it, and is named by it", () => {
    expect(succeeding([...river, ...lake], [RIVER, LAKE])).toEqual({
      "deal-river": { replacedBy: ["deal-lake"] },
      "deal-lake": { replaces: "deal-river" },
    });
  });

  test("names none where nothing is told of the other", () => {
    expect(succeeding([...lake, ...sea], [RIVER, LAKE, SEA])).toEqual({ "deal-lake": {}, "deal-sea": {} });
    // Only spoken of, it is no deal.
    const spoken = { document: { id: "s", published: "2014-01-01", text: "The Blue River Treaty is old." }, claims: [], abstained: [] };
    const { deals } = cluster([...readingsOf(lake), spoken], knowing([RIVER, LAKE]));
    expect(Object.fromEntries(deals.map(({ id, replaces }) => [id, replaces]))).toEqual({ "deal-lake": undefined, "deal-river": undefined });
  });

  test("may be one of several", () => {
    expect(succeeding([...sea, ...river, ...lake], [RIVER, LAKE, SEA])["deal-river"]).toEqual({ replacedBy: ["deal-lake", "deal-sea"] });
  });

  test("is named only from the day on which something of it is known", () => {
    const by = (day: string) => succeeding([...river, ...lake, ...sea], [RIVER, LAKE, SEA], day);
    expect(by("2015-05-04")).toEqual({ "deal-river": {} });
    expect(by("2015-05-05")["deal-river"]).toEqual({ replacedBy: ["deal-lake"] });
    expect(by("2016-05-05")["deal-river"]).toEqual({ replacedBy: ["deal-lake", "deal-sea"] });
  });

  test("names its elder only where something of that is known", () => {
    const late = signed("z", "2020-01-01", "Blue River Treaty");
    expect(succeeding([...late, ...lake], [RIVER, LAKE], "2019-12-31")).toEqual({ "deal-lake": {} });
  });
});

test("a deal among none that are known names none, and keeps everything else", () => {
  const deal: Deal = { id: "deal-a", kind: "agreement", members: [], mentions: [], replaces: "deal-b", replacedBy: ["deal-c"] };
  expect(amongKnown(deal, () => false)).toEqual({ id: "deal-a", kind: "agreement", members: [], mentions: [] });
  expect(amongKnown(deal, (id) => id !== "deal-b")).toEqual({ id: "deal-a", kind: "agreement", members: [], mentions: [], replacedBy: ["deal-c"] });
});
