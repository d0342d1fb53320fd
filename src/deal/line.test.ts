// The line of a deal: whose documents it counts, what it is called, and in which order lines are listed.
import { describe, expect, test } from "vitest";
import type { Abstention } from "../reading/index.ts";
import { cluster } from "./cluster.ts";
import type { AsOf, Deal, DealReading } from "./deal.ts";
import { deals, statesOf } from "./deals.ts";
import { fold } from "./fold.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import { dealLine, mostClaimsFirst } from "./line.ts";
import type { DealLine } from "./line.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";

const river = { ...knowledge, known: knownOf([{ id: "river", name: "Blue River Treaty (1999)", parties: "NOR;SUD", names: "Blue River Treaty" }]) };

function reading(id: string, day: string | undefined, claims: readonly Told[], text?: string, abstained: readonly Abstention[] = []): DealReading {
  const told = tell(id, day, claims);
  const document = told[0]?.document ?? { id, text: text ?? "", ...(day === undefined ? {} : { published: day }) };
  return { document, claims: told.map(({ claim }) => claim), abstained };
}

const object = "Blue River Treaty";
const SIGNED = reading("b", "2020-05-10", [{ act: "sign", by: ["NOR", "SUD"], object, words: "Norland and Sudia sign the Blue River Treaty" }]);
const SPOKEN = reading("c", "2020-06-10", [], "The Blue River Treaty is an old dream of Norland and Sudia.");
const UNDATED = reading("d", undefined, [], "Who remembers the Blue River Treaty?");

function only(readings: readonly DealReading[]): Deal {
  const all = cluster(readings, river).deals;
  const [deal] = all;
  if (deal === undefined || all.length > 1) throw new Error(`${all.length} deals`);
  return deal;
}
const line = (readings: readonly DealReading[], days: AsOf = {}): DealLine => {
  const deal = only(readings);
  return dealLine(deal, fold(deal, river, days), river, days);
};

describe("documents that only speak of a deal", () => {
  test("are counted among its documents, and tell no claim", () => {
    expect(line([SIGNED, SPOKEN])).toMatchObject({ documents: ["b", "c"], claims: ["b@0"], state: "signed" });
  });

  test("are in canonical order, that without a day last, and each once", () => {
    const early = reading("a", "2019-01-01", [], "The Blue River Treaty? Again the Blue River Treaty.");
    expect(line([UNDATED, SPOKEN, SIGNED, early]).documents).toEqual(["a", "b", "c", "d"]);
  });

  test("are left out before their day, and where their day is not known", () => {
    expect(line([SIGNED, SPOKEN, UNDATED], { known: "2020-06-09" }).documents).toEqual(["b"]);
    expect(line([SIGNED, SPOKEN, UNDATED], { known: "2020-06-10" }).documents).toEqual(["b", "c"]);
  });

  test("make no deal that is listed: nothing is claimed of it", () => {
    expect(deals([SPOKEN], river)).toEqual([]);
    expect(only([SPOKEN]).mentions.map(({ start, end }) => SPOKEN.document.text.slice(start, end))).toEqual(["Blue River Treaty"]);
  });

  test("do not speak of what they name beside an undertaking of which they tell", () => {
    const both = knownOf([
      { id: "river", parties: "NOR;SUD", names: "Blue River Treaty" },
      { id: "ferry", parties: "NOR;SUD", names: "Ferry Link" },
    ]);
    const words = "Norland and Sudia sign the Blue River Treaty where once the Ferry Link began";
    const told = reading("a", "2020-05-10", [{ act: "sign", by: ["NOR", "SUD"], object, words }]);
    expect(cluster([told], { ...river, known: both }).deals.map(({ id }) => id)).toEqual(["deal-river"]);
  });
});

describe("hints", () => {
  const text = "Twelve nations sign the Blue River Treaty.";
  const hint: Abstention = { reason: "no-party", act: "sign", mode: "actual", start: 15, end: 41, quote: text.slice(15, 41) };
  const hinted = reading("h", "2020-05-20", [], text, [hint]);

  test("move the state and bring their document, and are no claims of the line", () => {
    expect(line([hinted])).toMatchObject({ documents: ["h"], claims: [], state: "signed", since: { latest: "2020-05-20" } });
    expect(only([hinted]).members.map(({ part, confidence }) => [part, confidence.toFixed(2)])).toEqual([["hints", "0.12"]]);
  });

  test("are not told beside a claim of the same act in the same text", () => {
    const claimed = { ...SIGNED, abstained: [{ ...hint, start: 22, end: 43, quote: SIGNED.document.text.slice(22, 43) }] };
    expect(only([claimed]).members.map(({ part }) => part)).toEqual(["opens"]);
  });

  test("stand in no deal that their text does not tell or speak of", () => {
    const other = reading("h", "2020-05-20", [], "Twelve nations sign a paper.", [{ ...hint, end: 27, quote: "sign a paper" }]);
    expect(cluster([SIGNED, other], river).deals.map(({ members }) => members.length)).toEqual([1]);
  });
});

test("a deal of the catalogue is called as it is there", () => {
  expect(line([SIGNED])).toMatchObject({ id: "deal-river", name: "Blue River Treaty (1999)", kind: "agreement" });
});

test("lines are listed by their claims, the most first, and as they came where they have as many", () => {
  const order = (id: string, by: string, day: string): DealReading =>
    reading(id, day, [{ act: "order", by: [by], to: ["NOR"], items: [{ name: "Q-70 launchers" }], words: `${by} orders Q-70 launchers` }]);
  const readings = [
    order("a", "OST", "2020-01-01"),
    order("b", "SUD", "2020-02-01"),
    order("c", "SUD", "2020-02-03"),
    order("d", "PER", "2020-03-01"),
  ];
  const lines = statesOf(cluster(readings, knowledge).deals, knowledge).map(({ deal, state }) => dealLine(deal, state, knowledge));
  expect(lines.map(({ documents }) => documents.join())).toEqual(["a", "b,c", "d"]);
  expect(mostClaimsFirst(lines).map(({ documents }) => documents.join())).toEqual(["b,c", "a", "d"]);
});
