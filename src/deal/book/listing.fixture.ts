// Cases of lists: their order through pages, whatever the sizes of deals, and lists of other days beside single deals of those days.
import { expect } from "vitest";
import type { DealReading } from "../deal.ts";
import { all, asRead, told } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";
import type { DealBook, DealFilter } from "./index.ts";

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
};
