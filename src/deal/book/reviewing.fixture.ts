// Cases of the queue for reviewers: what is looked at first, and why.
import { expect } from "vitest";
import { cluster } from "../cluster.ts";
import type { DealReading } from "../deal.ts";
import { knowledge } from "../told.fixture.ts";
import { priced, SALE, told, TREATY } from "./having.fixture.ts";
import type { Having } from "./having.fixture.ts";

/** The same as read by a reader who was so sure of it. */
function doubted({ claims, ...reading }: DealReading, confidence: number): DealReading {
  return { ...reading, claims: claims.map((claim) => ({ ...claim, confidence })) };
}

export const REVIEWING: Readonly<Record<string, (having: Having) => Promise<void>>> = {
  "puts claims to be reviewed first that are least sure and on which most hangs": async (having) => {
    const [signed, cancelled] = SALE;
    if (signed === undefined || cancelled === undefined) throw new Error("no documents");
    await having([doubted(signed, 0.6), cancelled, TREATY], async (book) => {
      const items = await book.review();
      // .4 × 3 × (1 + log10(3) / 2), .05 × 3 × the same, .05 × 3 × (1 + log10(2) / 2).
      expect(items.map(({ claim, why, score, deal }) => [claim, why, score, deal?.claims])).toEqual([
        ["a@0", ["unsure", "moves-state"], 1.4863, 2],
        ["b@0", ["moves-state"], 0.1858, 2],
        ["c@0", ["moves-state"], 0.1726, 1],
      ]);
    });
    const prices = [priced("p", "2015-01-01", 100), priced("q", "2015-01-02", 900, "Sudia pays $900 for the Q-70 launchers that it ordered")];
    await having(prices, async (book) => {
      const items = await book.review();
      expect(items.map(({ claim }) => claim).sort()).toEqual(["p@0", "q@0"]);
      expect(items.filter(({ why }) => !why.includes("conflict"))).toEqual([]);
    });
  },

  "shows claims that wait with the deal that they may be of": async (having) => {
    const ordered = told("a", "2020-01-10", {
      act: "order",
      by: ["SUD"],
      to: ["NOR"],
      object: "Q-70 launchers",
      items: [{ name: "Q-70 launchers" }],
      words: "Sudia orders Q-70 launchers",
    });
    const halted = told("b", "2020-06-10", { act: "suspend", by: ["NOR"], to: ["SUD"], object: "delivery", words: "Norland halts the delivery" });
    const [waiting] = cluster([ordered, halted], knowledge).review;
    if (waiting?.deal === undefined) throw new Error("nothing waits");
    await having([ordered, halted], async (book) => {
      const [first, ...others] = await book.review();
      expect(others).toHaveLength(1);
      expect(first).toMatchObject({ claim: "b@0", why: ["unsure-attachment"], deal: { id: waiting.deal, claims: 1 } });
      expect(first?.score).toBeCloseTo((1 - waiting.confidence) * 2 * (1 + Math.log10(2) / 2), 3);
    });
  },
};
