// When deals hold by what is told of their terms, and when they are over. Days can be checked by hand: a term that no text dates begins within its
// own length, and within a year, after its act.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AsOf, ClaimInText, Deal, DealKind } from "./deal.ts";
import { fold } from "./fold.ts";
import { dealLife } from "./life.ts";
import { compareMembers } from "./order.ts";
import { termOf } from "./term.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";
import { whenOf } from "./view.ts";

/** A deal of claims, each in the part that its act has. */
function dealOf(members: readonly ClaimInText[], kind: DealKind = "agreement"): Deal {
  const all = members.map((member) => {
    const term = termOf(member.claim, member.document.published, knowledge.terms);
    const { part } = knowledge.roles[member.claim.act];
    return { member, part, when: whenOf(member, knowledge.words), why: [], confidence: 1, ...(term === undefined ? {} : { term }) };
  });
  return { id: "deal", kind, members: all.sort((a, b) => compareMembers(a.member, b.member)), mentions: [] };
}

/** One claim in a document of its own; it is of the document's day unless told. */
const told = (id: string, day: string, act: Told["act"], words: string, more: Partial<Told> = {}): ClaimInText[] =>
  tell(id, day, [{ act, by: ["NOR", "SUD"], words, time: day, ...more }]);

const holds = (members: readonly ClaimInText[], days: AsOf = {}, kind: DealKind = "agreement") =>
  fold(dealOf(members, kind), knowledge, days).validity.map(({ from, to, recurs }) => [from.earliest, from.latest, to.earliest, to.latest, recurs]);
const state = (members: readonly ClaimInText[], days: AsOf, kind: DealKind = "agreement"): string =>
  fold(dealOf(members, kind), knowledge, days).state;

const LEASE = told("a", "2010-04-21", "sign", "They sign a 25-year lease of the harbour");
const UNTIL = told("b", "2010-04-21", "sign", "They sign a pact until 31 July 2015");

