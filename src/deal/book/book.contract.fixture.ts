// What a book must do, whatever database its ledger lies in: the same deals as folding all at once, whatever came first, and today's and other days' answers.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../ledger/index.ts";
import { cluster } from "../cluster.ts";
import type { DealReading } from "../deal.ts";
import { statesOf } from "../deals.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { knownOf } from "../known/catalogue.fixture.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import { documents } from "../told.arbitrary.fixture.ts";
import { knowledge } from "../told.fixture.ts";
import { CHANGING, sameHoweverWoven } from "./changing.fixture.ts";
import { DECIDING } from "./deciding.fixture.ts";
import { all, asRead, priced, SALE, told, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";
import { LISTING } from "./listing.fixture.ts";
import { openBook } from "./index.ts";
import { REVIEWING } from "./reviewing.fixture.ts";
import type { DealFilter } from "./index.ts";
import { TEXTS } from "./texts.fixture.ts";
import { VALUES } from "./values.fixture.ts";

const sorted = (lines: readonly DealLine[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();

/** Knowledge of two treaties, of which one took the place of the other. */
const SUCCEEDING: DealKnowledge = {
  ...knowledge,
  known: knownOf([
    { id: "lake", parties: "NOR;SUD", names: "Long Lake Treaty", from: "2015", replaces: "river" },
    { id: "river", parties: "NOR;SUD", names: "Blue River Treaty", from: "2001" },
  ]),
};

const shuffled = documents.chain((given) =>
  fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length })),
);

async function sameInAnyOrder(having: Having, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(shuffled, async ([given, order]) => {
      await having([], async (book, ledger) => {
        for (const reading of order) {
          await ledger.appendReadings([asRead(reading)], "r1");
          await book.catchUp();
        }
        const wanted = statesOf(cluster(given, knowledge).deals, knowledge).map(({ deal, state }) => dealLine(deal, state, knowledge));
        const woven = await all(book);
        expect(sorted(woven)).toEqual(sorted(wanted));
        await book.rebuild();
        expect(await all(book)).toEqual(woven);
      });
    }),
    { numRuns: runs },
  );
}

