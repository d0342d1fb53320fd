// Cases of lists: their order through pages, whatever the sizes of deals, and lists of other days beside single deals of those days.
import { expect } from "vitest";
import type { DealBrief } from "../brief.ts";
import type { DealReading } from "../deal.ts";
import { knowledge } from "../told.fixture.ts";
import { all, asRead, told } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";
import { openBook } from "./index.ts";
import type { DealBook, DealFilter } from "./index.ts";
import { bookShape } from "./shape.ts";
import type { BookTables } from "./shape.ts";

/** What twelve deals are about, each of them a word that no other has. */
const GOODS = ["Axo", "Byx", "Cwm", "Dzo", "Eft", "Fyx", "Gju", "Hox", "Ixo", "Jaw", "Kea", "Lyx"];

/** A sale of so many claims, each told in another document on another day of its year. */
function sale(goods: string, year: number, claims: number): readonly DealReading[] {
  return Array.from({ length: claims }, (_, at) => {
    const day = `${year}-01-${String(at + 1).padStart(2, "0")}`;
    const items = [{ name: `${goods} launchers` }];
    const words = `Sudia ordered ${goods} launchers from Norland, report ${at}`;
    return told(`${goods}-${at}`, day, { act: "order", by: ["SUD"], to: ["NOR"], object: `${goods} launchers`, items, words });
  });
}

/** Deals of one claim, of the same number at one level, of several at one, and of levels with none between. */
const SIZES = [1, 1, 1, 1, 2, 3, 5, 5, 6, 8, 9, 20];

const SALES = SIZES.flatMap((claims, at) => sale(GOODS[at] ?? "", 2000 + at, claims));

/** Items of a list's deals with the number of their claims. */
async function listed(book: DealBook, filter: DealFilter): Promise<readonly string[]> {
  return (await all(book, filter)).map(({ items: [item = ""], claims }) => `${item.slice(0, 3)} ${claims.length}`);
}

/** Deals in brief, through pages that end anywhere. */
async function inBrief(book: DealBook, filter: DealFilter): Promise<readonly DealBrief[]> {
  const found: DealBrief[] = [];
  for (let after: string | undefined; ;) {
    const page = await book.briefs({ limit: 5, ...filter, ...(after === undefined ? {} : { after }) });
    found.push(...page.briefs.map((brief) => JSON.parse(brief) as DealBrief));
    if (page.next === undefined || filter.limit !== undefined) return found;
    after = page.next;
  }
}

/** A sale that began before Jaw's and was told of after it. */
const ZAX = {
  act: "order",
  by: ["SUD"],
  to: ["NOR"],
  object: "Zax launchers",
  items: [{ name: "Zax launchers" }],
  words: "Sudia's Zax launchers",
} as const;

const IN_ORDER = ["Lyx 20", "Kea 9", "Jaw 8", "Ixo 6", "Hox 5", "Gju 5", "Fyx 3", "Eft 2", "Dzo 1", "Cwm 1", "Byx 1", "Axo 1"];

/** Conditions that hold for all of these deals, each of which is asked of other tables. */
const FOR_ALL: readonly DealFilter[] = [
  {},
  { party: "sud" },
  { act: "order" },
  { item: "launchers" },
  { party: "sud", act: "order" },
  { act: "order", item: "launch" },
  { kinds: ["transfer"] },
  { party: "nor", from: "2000-01-01", to: "2020-01-01" },
  { party: "nor", search: "launchers" },
];