describe("a term", () => {
  test("that is told by its end holds until then", () => {
    expect(holds(UNTIL)).toEqual([["2010-04-21", "2010-04-21", "2015-07-31", "2015-07-31", undefined]]);
  });

  test("that is told by its length begins within a year, or within itself", () => {
    expect(holds(LEASE)).toEqual([["2010-04-21", "2011-04-21", "2035-04-21", "2036-04-21", undefined]]);
    expect(holds(told("a", "2010-04-21", "agree", "agree to a 72-hour truce", { object: "72-hour truce" }))).toEqual([
      ["2010-04-21", "2010-04-24", "2010-04-24", "2010-04-27", undefined],
    ]);
  });

  test("begins with the entry into force where that is told", () => {
    expect(holds([...LEASE, ...told("b", "2012-01-01", "enter-into-force", "The lease enters into force")])).toEqual([
      ["2012-01-01", "2012-01-01", "2037-01-01", "2037-01-01", undefined],
    ]);
  });

  test("of a measure begins with it", () => {
    const ban = told("a", "2020-06-14", "ban", "bans imports from Sudia for one year", { by: ["NOR"], to: ["SUD"] });
    expect(holds(ban, {}, "measure")).toEqual([["2020-06-14", "2020-06-14", "2021-06-14", "2021-06-14", undefined]]);
  });

  test("of at least so long has no latest end, of up to so long no earliest, of about so long none", () => {
    const of = (words: string) => holds(told("a", "2010-04-21", "agree", words)).map(([, , earliest, latest]) => [earliest, latest]);
    expect(of("agree to open the border for at least three months")).toEqual([["2010-07-21", undefined]]);
    expect(of("agree to open the border for up to three months")).toEqual([[undefined, "2010-10-21"]]);
    expect(of("agree to open the border for about three months")).toEqual([]);
  });

  test("of a truce is not that of a peace agreement", () => {
    const peace = told("a", "2010-04-21", "sign", "They sign a peace agreement", { object: "peace agreement" });
    const truce = told("b", "2010-05-21", "extend", "extend the truce until the end of the year", { object: "truce" });
    expect(holds([...peace, ...truce])).toEqual([]);
    expect(state([...peace, ...truce], { asOf: "2011-01-01" })).not.toBe("expired");
  });

  test("that comes again holds without an end, every so often", () => {
    expect(holds(told("a", "2010-04-21", "sign", "sign a contract for 300 tonnes of fuel a month"))).toEqual([
      ["2010-04-21", "2010-04-21", undefined, undefined, "P1M"],
    ]);
  });

  test("of which only the beginning is told holds from then on", () => {
    expect(holds(told("a", "2015-10-12", "ban", "bans Sudian airlines from October 25"), {}, "measure")).toEqual([
      ["2015-10-25", undefined, undefined, undefined, undefined],
    ]);
  });

  test("that is told twice is one, by the narrower bounds, with both claims", () => {
    const again = told("c", "2011-05-05", "sign", "Who signed a 25-year lease of the harbour", { time: "2010" });
    const { validity } = fold(dealOf([...LEASE, ...again]), knowledge);
    expect(validity).toEqual([
      { from: { earliest: "2010-04-21", latest: "2011-04-21" }, to: { earliest: "2035-04-21", latest: "2036-04-21" }, claims: ["a@0", "c@0"] },
    ]);
  });

  test("with an end that lies before the act that tells it is another's", () => {
    expect(holds(told("a", "2010-04-21", "sign", "They sign a pact on the war from 1915 to 1923"))).toEqual([]);
  });

  test("that is only planned, denied, or told of what merely touches the deal is none", () => {
    expect(holds(told("a", "2010-04-21", "sign", "They will sign a pact until 2015", { mode: "planned" }))).toEqual([]);
    expect(holds(told("a", "2010-04-21", "sign", "They did not sign a pact until 2015", { negated: true }))).toEqual([]);
    const [touching] = dealOf(told("a", "2010-04-21", "ban", "bans ships until 2015")).members;
    const deal: Deal = { ...dealOf([]), members: touching === undefined ? [] : [{ ...touching, part: "touches" }] };
    expect(fold(deal, knowledge).validity).toEqual([]);
  });
});

describe("an extension", () => {
  const MORE = told("c", "2015-06-20", "extend", "extend the pact for six months");

  test("lengthens the end that was told", () => {
    expect(holds([...UNTIL, ...MORE])).toEqual([["2010-04-21", "2010-04-21", "2016-01-31", "2016-01-31", undefined]]);
  });

  test("told again before the old end, or soon, counts once; told after that, once more", () => {
    const again = told("d", "2015-07-25", "extend", "extend the pact for six months");
    expect(holds([...UNTIL, ...MORE, ...again]).map(([, , , latest]) => latest)).toEqual(["2016-01-31"]);
    const next = told("e", "2015-12-20", "extend", "extend the pact for six months");
    expect(holds([...UNTIL, ...MORE, ...again, ...next]).map(([, , , latest]) => latest)).toEqual(["2016-07-31"]);
  });

  test("with an end of its own moves it there, and an older end that is told later moves nothing back", () => {
    const later = told("c", "2015-06-20", "extend", "extend the pact until 2020");
    const older = told("d", "2015-06-25", "extend", "extend the pact until 2017");
    expect(holds([...UNTIL, ...later, ...older]).map(([, , , latest]) => latest)).toEqual(["2020-12-31"]);
  });

  test("by states that are no parties is another's", () => {
    const other = told("c", "2015-06-20", "extend", "extends the pact for six months", { by: ["OST"] });
    expect(holds([...UNTIL, ...other]).map(([, , , latest]) => latest)).toEqual(["2015-07-31"]);
  });

  test("of which no one tells the length leaves the end open, until someone does", () => {
    const open = told("c", "2015-06-20", "extend", "extend the pact");
    expect(holds([...UNTIL, ...open])).toEqual([["2010-04-21", "2010-04-21", "2015-07-31", undefined, undefined]]);
    const soon = told("d", "2015-06-21", "extend", "extend the pact for six months");
    expect(holds([...UNTIL, ...open, ...soon]).map(([, , , latest]) => latest)).toEqual(["2016-01-31"]);
    const again = told("d", "2015-06-21", "extend", "extend the pact");
    expect(holds([...UNTIL, ...MORE, ...again]).map(([, , , latest]) => latest)).toEqual(["2016-01-31"]);
  });

  test("is not undone by who tells later of the old end", () => {
    const old = told("d", "2015-06-22", "sign", "They had signed a pact until 31 July 2015", { time: "2010" });
    expect(fold(dealOf([...UNTIL, ...MORE, ...old]), knowledge).validity.map(({ to, claims }) => [to.latest, claims])).toEqual([
      ["2016-01-31", ["b@0", "d@0", "c@0"]],
    ]);
    const undated = told("d", "2015-06-22", "sign", "They had signed a pact until 31 July 2015");
    expect(holds([...UNTIL, ...MORE, ...undated]).map(([, , , latest]) => latest)).toEqual(["2016-01-31"]);
  });

  test("of an end that only its own words tell counts from there", () => {
    const alone = told("a", "2015-01-20", "extend", "extended the pact, which was to expire on 5 February 2015, for a year");
    expect(holds(alone)).toEqual([[undefined, "2015-01-20", "2016-02-05", "2016-02-05", undefined]]);
  });

  test("of an end that nobody tells has no last day", () => {
    expect(holds(MORE)).toEqual([[undefined, "2015-06-20", "2015-12-20", undefined, undefined]]);
    expect(state(MORE, { asOf: "2030-01-01" })).toBe("in-force");
  });
});