const CASES: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  ...CHANGING,
  ...DECIDING,
  ...LISTING,
  ...REVIEWING,
  ...TEXTS,
  ...VALUES,

  "answers for other days as folding does": async (having) => {
    await having([...SALE, TREATY], async (book) => {
      const [sale] = await all(book, { party: "SUD", asOf: "2015-12-31", known: "2015-12-31" });
      expect([sale?.state, sale?.documents]).toEqual(["signed", ["a"]]);
      expect((await all(book, { party: "SUD" })).map(({ state }) => state)).toEqual(["cancelled"]);
      expect(await all(book, { known: "2014-12-31" })).toEqual([]);
      const found = await book.deal(sale?.id ?? "", { asOf: "2015-12-31" });
      expect([found?.state.state, found?.deal.members.length]).toEqual(["signed", 2]);
      expect(await book.deal("deal-of-nothing")).toBeUndefined();
      expect([await book.size(sale?.id ?? ""), await book.size("deal-of-nothing")]).toEqual([2, undefined]);
      expect(await book.named(sale?.id.slice(0, 8) ?? "", 5)).toEqual([sale?.id]);
    });
  },

  "tells which deal succeeds which, of those that were known on the day": async (having) => {
    const treaty = (id: string, day: string, name: string): DealReading =>
      told(id, day, { act: "sign", by: ["NOR", "SUD"], object: name, words: `Norland and Sudia signed the ${name}` });
    await having(
      [treaty("new", "2015-05-05", "Long Lake Treaty"), treaty("old", "2001-05-05", "Blue River Treaty")],
      async (book) => {
        const of = async (days: DealFilter) =>
          Object.fromEntries((await all(book, days)).map(({ id, replaces, replacedBy }) => [id, replaces ?? replacedBy]));
        expect(await of({})).toEqual({ "deal-lake": "deal-river", "deal-river": ["deal-lake"] });
        expect(await of({ known: "2015-05-05" })).toEqual({ "deal-lake": "deal-river", "deal-river": ["deal-lake"] });
        expect(await of({ known: "2015-05-04" })).toEqual({ "deal-river": undefined });
        expect((await book.deal("deal-river", { known: "2015-05-04" }))?.line).not.toHaveProperty("replacedBy");
        expect((await book.deal("deal-river"))?.line.replacedBy).toEqual(["deal-lake"]);
        expect((await book.deal("deal-lake"))?.line.replaces).toBe("deal-river");
        const briefs = (await book.briefs()).briefs.map((brief) => JSON.parse(brief) as DealLine);
        expect(briefs.map(({ replaces, replacedBy }) => replaces ?? replacedBy)).toEqual([["deal-lake"], "deal-river"]);
      },
      SUCCEEDING,
    );
  },

  "keeps how long a deal holds, and lists it as expired from the day after": async (having) => {
    const words = "Norland and Sudia signed a pact on the harbour until 31 July 2015";
    const pact = told("a", "2010-04-21", { act: "sign", by: ["NOR", "SUD"], object: "pact on the harbour", words });
    await having([pact], async (book) => {
      const states = async (asOf: string) => (await all(book, { asOf })).map(({ state }) => state);
      expect([await states("2015-07-31"), await states("2015-08-01")]).toEqual([["signed"], ["expired"]]);
      expect((await all(book, { state: "expired", asOf: "2015-08-01" })).length).toBe(1);
      const [{ id } = { id: "" }] = await all(book);
      expect((await book.deal(id))?.state.validity.map(({ to }) => to)).toEqual([{ earliest: "2015-07-31", latest: "2015-07-31" }]);
    });
  },

  "refuses a cursor that no page gave": async (having) => {
    await having(SALE, async (book) => {
      await expect(book.deals({ after: "elsewhere" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
    });
  },

  "counts copies of one report once, on a page and for one deal": async (having) => {
    const wire = "Sudia has ordered five Q-70 launchers from Norland for 100 dollars each, the two ministries said in a joint statement";
    const reports = [
      priced("p", "2015-01-01", 100, wire),
      priced("q", "2015-01-02", 100, wire),
      priced("r", "2015-01-03", 100, wire),
      priced("s", "2014-12-01", 900, "Norland sells Q-70 launchers to Sudia, which pays 900 dollars"),
      priced("t", "2014-12-02", 900, "An order of Q-70 launchers by Sudia is worth 900 dollars to Norland"),
    ];
    await having(reports, async (book) => {
      const shown = async (filter: DealFilter) => (await all(book, filter)).flatMap(({ conflicts }) => conflicts.map((conflict) => conflict.shown));
      expect(await shown({})).toEqual(["r@0"]);
      expect(await shown({ policy: "most-origins" })).toEqual(["t@0"]);
      expect(await shown({ policy: "most-origins", known: "2014-12-31" })).toEqual([]);
      expect(await shown({ policy: "most-cautious" })).toEqual(["r@0"]);
      const [line] = await all(book);
      const found = await book.deal(line?.id ?? "", { policy: "most-origins" });
      expect(found?.line.conflicts.map((conflict) => conflict.shown)).toEqual(["t@0"]);
      expect(Object.fromEntries(found?.origins ?? [])).toEqual({ p: "p", q: "p", r: "p", s: "s", t: "t" });
    });
  },

  "holds nothing of a document that is redacted but its slots, and is made anew": async (having) => {
    await having([...SALE, TREATY], async (book, ledger) => {
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "c", reason: "asked for" } } }]);
      await expect(book.deals()).rejects.toMatchObject({ code: expect.stringMatching(/^PACTA_LEDGER/) });
      await book.catchUp();
      expect((await all(book, { search: "Ostia" })).map(({ documents: of }) => of)).toEqual([["c"]]);
      expect(await all(book, { search: "signed Blue" })).toEqual([]);
      expect(await all(book)).toHaveLength(2);
    });
  },

  "reads an edited document as it is now": async (having) => {
    await having(SALE, async (book, ledger) => {
      const [first] = SALE;
      if (first === undefined) throw new Error("no document");
      await ledger.appendReadings(
        [asRead({ ...first, document: { ...first.document, text: `${first.document.text} Corrected.` }, claims: [] })],
        "r1",
      );
      await book.catchUp();
      expect((await all(book)).flatMap(({ documents: of }) => of)).toEqual([]);
    });
  },

  "weaves in once what two books read at the same time": async (having) => {
    await having([], async (book, ledger) => {
      const other = await openBook(ledger, knowledge);
      await ledger.appendReadings([...SALE, TREATY].map(asRead), "r1");
      const ends = await Promise.all([book.catchUp(), other.catchUp()]);
      expect(ends[0]).toBe(ends[1]);
      expect(await all(book)).toHaveLength(2);
    });
  },

  "follows what another book wove in between": async (having) => {
    await having([], async (book, ledger) => {
      const other = await openBook(ledger, knowledge);
      const [signed, cancelled] = SALE;
      if (signed === undefined || cancelled === undefined) throw new Error("no documents");
      // The claim of the document that comes last joins the deal of the first, which the second book moved to another day.
      const edited = { ...signed, document: { ...signed.document, text: `${signed.document.text} Corrected.` } };
      for (const [each, reading] of [
        [book, signed],
        [other, TREATY],
        [other, edited],
        [book, cancelled],
      ] as const) {
        await ledger.appendReadings([asRead(reading)], "r1");
        await each.catchUp();
      }
      const woven = await all(book);
      expect(woven.map(({ documents: of }) => of)).toEqual([["a", "b"], ["c"]]);
      await book.rebuild();
      expect(await all(book)).toEqual(woven);
    });
  },

  "is made anew by other knowledge": async (having) => {
    await having(SALE, async (_, ledger) => {
      const other = await openBook(ledger, { ...knowledge, fingerprint: "other" });
      expect((await other.deals()).deals).toEqual([]);
      await other.catchUp();
      expect((await other.deals()).deals).toHaveLength(1);
    });
  },
};

