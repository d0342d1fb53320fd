// What must hold of any claims: the order of arrival changes nothing, every claim has its place, and no day knows more than the next.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cluster, readingsOf } from "./cluster.ts";
import type { ClaimInText } from "./deal.ts";
import { statesOf } from "./deals.ts";
import { fold } from "./fold.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import { dealLine } from "./line.ts";
import { claimsOfDocuments, day } from "./told.arbitrary.fixture.ts";
import { knowledge as own } from "./told.fixture.ts";

const shuffled = claimsOfDocuments.chain((claims) =>
  fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length })),
);

/** A catalogue that has what the claims above speak of, by name, by goods and by description. */
const catalogued = {
  ...own,
  known: knownOf([
    { id: "river", names: "Blue River Treaty", parties: "NOR;SUD", descriptions: "border agreement", from: "2005" },
    { id: "launchers-1", kind: "transfer", parties: "NOR;SUD", goods: "Q-70", from: "2007", to: "2012-06" },
    { id: "launchers-2", kind: "transfer", parties: "NOR;SUD", goods: "Q-70", from: "2012", replaces: "launchers-1" },
    { id: "curbs", kind: "measure", parties: "NOR;OST", descriptions: "sanctions", from: "2009" },
  ]),
};

describe.each([
  ["with the project's catalogue", own],
  ["with a catalogue of what is told", catalogued],
] as const)("%s", (_, knowledge) => {
  const lines = (claims: readonly ClaimInText[]): unknown =>
    statesOf(cluster(readingsOf(claims), knowledge).deals, knowledge).map(({ deal, state }) => dealLine(deal, state, knowledge));

  test("the order of arrival changes neither deals, ids, review nor states", () => {
    fc.assert(
      fc.property(shuffled, ([claims, other]) => {
        expect(cluster(readingsOf(other), knowledge)).toEqual(cluster(readingsOf(claims), knowledge));
        expect(lines(other)).toEqual(lines(claims));
      }),
      { numRuns: 150 },
    );
  });

  test("every claim that is no restriction has exactly one place", () => {
    fc.assert(
      fc.property(claimsOfDocuments, (claims) => {
        const { deals, review, apart } = cluster(readingsOf(claims), knowledge);
        const placed = [
          ...deals.flatMap(({ members }) => members.filter(({ part }) => part !== "touches").map(({ member }) => member)),
          ...review.map(({ member }) => member),
          ...apart,
        ].map(({ claim }) => claim.id);
        expect([...placed].sort()).toEqual(claims.map(({ claim }) => claim.id).sort());
      }),
      { numRuns: 150 },
    );
  });

  test("deals have ids of their own", () => {
    fc.assert(
      fc.property(claimsOfDocuments, (claims) => {
        const ids = cluster(readingsOf(claims), knowledge).deals.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  });

  test("before the first document nothing is known, and before the first possible day nothing holds", () => {
    fc.assert(
      fc.property(claimsOfDocuments, (claims) => {
        for (const deal of cluster(readingsOf(claims), knowledge).deals) {
          expect(fold(deal, knowledge, { known: "2007-12-31" })).toMatchObject({
            state: "none",
            dispute: "none",
            since: {},
            known: [],
            conflicts: [],
          });
          expect(fold(deal, knowledge, { asOf: "2006-12-31" })).toMatchObject({ state: "none", dispute: "none", since: {}, steps: [] });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a later day of knowledge never knows less, and a later day of validity never counts fewer claims", () => {
    fc.assert(
      fc.property(claimsOfDocuments, day, day, (claims, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        for (const deal of cluster(readingsOf(claims), knowledge).deals) {
          const known = (at: string): readonly string[] => fold(deal, knowledge, { known: at }).known.map(({ member }) => member.claim.id);
          const held = (at: string): readonly string[] =>
            fold(deal, knowledge, { asOf: at }).steps.map(({ attachment }) => attachment.member.claim.id);
          expect(known(late)).toEqual(expect.arrayContaining([...known(early)]));
          expect(held(late)).toEqual(expect.arrayContaining([...held(early)]));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what is said of a deal on a day of knowledge uses no later document", () => {
    fc.assert(
      fc.property(claimsOfDocuments, day, (claims, known) => {
        const { deals } = cluster(readingsOf(claims), knowledge);
        for (const { deal, state } of statesOf(deals, knowledge, { known })) {
          const later = { ...deal, members: deal.members.filter(({ member }) => (member.document.published ?? "") <= known) };
          const { replaces: _, replacedBy: _by, ...line } = dealLine(deal, state, knowledge);
          const { replaces: __, replacedBy: __by, ...alone } = dealLine(later, fold(later, knowledge), knowledge);
          expect(line).toEqual(alone);
        }
      }),
      { numRuns: 100 },
    );
  });
});
