// Documents woven one by one, in any order, changed and taken out again, give the deals that they give all at once.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cluster } from "../cluster.ts";
import type { DealReading } from "../deal.ts";
import { dealOf, tellingOf } from "../group.ts";
import { knotsOf } from "../knot.ts";
import { documents } from "../told.arbitrary.fixture.ts";
import { knowledge } from "../told.fixture.ts";
import { MemoryWeb, readKnot, readProfile, readStand, readTold, weave, writeBody, writeProfile, writeStand, writeTold } from "./index.ts";
import { writeKnot, writePlacement } from "./write.ts";

const woven = (reading: DealReading) => ({ id: reading.document.id, knots: knotsOf(reading, knowledge) });

/** What stands in the web, by its root: the deals with the ids of their claims. */
async function standing(web: MemoryWeb, readings: readonly DealReading[]): Promise<readonly string[]> {
  const all = (await Promise.all(readings.map(({ document }) => web.ofDocument(document.id)))).flat().map(({ placed }) => placed);
  const groups = Map.groupBy(
    all.sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ placement }) => placement.root,
  );
  const deals = [...groups.values()].map((knots) => dealOf(knots.map(tellingOf), knowledge));
  return deals.flatMap((deal) => (deal === undefined ? [] : [JSON.stringify([deal.id, deal.kind, deal.members])])).sort();
}

const atOnce = (readings: readonly DealReading[]): readonly string[] =>
  cluster(readings, knowledge)
    .deals.map(({ id, kind, members }) => JSON.stringify([id, kind, members]))
    .sort();

test("any order of arrival gives the deals that all documents give at once", async () => {
  const shuffled = documents.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, order]) => {
      const web = new MemoryWeb();
      for (const reading of order) await weave(web, [woven(reading)], knowledge);
      expect(await standing(web, all)).toEqual(atOnce(all));
    }),
    { numRuns: 60 },
  );
});

test("a document that is read again or taken out leaves no trace of what it was", async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.nat(), async (all, pick) => {
      const web = new MemoryWeb();
      await weave(web, all.map(woven), knowledge);
      const gone = all[pick % all.length];
      if (gone === undefined) return;
      await weave(web, [{ id: gone.document.id, knots: [] }], knowledge);
      const rest = all.filter((reading) => reading !== gone);
      expect(await standing(web, all)).toEqual(atOnce(rest));
      const changed = { ...gone, claims: gone.claims.slice(1) };
      await weave(web, [woven(changed)], knowledge);
      expect(await standing(web, all)).toEqual(atOnce([...rest, changed]));
    }),
    { numRuns: 60 },
  );
});

test("weaving says which undertakings changed, and none when nothing did", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (all) => {
      const web = new MemoryWeb();
      const roots = await weave(web, all.map(woven), knowledge);
      const there = (await Promise.all(all.map(({ document }) => web.ofDocument(document.id)))).flat();
      for (const { placed } of there) expect(roots).toContain(placed.placement.root);
      expect(await weave(web, all.map(woven), knowledge)).toEqual(new Set());
    }),
    { numRuns: 40 },
  );
});

test("knots and placements are written and read back alike", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (all) => {
      const web = new MemoryWeb();
      await weave(web, all.map(woven), knowledge);
      for (const { placed } of (await Promise.all(all.map(({ document }) => web.ofDocument(document.id)))).flat()) {
        expect(writeKnot(readKnot(placed, readTold(writeTold(placed)), writeBody(placed)))).toBe(writeKnot(placed));
        const { profile, ...stand } = placed.placement;
        const read = { ...readStand(writeStand(stand)), profile: readProfile(writeProfile(profile)) };
        expect(writePlacement(read)).toBe(writePlacement(placed.placement));
      }
    }),
    { numRuns: 40 },
  );
});
