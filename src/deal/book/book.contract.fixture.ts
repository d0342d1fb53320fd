// What a book must do, whatever database its ledger lies in: the same deals as folding all at once, whatever came first, and today's and other days' answers.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ledger, Ref } from "../../ledger/index.ts";
import { cluster } from "../cluster.ts";
import type { DealReading } from "../deal.ts";
import { statesOf } from "../deals.ts";
import { dealLine } from "../line.ts";
import type { DealLine } from "../line.ts";
import { documents } from "../told.arbitrary.fixture.ts";
import { knowledge, tell } from "../told.fixture.ts";
import type { Told } from "../told.fixture.ts";
import { openBook } from "./index.ts";
import type { DealBook, DealFilter } from "./index.ts";

/** A reading as the ledger takes it. */
export function asRead({ document, claims, abstained }: DealReading) {
  const { id, text, published } = document;
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  return {
    document: {
      id,
      text,
      blocks,
      sources: [],
      tags: [],
      ...(published === undefined ? {} : { published: { day: published, basis: "caller" as const } }),
    },
    reading: { id, claims, abstained },
  };
}

async function all(book: DealBook, filter: DealFilter = {}): Promise<readonly DealLine[]> {
  const lines: DealLine[] = [];
  let after: string | undefined;
  do {
    const page = await book.deals({ ...filter, limit: 3, ...(after === undefined ? {} : { after }) });
    lines.push(...page.deals);
    after = page.next;
  } while (after !== undefined);
  return lines;
}

const sorted = (lines: readonly DealLine[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();

const told = (id: string, day: string, ...claims: readonly Told[]): DealReading => {
  const of = tell(id, day, claims);
  const document = of[0]?.document;
  if (document === undefined) throw new Error("a document tells something");
  return { document, claims: of.map(({ claim }) => claim), abstained: [] };
};

const LAUNCHERS = [{ name: "Q-70 launchers", quantity: 5 }];
const SALE = [
  told("a", "2015-01-10", {
    act: "sign",
    by: ["NOR", "SUD"],
    object: "contract",
    items: LAUNCHERS,
    money: [{ amount: 8e8, currency: "USD", kind: "value", bound: "exact" }],
    words: "Norland and Sudia signed a contract for Q-70 launchers",
  }),
  told("b", "2016-03-10", {
    act: "cancel",
    by: ["NOR"],
    to: ["SUD"],
    object: "contract for the Q-70 launchers",
    items: LAUNCHERS,
    words: "Norland cancelled the contract for the Q-70 launchers",
  }),
];
const TREATY = told("c", "2015-05-05", {
  act: "sign",
  by: ["NOR", "OST"],
  object: "Blue River Treaty",
  words: "Norland and Ostia signed the Blue River Treaty",
});

/** By which to decide about the first claim that stands of a document. */
async function refIn(ledger: Ledger, document: string): Promise<Ref> {
  const ref = (await ledger.standing(document))?.claims[0]?.ref;
  if (ref === undefined) throw new Error(`nothing stands of ${document}`);
  return ref;
}

/** What a case gets: a book of a new ledger that holds these readings, brought up to its end. */
type Having = (readings: readonly DealReading[], work: (book: DealBook, ledger: Ledger) => Promise<void>) => Promise<void>;

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
  "answers for other days as folding does": async (having) => {
    await having([...SALE, TREATY], async (book) => {
      const [sale] = await all(book, { party: "SUD", asOf: "2015-12-31", known: "2015-12-31" });
      expect([sale?.state, sale?.documents]).toEqual(["signed", ["a"]]);
      expect((await all(book, { party: "SUD" })).map(({ state }) => state)).toEqual(["cancelled"]);
      expect(await all(book, { known: "2014-12-31" })).toEqual([]);
      const found = await book.deal(sale?.id ?? "", { asOf: "2015-12-31" });
      expect([found?.state.state, found?.deal.members.length]).toEqual(["signed", 2]);
      expect(await book.deal("deal-of-nothing")).toBeUndefined();
      expect(await book.named(sale?.id.slice(0, 8) ?? "", 5)).toEqual([sale?.id]);
    });
  },

  "refuses a cursor that no page gave": async (having) => {
    await having(SALE, async (book) => {
      await expect(book.deals({ after: "elsewhere" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
    });
  },

  "follows what people decide and undo": async (having) => {
    await having(SALE, async (book, ledger) => {
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "reject", claim: await refIn(ledger, "b") } } }]);
      await book.catchUp();
      expect((await all(book)).map(({ state }) => state)).toEqual(["signed"]);
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "undo", decision: (await ledger.head()).seq } } }]);
      await book.catchUp();
      expect((await all(book)).map(({ state }) => state)).toEqual(["cancelled"]);
    });
  },

  "puts together what people join, and apart again when it is undone": async (having) => {
    await having([...SALE, TREATY], async (book, ledger) => {
      const claims: [Ref, Ref] = [await refIn(ledger, "c"), await refIn(ledger, "b")];
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "join", claims } } }]);
      await book.catchUp();
      const joined = await all(book);
      expect(joined.map(({ documents: of }) => of.toSorted())).toEqual([["b", "c"], ["a"]]);
      const found = await book.deal(joined[0]?.id ?? "");
      expect(found?.deal.members.at(-1)).toMatchObject({ why: ["decided"], confidence: 1 });
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "undo", decision: (await ledger.head()).seq } } }]);
      await book.catchUp();
      expect((await all(book)).map(({ documents: of }) => of)).toEqual([["a", "b"], ["c"]]);
    });
  },

  "puts apart what people split, also after a rebuild": async (having) => {
    await having([...SALE, TREATY], async (book, ledger) => {
      const claims: [Ref, Ref] = [await refIn(ledger, "b"), await refIn(ledger, "a")];
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "split", claims } } }]);
      await book.catchUp();
      const apart = await all(book);
      expect(apart.some(({ documents: of }) => of.includes("a") && of.includes("b"))).toBe(false);
      await book.rebuild();
      expect(await all(book)).toEqual(apart);
    });
  },

  "shows first what people pin": async (having) => {
    const sum = (id: string, day: string, amount: number): DealReading =>
      told(id, day, {
        act: "order",
        by: ["SUD"],
        to: ["NOR"],
        items: LAUNCHERS,
        money: [{ amount, currency: "USD", kind: "value", bound: "exact" }],
        words: `Sudia orders Q-70 launchers for $${amount}`,
      });
    await having([sum("p", "2015-01-01", 100), sum("q", "2015-02-01", 900)], async (book, ledger) => {
      expect((await all(book)).map(({ conflicts }) => conflicts.map(({ shown }) => shown))).toEqual([["q@0"]]);
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "pin", claim: await refIn(ledger, "p"), slot: "money" } } }]);
      await book.catchUp();
      expect((await all(book)).map(({ conflicts }) => conflicts.map(({ shown }) => shown))).toEqual([["p@0"]]);
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
  [{ search: "?!" }, 0],
];

/** Runs the contract on books of new ledgers that `fresh` opens, the property over so many `runs`. */
export function bookContract(store: string, fresh: () => Promise<Ledger>, runs: number): void {
  const having: Having = async (readings, work) => {
    const ledger = await fresh();
    try {
      if (readings.length > 0) await ledger.appendReadings(readings.map(asRead), "r1");
      const book = await openBook(ledger, knowledge);
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

    test.for(QUESTIONS)("finds deals by %j", async ([filter, count]) => {
      await having([...SALE, TREATY], async (book) => expect(await all(book, filter)).toHaveLength(count));
    });
  });
}
