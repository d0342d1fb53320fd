// Cases of what deals can be found by: parties and goods with their deals, and who deals with whom.
import { expect } from "vitest";
import { SALE, told, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";

/** The cases, by what they show. */
export const VALUES: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  "lists parties and goods that begin so, each with its deals": async (having) => {
    await having([...SALE, TREATY], async (book) => {
      const parties = (await book.parties()).values;
      expect(parties).toEqual([
        { id: "NOR", name: "Norland", deals: 2 },
        { id: "OST", name: "Ostia", deals: 1 },
        { id: "SUD", name: "Sudia", deals: 1 },
      ]);
      expect((await book.parties({ begins: "Os" })).values).toEqual([parties[1]]);
      expect((await book.parties({ begins: "norl" })).values).toEqual([parties[0]]);
      expect((await book.parties({ begins: "x" })).values).toEqual([]);
      const paged: unknown[] = [];
      for (let after: string | undefined; ;) {
        const page = await book.parties({ limit: 1, ...(after === undefined ? {} : { after }) });
        paged.push(...page.values);
        after = page.next;
        if (after === undefined) break;
      }
      expect(paged).toEqual(parties);
      expect((await book.items({ begins: "q-70" })).values).toEqual([
        { name: "q-70", deals: 1 },
        { name: "q-70 launchers", deals: 1 },
      ]);
      await expect(book.items({ after: "?" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
    });
  },

  "draws a party with its partners and what they have with each other": async (having) => {
    const pact = told("d", "2015-06-06", {
      act: "sign",
      by: ["SUD", "OST"],
      object: "Green Hill Treaty",
      words: "Sudia and Ostia signed the Green Hill Treaty",
    });
    await having([...SALE, TREATY, pact], async (book) => {
      const whole = {
        nodes: [
          { id: "NOR", name: "Norland", deals: 2 },
          { id: "OST", name: "Ostia", deals: 2 },
          { id: "SUD", name: "Sudia", deals: 2 },
        ],
        edges: [
          { a: "NOR", b: "OST", deals: 1, kinds: { agreement: 1 } },
          { a: "NOR", b: "SUD", deals: 1, kinds: { transfer: 1 } },
          { a: "OST", b: "SUD", deals: 1, kinds: { agreement: 1 } },
        ],
      };
      expect(await book.network("NOR")).toEqual(whole);
      expect(await book.network("norland")).toEqual(whole);
      expect(await book.network("nor", 1)).toEqual({ nodes: whole.nodes.slice(0, 2), edges: whole.edges.slice(0, 1) });
      expect(await book.network("nobody")).toBeUndefined();
    });
  },

  "draws who deals in goods, whichever words follow their name, and counts the deals of each of their names": async (having) => {
    const spares = told("d", "2017-06-06", {
      act: "sell",
      by: ["NOR"],
      to: ["OST"],
      items: [{ name: "Q-70 spares" }],
      words: "Norland sold Ostia spares for its Q-70",
    });
    await having([...SALE, TREATY, spares], async (book) => {
      const nodes = [
        { id: "NOR", name: "Norland", deals: 2 },
        { id: "OST", name: "Ostia", deals: 1 },
        { id: "SUD", name: "Sudia", deals: 1 },
      ];
      const edges = [
        { a: "NOR", b: "OST", deals: 1, kinds: { transfer: 1 } },
        { a: "NOR", b: "SUD", deals: 1, kinds: { transfer: 1 } },
      ];
      expect(await book.itemNetwork("Q-70")).toEqual({ nodes, edges });
      expect(await book.itemNetwork("q-70 spares")).toEqual({ nodes: [{ ...nodes[0], deals: 1 }, nodes[1]], edges: edges.slice(0, 1) });
      expect(await book.itemNetwork("q-70", 1)).toEqual({ nodes: nodes.slice(0, 1), edges: [] });
      expect(await book.itemNetwork("xebec")).toEqual({ nodes: [], edges: [] });
      expect(await book.itemsCalled(["Q-70", "q-70 Spares", "xebec"])).toEqual([
        { name: "Q-70", deals: 2 },
        { name: "q-70 Spares", deals: 1 },
        { name: "xebec", deals: 0 },
      ]);
    });
  },
};
