// Which of the acts that the reader saw and did not claim may tell how a deal stands.
import { describe, expect, test } from "vitest";
import type { Abstention } from "../reading/index.ts";
import { hintsOf, UNCLAIMED } from "./hint.ts";
import { knowledge } from "./told.fixture.ts";

const seen = (text: string, quote: string, more: Partial<Abstention> = {}): readonly (readonly [string, string])[] => {
  const start = text.indexOf(quote);
  const abstention: Abstention = { reason: "no-party", act: "sign", mode: "actual", start, end: start + quote.length, quote, ...more };
  const hints = hintsOf({ id: "a", text, published: "2020-01-10" }, [abstention], knowledge.words);
  return hints.map(({ claim }) => [claim.act, claim.rule] as const);
};

test("an act without a party is one, in the form of a claim that names nobody and that nothing vouches for", () => {
  const text = "Twelve nations sign the Blue River Treaty.";
  const abstained: Abstention = { reason: "no-party", act: "sign", mode: "planned", negated: true, start: 15, end: 41, quote: text.slice(15, 41) };
  const document = { id: "a", text, published: "2020-01-10" };
  const [hint] = hintsOf(document, [abstained], knowledge.words);
  expect(hint?.document).toBe(document);
  expect(hint?.claim).toMatchObject({
    id: "a!15-41-sign",
    act: "sign",
    mode: "planned",
    negated: true,
    actors: [],
    targets: [],
    evidence: { start: 15, end: 41, quote: "sign the Blue River Treaty" },
    rule: `${UNCLAIMED}no-party`,
    confidence: 0,
  });
});

describe("no hint is", () => {
  const text = "Twelve nations sign the Blue River Treaty.";

  test("what was dropped for another reason, such as being unlikely", () => {
    expect(seen(text, "sign the Blue River Treaty")).toEqual([["sign", "unclaimed/no-party"]]);
    expect(seen(text, "sign the Blue River Treaty", { reason: "outvoted" })).toEqual([]);
  });

  test("an act that means little without knowing whose it is", () => {
    expect(seen(text, "sign the Blue River Treaty", { act: "sell" })).toEqual([]);
  });

  test("an abstention without an act or a mode", () => {
    const { act: _, ...noAct } = { reason: "no-party", act: "sign", mode: "actual", start: 0, end: 6, quote: "Twelve" } as const;
    const { mode: __, ...noMode } = { ...noAct, act: "sign", mode: "actual" } as const;
    expect(hintsOf({ id: "a", text }, [noAct, noMode], knowledge.words)).toEqual([]);
  });
});

describe("a noun that is the object of another act", () => {
  const object = { reason: "object-of-other-act", act: "cancel" } as const;

  test("tells that it was done where a word before it puts it into the past", () => {
    expect(seen("Norland refunds Sudia after the cancellation.", "the cancellation", object)).toEqual([["cancel", "unclaimed/object-of-other-act"]]);
    expect(seen("Norland refunds Sudia for the cancellation.", "the cancellation", object)).toEqual([]);
  });

  test("or where its own words begin so", () => {
    expect(seen("Norland refunds Sudia, following the cancellation.", "following the cancellation", object)).toHaveLength(1);
  });

  test("but not where such a word stands further off", () => {
    expect(seen("After the storm Norland will discuss the cancellation.", "the cancellation", object)).toEqual([]);
  });
});
