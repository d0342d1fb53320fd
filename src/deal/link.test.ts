// Which strand is linked to which before it, and to which row of a small catalogue; each time through cluster, as it is used.
import { describe, expect, test } from "vitest";
import { cluster, readingsOf } from "./cluster.ts";
import type { ClaimInText, Deal, Membership } from "./deal.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import type { ShortRow } from "./known/catalogue.fixture.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";

const from = (rows: readonly ShortRow[], ...documents: ClaimInText[][]): Membership =>
  cluster(readingsOf(documents.flat()), { ...knowledge, known: knownOf(rows) });

/** The claims of each deal by its id, with ids made from content as `?`. */
const grouped = ({ deals }: Membership): (readonly [string, ...string[]])[] =>
  deals.map(({ id, members }) => [/^deal-[0-9a-f]{12}$/.test(id) ? "?" : id, ...members.map(({ member }) => member.claim.id)] as const);

const part = (deal: Deal | undefined, claim: string): string | undefined => deal?.members.find(({ member }) => member.claim.id === claim)?.part;

const both = (act: Told["act"], object: string, words: string, more: Partial<Told> = {}): Told => ({
  act,
  by: ["NOR", "SUD"],
  object,
  words: `Norland and Sudia ${words}`,
  ...more,
});

describe("without a catalogue", () => {
  test("a strand of the same parties and days joins none with which it has no word in common", () => {
    const fish = tell("a", "2020-01-10", [both("sign", "herring accord", "sign a herring accord")]);
    const rail = tell("b", "2020-01-11", [both("suspend", "railway compact", "halt their railway compact")]);
    const again = tell("b", "2020-01-11", [both("suspend", "herring accord", "halt their herring accord")]);
    expect(grouped(from([], fish, rail))).toEqual([["?", "a@0"]]);
    expect(grouped(from([], fish, again))).toEqual([["?", "a@0", "b@0"]]);
  });

  test("a strand has one antecedent, the one that fits it best, and takes nobody's place", () => {
    const all = from(
      [],
      tell("a", "2020-01-10", [both("sign", "herring accord", "sign a herring accord")]),
      tell("b", "2020-01-11", [both("sign", "railway compact", "sign a railway compact")]),
      tell("c", "2020-02-01", [both("cancel", "railway compact", "end their railway compact")]),
      tell("d", "2020-03-01", [both("cancel", "herring accord", "end their herring accord")]),
    );
    expect(grouped(all)).toEqual([
      ["?", "a@0", "d@0"],
      ["?", "b@0", "c@0"],
    ]);
  });

  test("a claim of relations joins a deal of another document where it has its goods or name, and not for its parties and subject", () => {
    const order = tell("a", "2020-01-10", [
      { act: "order", by: ["SUD"], to: ["NOR"], items: [{ name: "Q-70 launchers" }], words: "Sudia orders Q-70 launchers from Norland" },
    ]);
    const objection = (object: string): ClaimInText[] =>
      tell("b", "2020-01-12", [
        { act: "object", by: ["OST"], to: ["NOR", "SUD"], object, words: `Ostia condemned the ${object} of Norland and Sudia` },
      ]);
    const named = from([], order, objection("Q-70 contract"));
    expect(named.deals.map((deal) => part(deal, "b@0"))).toEqual(["refers"]);
    const plain = from([], order, objection("launchers contract"));
    expect(grouped(plain)).toEqual([["?", "a@0"]]);
    expect(plain.apart.map(({ claim }) => claim.id)).toEqual(["b@0"]);
  });

  test("of measures against each other each later telling joins the one of its direction", () => {
    const tariffs = (id: string, day: string, by: string, to: string): ClaimInText[] =>
      tell(id, day, [{ act: "sanction", by: [by], to: [to], object: "timber tariffs", words: `timber tariffs of ${by} on ${to}` }]);
    const all = from(
      [],
      tariffs("a", "2020-01-10", "NOR", "SUD"),
      tariffs("b", "2020-01-12", "SUD", "NOR"),
      tariffs("c", "2020-01-14", "SUD", "NOR"),
      tariffs("d", "2020-01-16", "NOR", "SUD"),
    );
    expect(grouped(all)).toEqual([
      ["?", "a@0", "d@0"],
      ["?", "b@0", "c@0"],
    ]);
  });
});