describe("a deal whose time is over", () => {
  test("is expired from the day after its last possible day", () => {
    expect(state(UNTIL, { asOf: "2015-07-31" })).toBe("signed");
    expect(state(UNTIL, { asOf: "2015-08-01" })).toBe("expired");
    expect(fold(dealOf(UNTIL), knowledge, { asOf: "2020-01-01" }).since).toEqual({ earliest: "2015-08-01", latest: "2015-08-01" });
    expect(state(LEASE, { asOf: "2036-04-21" })).toBe("signed");
    expect(state(LEASE, { asOf: "2036-04-22" })).toBe("expired");
  });

  test("is not taken for expired on no day in particular, unless documents reach behind its end", () => {
    expect(state(UNTIL, {})).toBe("signed");
    expect(state([...UNTIL, ...told("z", "2016-01-01", "object", "protest against the pact")], {})).toBe("expired");
  });

  test("has a step of its own that names the claim and is no claim's, and later talk moves it no more", () => {
    const talk = told("z", "2016-01-01", "object", "protest against the pact");
    const { steps } = fold(dealOf([...UNTIL, ...talk]), knowledge);
    expect(steps.map(({ attachment, state: after, moved, lapsed }) => [attachment.member.claim.id, after, moved, lapsed])).toEqual([
      ["b@0", "signed", true, undefined],
      ["b@0", "expired", true, true],
      ["z@0", "expired", false, undefined],
    ]);
    expect(dealLife(dealOf([...UNTIL, ...talk]), knowledge).map(({ lapsed }) => lapsed)).toEqual([undefined, true, undefined]);
  });

  test("is not, where it was extended, cancelled, or is told to go on", () => {
    const at = { asOf: "2015-12-31" };
    const day = "2015-06-20";
    expect(state([...UNTIL, ...told("c", day, "extend", "extend the pact for six months")], at)).toBe("in-force");
    expect(state([...UNTIL, ...told("c", day, "extend", "extend the pact")], at)).toBe("in-force");
    expect(state([...UNTIL, ...told("c", "2015-08-20", "extend", "extend the pact")], at)).toBe("in-force");
    expect(state([...UNTIL, ...told("c", day, "cancel", "end the pact")], at)).toBe("cancelled");
    expect(state([...UNTIL, ...told("c", "2015-08-20", "cancel", "end the pact")], at)).toBe("cancelled");
    expect(state([...UNTIL, ...told("c", "2015-08-20", "enter-into-force", "The pact takes effect")], at)).toBe("in-force");
  });

  test("is not, where another end is told that has not come or has no last day", () => {
    const at = { asOf: "2019-12-31" };
    expect(state([...UNTIL, ...told("c", "2010-05-01", "sign", "sign a pact until 2020")], at)).toBe("signed");
    expect(state([...UNTIL, ...told("c", "2010-05-01", "agree", "agree to open the border for at least ten years")], at)).toBe("signed");
  });

  test("is not, while goods are delivered", () => {
    const sale = told("a", "2010-04-21", "order", "orders fuel until 2012", { by: ["NOR"], to: ["SUD"] });
    const delivery = told("b", "2011-04-21", "deliver", "delivers fuel", { by: ["SUD"], to: ["NOR"] });
    expect(state(sale, { asOf: "2013-01-01" }, "transfer")).toBe("expired");
    expect(state([...sale, ...delivery], { asOf: "2013-01-01" }, "transfer")).toBe("delivering");
  });

  test("and is a measure, is expired too", () => {
    const ban = told("a", "2020-06-14", "ban", "bans imports from Sudia for one year", { by: ["NOR"], to: ["SUD"] });
    expect(state(ban, { asOf: "2021-06-14" }, "measure")).toBe("in-force");
    expect(state(ban, { asOf: "2021-06-15" }, "measure")).toBe("expired");
    // What was extended once is extended as a matter of course.
    const more = told("b", "2021-06-01", "extend", "extends the ban for one year", { by: ["NOR"], to: ["SUD"] });
    expect(state([...ban, ...more], { asOf: "2023-01-01" }, "measure")).toBe("in-force");
    expect(holds([...ban, ...more], {}, "measure").map(([, , , latest]) => latest)).toEqual(["2022-06-14"]);
  });
});

