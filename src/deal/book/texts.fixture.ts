// Cases of documents by their words.
import { expect } from "vitest";
import { all, asRead, SALE, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";
import type { DealBook } from "./index.ts";

const found = async (book: DealBook, search: string, part: "text" | "quotes" = "text"): Promise<readonly string[]> =>
  (await book.texts({ search, part })).map(({ id }) => id);

/** The cases, by what they show. */
export const TEXTS: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  "finds documents by all words of their texts, headings and quotes, the last that came first": async (having) => {
    await having([...SALE, TREATY], async (book, ledger) => {
      const note = asRead({ document: { id: "note", text: "Norland builds launchers.", heading: "A quiet Zebra" }, claims: [], abstained: [] });
      await ledger.appendReadings([{ ...note, document: { ...note.document, heading: "A quiet Zebra" } }], "r1");
      await book.catchUp();
      expect(await book.documents()).toBe(4);
      expect(await found(book, "NORLAND launchers")).toEqual(["note", "b", "a"]);
      expect(await found(book, "Norland launchers", "quotes")).toEqual(["b", "a"]);
      expect(await found(book, "q-70", "quotes")).toEqual(["b", "a"]);
      expect(await found(book, "zebra")).toEqual(["note"]);
      expect(await found(book, "zebra launchers")).toEqual(["note"]);
      expect(await found(book, "zebra cancelled")).toEqual([]);
      for (const nothing of ["", "?!", 'launchers "OR', "quotes : launchers"]) expect([nothing, await found(book, nothing)]).toEqual([nothing, []]);
    });
  },

  "gives documents page by page, and refuses the end of a page that none has": async (having) => {
    await having([...SALE, TREATY], async (book) => {
      const [first] = await book.texts({ search: "Norland", part: "text", limit: 1 });
      expect(first?.id).toBe("c");
      const rest = await book.texts({ search: "Norland", part: "text", after: first?.at ?? "" });
      expect(rest.map(({ id }) => id)).toEqual(["b", "a"]);
      for (const after of ["0", "x", "99999999999"])
        await expect(book.texts({ search: "Norland", part: "text", after })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
    });
  },

  "finds an edited document by the words that it has now, and a redacted one by none": async (having) => {
    await having(SALE, async (book, ledger) => {
      const [, second] = SALE;
      if (second === undefined) throw new Error("a sale has two reports");
      const edited = { ...second, document: { ...second.document, text: "Nothing was called off after all." }, claims: [] };
      await ledger.appendReadings([asRead(edited)], "r1");
      await book.catchUp();
      expect(await book.documents()).toBe(2);
      expect([await found(book, "cancelled"), await found(book, "cancelled", "quotes"), await found(book, "called off")]).toEqual([[], [], ["b"]]);
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "b", reason: "asked for" } } }]);
      await book.catchUp();
      expect([await found(book, "called off"), await found(book, "Norland")]).toEqual([[], ["a"]]);
      expect(await all(book)).toHaveLength(1);
    });
  },
};