describe("a row of the catalogue", () => {
  const LAUNCHERS: ShortRow = { id: "q-70-sudia", kind: "transfer", parties: "NOR;SUD", goods: "Q-70", from: "2019-06", to: "2021" };
  const order = (day: string, name = "Q-70 launchers", by = "SUD", buyer = "Sudia"): ClaimInText[] =>
    tell("a", day, [{ act: "order", by: [by], to: ["NOR"], items: [{ name }], words: `${buyer} orders ${name} from Norland` }]);

  test("is the deal of a document that does not name it, by parties, goods and day", () => {
    const { deals } = from([LAUNCHERS], order("2020-01-10"));
    expect(deals.map(({ id, known, kind }) => [id, known, kind])).toEqual([["deal-q-70-sudia", "q-70-sudia", "transfer"]]);
    expect(deals[0]?.members[0]?.why).toEqual(expect.arrayContaining(["designation", "pair", "living"]));
  });

  test("is not that of one before it began, over other goods or with another buyer", () => {
    expect(grouped(from([LAUNCHERS], order("2019-05-31")))).toEqual([["?", "a@0"]]);
    expect(grouped(from([LAUNCHERS], order("2020-01-10", "F-9 jets")))).toEqual([["?", "a@0"]]);
    expect(grouped(from([LAUNCHERS], order("2020-01-10", "Q-70 launchers", "OST", "Ostia")))).toEqual([["?", "a@0"]]);
  });

  test("is not that of goods of its name that another gets", () => {
    const called: ShortRow = { ...LAUNCHERS, descriptions: "Q-70;Q-70 launchers" };
    const words = "Norland delivers rare Q-70 launchers of the harbour";
    const deliver = (to: string): ClaimInText[] =>
      tell("a", "2020-01-10", [{ act: "deliver", by: ["NOR"], to: [to], items: [{ name: "Q-70 launchers" }], object: "Q-70 launchers", words }]);
    expect(grouped(from([called], deliver("SUD")))).toEqual([["deal-q-70-sudia", "a@0"]]);
    expect(grouped(from([called], deliver("OST")))).toEqual([["?", "a@0"]]);
    expect(grouped(from([called], order("2020-01-10", "Q-70 launchers", "OST", "Ostia")))).toEqual([["?", "a@0"]]);
  });

  test("that is an agreement takes what shares its subject, but no order of goods that it does not have", () => {
    const pact: ShortRow = { id: "harbour-pact", parties: "NOR;SUD", descriptions: "harbour pact", from: "2019" };
    const told = (act: Told["act"], items: Told["items"] = []): ClaimInText[] =>
      tell("a", "2020-01-10", [
        { act, by: ["SUD"], to: ["NOR"], object: "harbour contract", items, words: "Sudia has a harbour contract of Norland" },
      ]);
    expect(grouped(from([pact], told("agree")))).toEqual([["deal-harbour-pact", "a@0"]]);
    expect(grouped(from([pact], told("order", [{ name: "frigates" }])))).toEqual([["?", "a@0"]]);
  });

  test("that a document names takes its claims, whatever their own words", () => {
    const river: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "2010" };
    const told = tell("a", "2020-01-10", [
      both("cancel", "Blue River Treaty", "end the Blue River Treaty"),
      { act: "demand", by: ["SUD"], to: ["NOR"], words: "Sudia wants amends" },
    ]);
    expect(grouped(from([river], told))).toEqual([["deal-river", "a@0", "a@1"]]);
  });

  test("that a document names takes nothing that its parties do besides", () => {
    const river: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "2010" };
    const beside = (act: Told["act"], object: string): ClaimInText[] =>
      tell("a", "2020-01-10", [both("extend", "Blue River Treaty", "renew the Blue River Treaty"), both(act, object, `and then the ${object}`)]);
    expect(grouped(from([river], beside("cancel", "gala luncheon")))).toEqual([["deal-river", "a@0"]]);
    expect(grouped(from([river], beside("demand", "gala luncheon")))).toEqual([
      ["deal-river", "a@0"],
      ["?", "a@1"],
    ]);
    expect(grouped(from([river], beside("cancel", "treaty")))).toEqual([["deal-river", "a@0", "a@1"]]);
  });

  test("keeps what is told of it together over any time, and other deals of its parties out", () => {
    const river: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "1999" };
    const all = from(
      [river],
      tell("a", "2001-01-10", [both("sign", "Blue River Treaty", "sign the Blue River Treaty")]),
      tell("b", "2020-01-10", [both("extend", "Blue River Treaty", "renew the Blue River Treaty")]),
      tell("c", "2020-01-11", [both("sign", "herring accord", "sign a herring accord")]),
    );
    expect(grouped(all)).toEqual([
      ["deal-river", "a@0", "b@0"],
      ["?", "c@0"],
    ]);
  });

  test("is not hidden by news of the same two that has nothing in common but the week", () => {
    const ports: ShortRow = { id: "ports", parties: "NOR;SUD;OST;WES", descriptions: "harbour pact", from: "2019" };
    const all = from(
      [ports],
      tell("a", "2020-01-08", [both("sign", "herring accord", "sign a herring accord")]),
      tell("b", "2020-01-10", [both("agree", "pact on harbour dues", "agree a pact on harbour dues")]),
    );
    expect(grouped(all)).toEqual([
      ["?", "a@0"],
      ["deal-ports", "b@0"],
    ]);
  });

  test("takes none that is like what its documents tell and unlike itself", () => {
    const river: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "2010" };
    const named = tell("a", "2020-01-10", [
      both("sign", "Blue River Treaty", "sign the Blue River Treaty on a day of herring, cod, mackerel and haddock"),
    ]);
    const fish = tell("b", "2020-01-12", [
      {
        act: "agree",
        by: ["SUD", "OST"],
        object: "haddock accord",
        words: "Sudia and Ostia agree a haddock accord beside herring, cod and mackerel",
      },
    ]);
    expect(grouped(from([river], named, fish))).toEqual([
      ["deal-river", "a@0"],
      ["?", "b@0"],
    ]);
  });

  test("gives a deal even where nothing opens it", () => {
    const river: ShortRow = { id: "river", parties: "NOR;SUD", names: "Blue River Treaty" };
    const told = tell("a", "2020-01-10", [both("suspend", "Blue River Treaty", "halt the Blue River Treaty")]);
    expect(grouped(from([river], told))).toEqual([["deal-river", "a@0"]]);
    expect(grouped(from([], told))).toEqual([]);
  });
});