const QUESTIONS: readonly (readonly [DealFilter, number])[] = [
  [{}, 2],
  [{ party: "nor" }, 2],
  [{ party: "Ostia" }, 1],
  [{ party: "FIN" }, 0],
  [{ item: "q-70" }, 1],
  [{ item: "launch" }, 1],
  [{ item: "aunch" }, 0],
  [{ party: "nor", item: "q-70" }, 1],
  [{ party: "nor", act: "cancel" }, 1],
  [{ party: "ost", act: "cancel" }, 0],
  [{ party: "nor", state: "cancelled", from: "2016-01-01" }, 1],
  [{ party: "nor", search: "river" }, 1],
  [{ item: "q-70", money: { currency: "USD", least: 1 } }, 1],
  [{ item: "100%" }, 0],
  [{ state: "cancelled" }, 1],
  [{ state: "cancelled", asOf: "2015-12-31" }, 0],
  [{ act: "cancel" }, 1],
  [{ money: { currency: "USD", least: 8e8 } }, 1],
  [{ money: { currency: "USD", least: 9e8 } }, 0],
  [{ from: "2016-01-01" }, 1],
  [{ to: "2015-02-01" }, 1],
  [{ kinds: ["transfer"] }, 1],
  [{ kinds: [] }, 0],
  [{ search: "blue treaty" }, 1],
  [{ search: 'launchers "OR' }, 0],
  [{ search: "cancelled launchers" }, 1],
  [{ search: "Q-70" }, 1],
  [{ search: "?!" }, 0],
];

/** Runs the contract on books of new ledgers that `fresh` opens, the property over so many `runs`. */
export function bookContract(store: string, fresh: () => Promise<Ledger>, runs: number): void {
  const having: Having = async (readings, work, knowing = knowledge) => {
    const ledger = await fresh();
    try {
      if (readings.length > 0) await ledger.appendReadings(readings.map(asRead), "r1");
      const book = await openBook(ledger, knowing);
      await book.catchUp();
      await work(book, ledger);
    } finally {
      await ledger.close();
    }
  };

  describe(`the book of a ledger in ${store}`, () => {
    test("has the deals that all documents give at once, whatever came first, also made anew", async () => {
      expect.hasAssertions();
      await sameInAnyOrder(having, runs);
    }, 60_000);

    test.for(Object.entries(CASES))("%s", async ([, run]) => {
      expect.hasAssertions();
      await run(having);
    });

    test("keeps what changed, the same however much is woven at a time", async () => {
      expect.hasAssertions();
      await sameHoweverWoven(having, runs);
    }, 60_000);

    test.for(QUESTIONS)("finds deals by %j", async ([filter, count]) => {
      await having([...SALE, TREATY], async (book) => {
        expect(await all(book, filter)).toHaveLength(count);
        const counts = filter.asOf === undefined && filter.known === undefined && filter.policy === undefined;
        expect(await book.total(filter)).toEqual(counts ? { deals: count } : undefined);
      });
    });
  });
}
