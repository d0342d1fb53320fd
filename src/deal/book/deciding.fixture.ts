// The book's contract, second part: what people decide is followed, and undone exactly.
import { expect } from "vitest";
import type { Ref } from "../../ledger/index.ts";
import type { DealReading } from "../deal.ts";
import { all, asRead, LAUNCHERS, priced, refIn, SALE, told, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";

/** Cases about decisions. */
export const DECIDING: Readonly<Record<string, (having: Having) => Promise<void>>> = {
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

  "takes for one the parties that people say are one, and for two again when it is undone": async (having) => {
    const order = (id: string, day: string, by: string, act: "order" | "cancel"): DealReading =>
      told(id, day, { act, by: [by], to: ["NOR"], object: "order of Q-70 launchers", items: LAUNCHERS, words: `${by} on ${act} of Q-70 launchers` });
    const apart = [order("p", "2015-01-01", "~Ostia Works", "order"), order("q", "2015-02-01", "~Works of the East", "cancel")];
    await having([...apart, TREATY], async (book, ledger) => {
      const before = await all(book);
      expect(before.map(({ parties }) => parties.map(({ name }) => name))).toContainEqual(["Norland", "Ostia Works"]);
      const say = async (names: string[], id?: string) =>
        ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "same-party", names, ...(id === undefined ? {} : { id }) } } }]);
      const undo = async (decision: number) => ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "undo", decision } } }]);
      const { seq: first } = await say(["Ostia Works", "Works of the East"]);
      await book.catchUp();
      const found = await all(book, { party: "ostia works" });
      expect(found.map(({ documents: of }) => of)).toEqual([["p", "q"]]);
      const members = (await book.deal(found[0]?.id ?? ""))?.deal.members.map(({ member }) => member.claim.actors);
      expect(members).toEqual([[{ name: "Ostia Works" }], [{ name: "Ostia Works" }]]);

      const { seq: second } = await say(["Works of the East"], "OST");
      await ledger.appendReadings([order("r", "2015-03-01", "~Ostia Works", "cancel")].map(asRead), "r1");
      await book.catchUp();
      const byId = await all(book, { party: "OST", item: "q-70" });
      expect(byId.map(({ documents: of }) => of)).toEqual([["p", "q", "r"]]);
      await book.rebuild();
      expect(await all(book, { party: "OST", item: "q-70" })).toEqual(byId);

      await undo(second);
      await undo(first);
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "reject", claim: await refIn(ledger, "r") } } }]);
      await book.catchUp();
      expect(await all(book)).toEqual(before);
    });
  },

  "shows first what people pin": async (having) => {
    await having([priced("p", "2015-01-01", 100), priced("q", "2015-02-01", 900)], async (book, ledger) => {
      expect((await all(book)).map(({ conflicts }) => conflicts.map(({ shown }) => shown))).toEqual([["q@0"]]);
      await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "pin", claim: await refIn(ledger, "p"), slot: "money" } } }]);
      await book.catchUp();
      expect((await all(book)).map(({ conflicts }) => conflicts.map(({ shown }) => shown))).toEqual([["p@0"]]);
    });
  },
};