describe("a successor in the catalogue", () => {
  const ROWS: readonly ShortRow[] = [
    { id: "river-1", parties: "NOR;SUD", names: "First Blue River Treaty", descriptions: "river treaty", from: "1999", to: "2015-06" },
    { id: "river-2", parties: "NOR;SUD", names: "Second Blue River Treaty", descriptions: "river treaty", from: "2015-01", replaces: "river-1" },
  ];
  const NEWS = both("sign", "Second Blue River Treaty", "sign the Second Blue River Treaty");

  test("leaves what is dated before it began to the one that it succeeds", () => {
    const signed = both("sign", "river treaty", "signed a river treaty in 2001", { time: "2001" });
    expect(grouped(from(ROWS, tell("a", "2015-06-10", [NEWS, signed])))).toEqual([
      ["deal-river-2", "a@0"],
      ["deal-river-1", "a@1"],
    ]);
  });

  test("keeps what is dated after", () => {
    const signed = both("agree", "river treaty", "agreed on the river treaty in May 2015", { time: "2015-05" });
    expect(grouped(from(ROWS, tell("a", "2015-06-10", [NEWS, signed])))).toEqual([["deal-river-2", "a@0", "a@1"]]);
  });

  test("leaves an end to its elder where the text speaks of a new deal, and keeps it where it does not", () => {
    const ended = both("cancel", "river treaty", "ended the river treaty");
    const fresh = { ...NEWS, words: "In a new treaty Norland and Sudia sign the Second Blue River Treaty" };
    expect(grouped(from(ROWS, tell("a", "2016-06-10", [fresh, ended])))).toEqual([
      ["deal-river-1", "a@1"],
      ["deal-river-2", "a@0"],
    ]);
    expect(grouped(from(ROWS, tell("a", "2016-06-10", [NEWS, ended])))).toEqual([["deal-river-2", "a@0", "a@1"]]);
  });
});
