// Where texts speak of undertakings of a small catalogue.
import { describe, expect, test } from "vitest";
import { partiesInText, stem } from "../phrase.ts";
import { knowledge } from "../told.fixture.ts";
import { knownOf } from "./catalogue.fixture.ts";
import type { ShortRow } from "./catalogue.fixture.ts";
import { lifeOn, mentionsByHeading, mentionsIn } from "./mention.ts";

const partiesIn = (text: string): ReadonlySet<string> => partiesInText(text, knowledge.words);
const DAY = "2015-06-01";

/** What a text means, as `id: words`. */
function meant(text: string, rows: readonly ShortRow[], day: string | undefined = DAY): string[] {
  return mentionsIn(text, day, knownOf(rows), partiesIn).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
}

describe("a name", () => {
  const RIVER: ShortRow = { id: "river", names: "Blue River Treaty;JRPOA" };

  test("means its row wherever it stands, without a party and on a day that is not known", () => {
    expect(meant("The Blue River Treaty failed.", [RIVER])).toEqual(["river: Blue River Treaty"]);
    const [mention] = mentionsIn("The Blue River Treaty failed.", undefined, knownOf([RIVER]), partiesIn);
    expect(mention).toEqual({ id: "river", start: 4, end: 21, by: "name" });
  });

  test("gives way to a longer one at its place, whichever row comes first", () => {
    const longer: ShortRow = { id: "protocol", names: "Blue River Treaty Protocol" };
    for (const rows of [
      [RIVER, longer],
      [longer, RIVER],
    ])
      expect(meant("the Blue River Treaty Protocol and the Blue River Treaty", rows)).toEqual([
        "protocol: Blue River Treaty Protocol",
        "river: Blue River Treaty",
      ]);
  });

  test("needs its capitals, and all of them in a word of capitals", () => {
    expect(meant("a blue river treaty", [RIVER])).toEqual([]);
    expect(meant("the Jrpoa, a jrpoa", [RIVER])).toEqual([]);
    expect(meant("the JRPOA", [RIVER])).toEqual(["river: JRPOA"]);
    expect(meant("BLUE RIVER TREATY SIGNED", [RIVER])).toEqual(["river: BLUE RIVER TREATY"]);
  });

  test("may stand in the plural or the possessive, or be written with another hyphen or accent", () => {
    const rows: ShortRow[] = [{ id: "harbour", names: "Harbour Pass;Réunion-Link Accord" }];
    expect(meant("the Harbour Passes", rows)).toEqual(["harbour: Harbour Passes"]);
    expect(meant("the Harbour Pass’s text", rows)).toEqual(["harbour: Harbour Pass"]);
    expect(meant("the Reunion–Link Accords", rows)).toEqual(["harbour: Reunion–Link Accords"]);
  });

  test("does not reach over a sentence's end, but over quotation marks", () => {
    expect(meant("along the Blue River. Treaty talks", [RIVER])).toEqual([]);
    expect(meant("the “Blue River” Treaty", [RIVER])).toEqual(["river: Blue River” Treaty"]);
  });

  test("of an undertaking that had not begun is none", () => {
    const later: ShortRow = { ...RIVER, from: "2015-06" };
    expect(meant("the Blue River Treaty", [later], "2015-05-31")).toEqual([]);
    expect(meant("the Blue River Treaty", [later], "2015-06-01")).toEqual(["river: Blue River Treaty"]);
  });

  test("of one that has ended means its successor for two years, and then itself again", () => {
    const rows: ShortRow[] = [
      { ...RIVER, to: "2014-03" },
      { id: "river-2", replaces: "river", from: "2014" },
    ];
    const at = (day: string): string | undefined => meant("the Blue River Treaty", rows, day)[0];
    expect(at("2014-03-31")).toBe("river: Blue River Treaty");
    expect(at("2014-04-01")).toBe("river-2: Blue River Treaty");
    expect(at("2016-12-31")).toBe("river-2: Blue River Treaty");
    expect(at("2017-01-01")).toBe("river: Blue River Treaty");
  });

  test("of one that has ended means no successor that does not live", () => {
    const rows: ShortRow[] = [
      { ...RIVER, to: "2014" },
      { id: "river-2", replaces: "river", from: "2020" },
    ];
    expect(meant("the Blue River Treaty", rows)).toEqual(["river: Blue River Treaty"]);
  });
});

