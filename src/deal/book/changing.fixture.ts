// Cases of what the book keeps of changes: each told once, with the words of the document that brought it where that is news, however much is woven at a time.
import fc from "fast-check";
import { expect } from "vitest";
import type { Ledger } from "../../ledger/index.ts";
import { shiftDay } from "../day.ts";
import type { DealReading } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { documents } from "../told.arbitrary.fixture.ts";
import { knowledge } from "../told.fixture.ts";
import { all, asRead, LAUNCHERS, priced, refIn, SALE, told, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";
import { openBook } from "./index.ts";
import type { DealBook, DealChange, DealFilter } from "./index.ts";

const TODAY = new Date().toISOString().slice(0, 10);

/** Knowledge by which all that has a day is news. */
const ALL_IS_NEWS: DealKnowledge = { ...knowledge, news: { withinDays: 40_000, aheadDays: 40_000 } };

/** The same on other days. */
const on = (day: string, { document, ...reading }: DealReading): DealReading => ({ ...reading, document: { ...document, published: day } });

const changesOf = async (book: DealBook, after = 0): Promise<readonly DealChange[]> => (await book.changes(after)).changes;

async function append(book: DealBook, ledger: Ledger, readings: readonly DealReading[], reader = "r1"): Promise<void> {
  await ledger.appendReadings(readings.map(asRead), reader);
  await book.catchUp();
}

const inShort = ({ before, after, conflicts, isNews, told: of }: DealChange): readonly unknown[] => [
  `${before.state} > ${after.state}`,
  conflicts.join(" "),
  isNews,
  of.map((one) => `${one.of}: ${one.words}`),
];

/** All changes, page by page of so many. */
async function pagesOf(book: DealBook, most: number): Promise<readonly DealChange[]> {
  const found: DealChange[] = [];
  for (let after = 0; ;) {
    const { changes, through } = await book.changes(after, most);
    found.push(...changes);
    if (changes.length === 0) return found;
    after = through;
  }
}

/** News changes without the instants of their entries. */
const newsOf = (changes: readonly DealChange[]): readonly object[] => changes.filter(({ isNews }) => isNews).map((change) => ({ ...change, at: "" }));

/** What each deal went through, the deals by what they are called in the end. */
function courses(changes: readonly DealChange[]): ReadonlyMap<string, DealChange[]> {
  const courseOf = new Map<string, DealChange[]>();
  for (const change of changes) {
    const known = courseOf.get(change.was[0]?.root ?? change.root) ?? courseOf.get(change.root) ?? [];
    for (const { root } of change.was) courseOf.delete(root);
    courseOf.set(change.root, [...known, change]);
    if (change.gone === true) courseOf.delete(change.root);
  }
  return courseOf;
}

/** That news changes deals alike, however much is woven at a time; the property over so many runs. */
export async function sameHoweverWoven(having: Having, runs: number): Promise<void> {
  const cut = documents.chain((given) =>
    fc.tuple(fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }), fc.array(fc.boolean(), { maxLength: 8 })),
  );
  await fc.assert(
    fc.asyncProperty(cut, async ([given, stops]) => {
      const gather = async (stopAt: (at: number) => boolean): Promise<readonly DealChange[]> => {
        let changes: readonly DealChange[] = [];
        await having(
          [],
          async (book, ledger) => {
            for (const [at, reading] of given.entries()) {
              await ledger.appendReadings([asRead(reading)], "r1");
              if (stopAt(at)) await book.catchUp();
            }
            await book.catchUp();
            changes = await changesOf(book);
            expect(await pagesOf(book, 1)).toEqual(changes);
            const ends = new Map([...courses(changes).values()].map((course) => [course.at(-1)?.id, course.at(-1)?.after]));
            for (const { id, state, dispute } of await all(book))
              expect([id, ends.get(id) ?? { state: "none", dispute: "none" }]).toEqual([id, { state, dispute }]);
          },
          ALL_IS_NEWS,
        );
        return changes;
      };
      const each = await gather(() => true);
      expect(newsOf(await gather((at) => stops[at] === true))).toEqual(newsOf(each));
      expect(newsOf(await gather(() => false))).toEqual(newsOf(each));
      // Each begins where the one before ended.
      for (const course of courses(each).values())
        for (const [at, { before }] of course.entries()) if (at > 0) expect(before).toEqual(course[at - 1]?.after);
    }),
    { numRuns: runs },
  );
}