export const LISTING: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  "lists deals of most claims first and of as many the youngest, through pages that end anywhere": async (having) => {
    await having(SALES, async (book) => {
      for (const filter of FOR_ALL) expect([filter, await listed(book, filter)]).toEqual([filter, IN_ORDER]);
      expect(await listed(book, { party: "nor", to: "2003-12-31" })).toEqual(["Dzo 1", "Cwm 1", "Byx 1", "Axo 1"]);
      expect(await listed(book, { item: "hox" })).toEqual(["Hox 5"]);
      expect(await listed(book, { document: "Hox-3" })).toEqual(["Hox 5"]);
      expect(await listed(book, { document: "Hox-9" })).toEqual([]);
    });
  },

  "lists a deal where it belongs after each claim that joins it": async (having) => {
    const [kea, lyx] = [sale("Kea", 2010, 9), sale("Lyx", 2011, 4)];
    await having(lyx, async (book, ledger) => {
      for (const [at, reading] of kea.entries()) {
        await ledger.appendReadings([asRead(reading)], "r1");
        await book.catchUp();
        const both = [`Kea ${at + 1}`, "Lyx 4"];
        const wanted = at + 1 > 4 ? both : both.toReversed();
        for (const filter of FOR_ALL.slice(0, 4)) expect(await listed(book, filter)).toEqual(wanted);
      }
      // And back, as its documents lose their claims.
      for (const reading of kea.slice(3)) {
        const { document } = reading;
        await ledger.appendReadings([asRead({ ...reading, document: { ...document, text: `${document.text} Corrected.` }, claims: [] })], "r1");
      }
      await book.catchUp();
      for (const filter of FOR_ALL.slice(0, 4)) expect(await listed(book, filter)).toEqual(["Lyx 4", "Kea 3"]);
    });
  },

  "tells in a list of other days what each deal is on them": async (having) => {
    await having(SALES, async (book) => {
      for (const known of ["2006-01-02", "2011-01-11", "2030-01-01"]) {
        const lines = await all(book, { known });
        expect(lines.length).toBe(known < "2007" ? 7 : 12);
        for (const line of lines) expect((await book.deal(line.id, { known }))?.line).toEqual(line);
      }
    });
  },

  "answers from what stays at hand as from the tables, however little that is, also after more is woven in": async (having) => {
    const days = ["2011-01-11", "2006-01-02", "2011-01-11", "2030-01-01", "2010-01-04"];
    await having(SALES, async (book, ledger) => {
      const others = await Promise.all([1, 2000, 1e9].map((atHand) => openBook(ledger, knowledge, { atHand })));
      const same = async (): Promise<readonly (readonly string[])[]> => {
        const told: (readonly string[])[] = [];
        for (const known of days) {
          const { briefs } = await book.briefs({ known });
          for (const other of others) expect((await other.briefs({ known })).briefs).toEqual(briefs);
          const ids = briefs.map((brief) => (JSON.parse(brief) as DealBrief).id);
          for (const id of ids.slice(0, 3)) {
            const one = await book.deal(id, { known });
            for (const other of others) expect(await other.deal(id, { known })).toEqual(one);
          }
          told.push(briefs);
        }
        return told;
      };
      const before = await same();
      const more = told("Lyx-20", "2011-01-10", {
        act: "cancel",
        by: ["SUD"],
        to: ["NOR"],
        object: "Lyx launchers",
        words: "Sudia cancelled Lyx launchers",
      });
      await ledger.appendReadings([asRead(more)], "r1");
      await book.catchUp();
      expect((await same())[0]).not.toEqual(before[0]);
      // What is at hand is not read again: the tables may lose it as long as the book stands where it is.
      const known = "2011-01-11";
      const had = (await book.briefs({ known })).briefs;
      await (await ledger.shelf<BookTables>(bookShape(knowledge.fingerprint))).write((db) => db.deleteFrom("knots").execute());
      expect((await book.briefs({ known })).briefs).toEqual([]);
      expect((await others[2]?.briefs({ known }))?.briefs).toEqual(had);
    });
  },

  "lists deals in brief as their lines tell them, today and on other days": async (having) => {
    await having(SALES, async (book) => {
      const [lyx, kea] = await inBrief(book, { limit: 5 });
      const days = { first: "2010-01-01", last: "2010-01-09" };
      expect(kea).toMatchObject({ items: ["Kea launchers"], claims: 9, documents: 9, conflicts: [], ...days, state: "agreed" });
      expect(Object.keys(lyx ?? {})).not.toContain("replaces");
      for (const filter of [...FOR_ALL.slice(0, 3), { known: "2010-01-04" }, { asOf: "2011-01-01" }]) {
        const lines = await all(book, filter);
        const counted = lines.map(({ id, name, claims, documents, conflicts, since }) => {
          return { id, name, since, claims: claims.length, documents: documents.length, conflicts: conflicts.map(({ slot }) => slot) };
        });
        expect(await inBrief(book, filter)).toMatchObject(counted);
      }
      const [then] = await inBrief(book, { known: "2010-01-04", item: "kea" });
      expect(then).toMatchObject({ claims: 4, documents: 4, first: "2010-01-01", last: "2010-01-04" });
    });
  },

  "sorts lists by the days told of and by name, through pages that end anywhere": async (having) => {
    const long = [told("zax-0", "2008-12-20", ZAX), told("zax-1", "2009-01-15", ZAX)];
    await having([...SALES, ...long], async (book) => {
      const goods = async (filter: DealFilter) => (await inBrief(book, filter)).map(({ items: [item = ""] }) => item.slice(0, 3));
      const youngest = GOODS.slice(0, 9).toReversed();
      for (const filter of [0, 1, 5, 6, 8].flatMap((at) => FOR_ALL[at] ?? [])) {
        expect([filter, await goods({ ...filter, sort: "last" })]).toEqual([filter, ["Lyx", "Kea", "Zax", "Jaw", ...youngest]]);
        expect([filter, await goods({ ...filter, sort: "first" })]).toEqual([filter, ["Lyx", "Kea", "Jaw", "Zax", ...youngest]]);
        expect([filter, await goods({ ...filter, sort: "name" })]).toEqual([filter, [...GOODS, "Zax"]]);
      }
      expect(await goods({ sort: "claims" })).toEqual(await goods({}));
      expect(await goods({ state: "agreed", sort: "last", from: "2009-01-01" })).toEqual(["Lyx", "Kea", "Zax", "Jaw"]);
      expect(await goods({ act: "order", item: "kea", sort: "name" })).toEqual(["Kea"]);
      const { next = "" } = await book.briefs({ sort: "last", limit: 2 });
      for (const sort of ["claims", "name"] as const)
        await expect(book.briefs({ sort, after: next })).rejects.toMatchObject({ code: "PACTA_DEAL_SORT" });
      await expect(book.briefs({ sort: "last", after: "last.e30" })).rejects.toMatchObject({ code: "PACTA_DEAL_SORT" });
      await expect(book.deals({ sort: "name", known: "2011-01-01" })).rejects.toMatchObject({ code: "PACTA_DEAL_SORT" });
    });
  },
};