const WORDS: readonly (readonly [Told["act"], string])[] = [
  ["sign", "sign a ten-year pact"],
  ["sign", "sign a pact until 2012"],
  ["agree", "agree on a pact for at least two years"],
  ["enter-into-force", "The pact enters into force"],
  ["extend", "extend the pact for a year"],
  ["extend", "extend the pact until 2014"],
  ["cancel", "end the pact"],
  ["deliver", "delivers fuel annually"],
  ["object", "protest against the pact"],
];
const date = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2008, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const lives = fc
  .array(fc.tuple(date, fc.constantFrom(...WORDS), fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((all) => all.flatMap(([day, [act, words], dated], at) => tell(`d${at}`, day, [{ act, by: ["NOR"], words, ...(dated ? { time: day } : {}) }])));

describe("whatever is told of terms", () => {
  test("the order of arrival changes nothing", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        lives.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        date,
        ([all, order], asOf) => {
          expect(fold(dealOf(order), knowledge, { asOf })).toEqual(fold(dealOf(all), knowledge, { asOf }));
        },
      ),
    );
  });

  test("an answer uses no document that was published after the day known", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(lives, date, date, (all, known, asOf) => {
        const early = all.filter(({ document }) => (document.published ?? "") <= known);
        expect(fold(dealOf(all), knowledge, { known, asOf })).toEqual(fold(dealOf(early), knowledge, { known, asOf }));
        expect(fold(dealOf(all), knowledge, { known })).toEqual(fold(dealOf(early), knowledge, { known }));
      }),
    );
  });

  test("bounds are in order, and what is expired has an end before the day", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(lives, date, (all, asOf) => {
        const { validity, state: now, since } = fold(dealOf(all), knowledge, { asOf });
        const ends = validity.flatMap(({ from, to }) => [from, to]);
        expect(ends.filter(({ earliest, latest }) => (earliest ?? "") > (latest ?? "9999"))).toEqual([]);
        expect(now !== "expired" || (since.latest ?? "9999") <= asOf).toBe(true);
      }),
    );
  });
});