/** Cases about changes. */
export const CHANGING: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  "keeps what news changed with the words that say it, and nothing where nothing did": async (having) => {
    await having([], async (book, ledger) => {
      const [signed, cancelled] = SALE.map((reading, at) => on(shiftDay(TODAY, at - 3), reading));
      if (signed === undefined || cancelled === undefined) throw new Error("no documents");
      await append(book, ledger, [signed, cancelled]);
      const again = told("again", TODAY, {
        act: "cancel",
        by: ["NOR"],
        to: ["SUD"],
        object: "contract for the Q-70 launchers",
        items: LAUNCHERS,
        words: "Norland has cancelled its contract for the Q-70 launchers",
      });
      const { seq } = await ledger.head();
      await append(book, ledger, [again]);
      const changes = await changesOf(book);
      expect(changes.map(inShort)).toEqual([
        ["none > signed", "", true, ["state: Norland and Sudia signed a contract for Q-70 launchers"]],
        ["signed > cancelled", "", true, ["state: Norland cancelled the contract for the Q-70 launchers"]],
      ]);
      expect(changes.map((change) => [change.seq, change.root === changes[0]?.root])).toEqual([
        [2, true],
        [4, true],
      ]);
      const [{ id, parties }] = (await all(book)) as [Awaited<ReturnType<typeof all>>[number]];
      expect([changes[1]?.id, parties.length]).toEqual([id, 2]);
      expect(changes[1]?.told[0]).toMatchObject({ claim: "b@0", act: "cancel", document: { id: "b", published: shiftDay(TODAY, -2) } });
      expect(await book.changes(seq)).toEqual({ changes: [], through: (await ledger.head()).seq, forgotten: 0 });
    });
  },

  "tells what old reports, newer readers, persons and spreadsheets change apart from news": async (having) => {
    const [signed, cancelled] = SALE;
    if (signed === undefined || cancelled === undefined) throw new Error("no documents");
    const fresh = on(TODAY, signed);
    await having([{ ...fresh, claims: [] }], async (book, ledger) => {
      await append(book, ledger, [fresh], "r2");
      await append(book, ledger, [on(shiftDay(TODAY, -8), { ...cancelled, document: { ...cancelled.document, id: "old" } })]);
      await append(book, ledger, [on(shiftDay(TODAY, 3), TREATY)]);
      const row = told("sheet", TODAY, { act: "sign", by: ["OST", "SUD"], object: "Grey Lake Treaty", words: "Ostia, Sudia, Grey Lake Treaty" });
      const sheet = asRead(row);
      await ledger.appendReadings([{ ...sheet, document: { ...sheet.document, kind: "spreadsheet" } }], "import");
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "reject", claim: await refIn(ledger, "a") } } }]);
      await book.catchUp();
      const changes = await changesOf(book);
      expect(changes.map(({ isNews, told: of }) => [isNews, of.length])).toEqual(changes.map(() => [false, 0]));
      expect(changes.map(({ after }) => after.state)).toEqual(expect.arrayContaining(["signed", "cancelled"]));
      expect(changes.map(({ name }) => name)).toContainEqual(expect.stringContaining("Grey Lake"));
    });
  },

  "tells a conflict when it comes to be, with the side that is news": async (having) => {
    await having([priced("p", shiftDay(TODAY, -3), 100)], async (book, ledger) => {
      await append(book, ledger, [priced("q", shiftDay(TODAY, -2), 900)]);
      await append(book, ledger, [priced("r", shiftDay(TODAY, -1), 1700)]);
      const conflicts = (await changesOf(book)).filter((change) => change.conflicts.length > 0);
      expect(conflicts.map(inShort)).toEqual([
        [expect.any(String), "money.value.USD", true, ["money.value.USD: Sudia orders Q-70 launchers for $900"]],
      ]);
    });
  },

  "takes a deal for the same whose first report comes late": async (having) => {
    await having([priced("p", shiftDay(TODAY, -1), 100)], async (book, ledger) => {
      const [before] = await all(book);
      const { seq } = await ledger.head();
      await append(book, ledger, [priced("o", shiftDay(TODAY, -3), 100)]);
      const [now] = await all(book);
      expect([before?.state, now?.documents]).toEqual([now?.state, ["o", "p"]]);
      expect(now?.id).not.toBe(before?.id);
      const changes = await changesOf(book, seq);
      expect(changes).toMatchObject([
        { id: now?.id, was: [{ id: before?.id }], before: { state: now?.state }, after: { state: now?.state }, told: [] },
      ]);
    });
  },

  "tells which of the deals that changed fit a filter": async (having) => {
    await having([...SALE, TREATY], async (book) => {
      const roots = [...new Set((await changesOf(book)).map(({ root }) => root))];
      const [sale, treaty] = roots;
      const asked = async (filter: DealFilter, of = roots) => (await book.among(of, filter)).toSorted();
      expect(roots).toHaveLength(2);
      expect(await asked({})).toEqual(roots.toSorted());
      expect(await asked({ party: "ost" })).toEqual([treaty]);
      expect(await asked({ party: "nor", item: "launch", act: "cancel", money: { currency: "USD", least: 1 } })).toEqual([sale]);
      expect(await asked({ search: "blue river", kinds: ["agreement"] })).toEqual([treaty]);
      expect([await asked({ search: "marzipan" }), await asked({ state: "expired" }), await asked({}, []), await asked({}, ["none"])]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    });
  },

  "keeps the same places in a book that is made anew, and changes of a month alone": async (having) => {
    await having([on(TODAY, TREATY)], async (book, ledger) => {
      const before = await book.changes(0);
      expect(before.changes).toHaveLength(1);
      await book.rebuild();
      expect(await book.changes(0)).toEqual(before);
      expect((await book.changes(before.through)).changes).toEqual([]);
      const later = await openBook(ledger, knowledge, { clock: () => new Date(Date.now() + 31 * 86_400_000) });
      await ledger.appendReadings([asRead(on(TODAY, SALE[0] ?? TREATY))], "r1");
      await later.catchUp();
      // Neither what was there nor what is woven in only now is young enough.
      expect(await later.changes(0)).toEqual({ changes: [], through: (await ledger.head()).seq, forgotten: (await ledger.head()).seq });
    });
  },
};