describe("a description", () => {
  const FISH: ShortRow = { id: "fish", parties: "NOR;SUD", descriptions: "fishing deal;bridge", from: "2010", to: "2012-10" };
  /** Enough rows of Norland's for it to be a party of everything. */
  const many: readonly ShortRow[] = Array.from({ length: 6 }, (_, at) => ({ id: `other-${at}`, parties: "NOR" }));

  test("needs a party nearby", () => {
    expect(meant("the fishing deal", [FISH])).toEqual([]);
    expect(meant("Sudia and the fishing deal", [FISH])).toEqual(["fish: fishing deal"]);
    expect(meant(`Sudia spoke. ${"It rained. ".repeat(30)}There was a fishing deal.`, [FISH])).toEqual([]);
    expect(meant("Ostia and the fishing deal", [FISH])).toEqual([]);
  });

  test("needs two where the one is a party of everything", () => {
    expect(meant("Norland and the fishing deal", [FISH, ...many])).toEqual([]);
    expect(meant("Norland, Sudia and the fishing deal", [FISH, ...many])).toEqual(["fish: fishing deal"]);
    expect(meant("Sudia and the fishing deal", [FISH, ...many])).toEqual(["fish: fishing deal"]);
  });

  test("counts while the news spoke of it and for five years after", () => {
    const on = (day: string): string[] => meant("Sudia and the fishing deal", [FISH], day);
    expect([on("2009-12-31"), on("2017-10-31")].map(({ length }) => length)).toEqual([0, 0]);
    expect([on("2010-01-01"), on("2012-10-31"), on("2017-10-29")].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test("means nothing on a day that is not known", () => {
    expect(mentionsIn("Sudia and the fishing deal", undefined, knownOf([FISH]), partiesIn)).toEqual([]);
  });

  test("of one word counts in the plural too, and in lower case", () => {
    expect(meant("Sudia's Bridges", [{ ...FISH, to: "" }])).toEqual(["fish: Bridges"]);
  });

  test("that several rows have means the one with most parties nearby", () => {
    const ostia: ShortRow = { ...FISH, id: "fish-ostia", parties: "NOR;OST" };
    expect(meant("Norland and Ostia: the fishing deal", [FISH, ostia], "2011-01-01")).toEqual(["fish-ostia: fishing deal"]);
  });

  test("of equal rows means the one that lives, then the newest, then none", () => {
    const text = "Norland and Sudia: the fishing deal";
    const old: ShortRow = { ...FISH, id: "old", from: "2000", to: "" };
    const young: ShortRow = { ...FISH, id: "young", from: "2013", to: "" };
    expect(meant(text, [old, FISH])).toEqual(["old: fishing deal"]);
    expect(meant(text, [old, young])).toEqual(["young: fishing deal"]);
    expect(meant(text, [young, { ...young, id: "twin" }])).toEqual([]);
  });

  test("is settled by a name in the same text, even that of an older row", () => {
    const rows: ShortRow[] = [
      { ...FISH, id: "old", names: "Shoal Accord", from: "2000", to: "" },
      { ...FISH, id: "young", from: "2013", to: "" },
    ];
    expect(meant("Norland and Sudia signed the fishing deal, the Shoal Accord.", rows)).toEqual(["old: fishing deal", "old: Shoal Accord"]);
  });

  test("of a rival of what the text names, with the same parties, means nothing", () => {
    const named = (parties: string): ShortRow => ({ id: "shoal", names: "Shoal Accord", parties });
    const living = { ...FISH, to: "" };
    const text = "Norland and Sudia keep the Shoal Accord; of the fishing deal they said nothing.";
    expect(meant(text, [living, named("NOR;SUD")])).toEqual(["shoal: Shoal Accord"]);
    expect(meant(text, [living, named("NOR;OST")])).toEqual(["shoal: Shoal Accord", "fish: fishing deal"]);
  });
});

describe("a heading", () => {
  const RIVER: ShortRow = { id: "river", names: "Blue River Treaty", parties: "NOR;SUD", descriptions: "dam deal", goods: "turbines" };
  const byHeading = (heading: string | undefined, text: string): string[] =>
    mentionsByHeading(heading, text, DAY, knownOf([RIVER]), partiesIn, (word) => knowledge.words.deal.has(stem(word))).map(
      ({ id, start, end, by }) => `${id} ${start}-${end} ${by}`,
    );

  test("that names an undertaking needs a text that bears it out: two of its parties", () => {
    expect(byHeading("Blue River Treaty", "Norland met Sudia.")).toEqual(["river 0-0 heading"]);
    expect(byHeading("Blue River Treaty", "Norland met Ostia.")).toEqual([]);
  });

  test("or one of them with a word of the row, or for any deal", () => {
    expect(byHeading("Blue River Treaty", "Norland ships turbines.")).toEqual(["river 0-0 heading"]);
    expect(byHeading("Blue River Treaty", "Norland praises the pact.")).toEqual(["river 0-0 heading"]);
    expect(byHeading("Blue River Treaty", "Ostia praises the pact.")).toEqual([]);
  });

  test("that names nothing, or is not there, gives nothing", () => {
    expect(byHeading("River news", "Norland met Sudia.")).toEqual([]);
    expect(byHeading(undefined, "Norland met Sudia.")).toEqual([]);
  });
});

test("a row lives from its first day to its last, and is spoken of for five years more", () => {
  const [row] = knownOf([{ id: "a", from: "2011-05", to: "2012" }]).rows.values();
  if (row === undefined) throw new Error("no row");
  const at = (day: string | undefined): number => lifeOn(row, day);
  expect([at("2011-04-30"), at("2011-05-01"), at("2012-12-31"), at("2013-01-01"), at("2017-12-30"), at("2017-12-31"), at(undefined)]).toEqual([
    0, 2, 2, 1, 1, 0, 0,
  ]);
});

test("after an end, a description of common words alone means another; while it lived, it is meant", () => {
  const rows: readonly ShortRow[] = [{ id: "river", parties: "NOR;SUD", descriptions: "ceasefire;river ceasefire", from: "2010", to: "2014-12" }];
  const known = knownOf(rows, (word) => word === "ceasefire");
  const found = (words: string, day: string): readonly string[] =>
    mentionsIn(`Norland and Sudia spoke of the ${words}.`, day, known, partiesIn).map(({ id }) => id);
  expect([found("ceasefire", "2014-06-01"), found("ceasefire", "2015-06-01")]).toEqual([["river"], []]);
  expect([found("river ceasefire", "2014-06-01"), found("river ceasefire", "2015-06-01")]).toEqual([["river"], ["river"]]);
});
