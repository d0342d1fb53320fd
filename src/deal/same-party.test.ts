// Names that mean one party, as people say it: which hang together, what they stand for, and what becomes of a claim.
import { expect, test } from "vitest";
import { namesBeside, sameParties, withSameParties } from "./same-party.ts";
import { tell } from "./told.fixture.ts";

const NONE = { idOf: (): undefined => undefined, isKnown: (): boolean => false };

test("names that were said to be one party stand for the first of them", () => {
  const same = sameParties([{ names: ["A", "B"] }, { names: ["C", "D"] }, { names: ["B", "C"] }], NONE);
  expect(Object.fromEntries(same)).toEqual({ A: { name: "A" }, B: { name: "A" }, C: { name: "A" }, D: { name: "A" } });
});

test("an id counts for all names that hang together, the one that was given last", () => {
  const same = sameParties([{ names: ["A"], id: "NOR" }, { names: ["A", "B"] }, { names: ["A"], id: "SUD" }, { names: ["C"] }], NONE);
  expect(Object.fromEntries(same)).toEqual({ A: { id: "SUD", name: "A" }, B: { id: "SUD", name: "B" }, C: { name: "C" } });
});

test("a name that the tables have brings its id, unless a person gave one", () => {
  const known = { ...NONE, idOf: (name: string): string | undefined => (name === "Norland" ? "NOR" : "") };
  expect(sameParties([{ names: ["the North", "Norland"] }], known).get("the North")).toEqual({ id: "NOR", name: "the North" });
  expect(sameParties([{ names: ["the North", "Norland"], id: "SUD" }], known).get("the North")).toEqual({ id: "SUD", name: "the North" });
});

test("of names without an id the one that the tables have is taken", () => {
  const known = { ...NONE, isKnown: (name: string): boolean => name === "Fjord Yards" };
  expect(Object.fromEntries(sameParties([{ names: ["the yard", "Fjord Yards"] }], known))).toEqual({
    "the yard": { name: "Fjord Yards" },
    "Fjord Yards": { name: "Fjord Yards" },
  });
});

test("names hang together with those that any saying puts beside them", () => {
  const said = [{ names: ["A", "B"] }, { names: ["C", "D"] }, { names: ["B", "E"], id: "NOR" }];
  expect([...namesBeside(["E"], said)].sort()).toEqual(["A", "B", "E"]);
  expect([...namesBeside(["F"], said)]).toEqual(["F"]);
});

test("parties of both sides are renamed, those whose id is known and the claim that was told stay", () => {
  const [told] = tell("a", "2020-01-01", [{ act: "sell", by: ["~B", "NOR/B", "NOR"], to: ["~X"], words: "They sell" }]);
  if (told === undefined) throw new Error("no claim");
  const { claim } = told;
  const same = sameParties([{ names: ["A", "B"] }, { names: ["X", "Norland"], id: "SUD" }], NONE);
  expect(withSameParties(claim, same)).toEqual({
    ...claim,
    actors: [{ name: "A" }, { state: "NOR", name: "A" }, { id: "NOR", name: "Norland" }],
    targets: [{ id: "SUD", name: "X" }],
  });
  expect(claim.actors[0]).toEqual({ name: "B" });
  expect(withSameParties(claim, sameParties([{ names: ["Y", "Z"] }], NONE))).toBe(claim);
});
