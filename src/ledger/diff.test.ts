// Two readings held against each other.
import { expect, test } from "vitest";
import { HARBOUR, harbour, talks } from "./decided.fixture.ts";
import { diffReadings } from "./diff.ts";
import { quoteIn } from "./report.fixture.ts";

const { claims } = harbour("a").reading;
const [signed = talks("a"), swedish = talks("a"), danish = talks("a")] = claims;

test("a reading does not differ from itself, whatever the ids, rules and confidence are", () => {
  const again = claims.map((claim, n) => ({ ...claim, id: `again-${n}`, rule: "other", confidence: 0.5 }));
  expect(diffReadings(claims, again)).toEqual({ onlyFrom: [], onlyTo: [], changed: [], same: 3 });
});

test("claims that only one has are told apart from those that both have with other slots", () => {
  const narrower = { ...signed, object: "contract", evidence: quoteIn(HARBOUR, "signed a ferry contract") };
  const found = diffReadings([signed, swedish], [danish, narrower, talks("a")]);
  expect(found.changed).toEqual([
    { from: signed, to: narrower, slots: ["object", "evidence"] },
    { from: swedish, to: danish, slots: ["actors"] },
  ]);
  expect([found.onlyFrom, found.onlyTo, found.same]).toEqual([[], [talks("a")], 0]);
});

test("of claims of one sentence those of the same parties are matched first", () => {
  const found = diffReadings([swedish, danish], [danish, { ...swedish, mode: "actual" }]);
  expect(found).toMatchObject({ changed: [{ from: swedish, slots: ["mode"] }], same: 1, onlyFrom: [], onlyTo: [] });
});

test("a claim is matched by a telling too, and never by another act", () => {
  const far = { ...signed, evidence: quoteIn(HARBOUR, "Talks"), tellings: [signed.evidence] };
  expect(diffReadings([signed], [far]).changed.map(({ slots }) => slots)).toEqual([["evidence"]]);
  expect(diffReadings([signed], [{ ...signed, act: "agree" }])).toMatchObject({ onlyFrom: [signed], changed: [] });
});

test("the order of fields makes no difference, and a slot that one leaves out does", () => {
  const party = { name: "Norway", id: "NOR" };
  expect(diffReadings([signed], [{ ...signed, actors: [party] }]).same).toBe(1);
  const { object: _, ...without } = signed;
  expect(diffReadings([signed], [without]).changed.map(({ slots }) => slots)).toEqual([["object"]]);
});
