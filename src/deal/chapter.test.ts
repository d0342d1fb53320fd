// Which steps of a life are retellings of earlier ones.
import { describe, expect, test } from "vitest";
import { chaptersOf } from "./chapter.ts";
import type { Step } from "./deal.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";
import { whenOf } from "./view.ts";

/** A step of one claim in a document of its own; its number is the day of January 2020. */
function step(day: number, told: Partial<Told>, more: Partial<Step> = {}): Step {
  const [member] = tell(`d${day}`, `2020-01-${String(day).padStart(2, "0")}`, [{ act: "cancel", by: ["NOR"], words: "Norland leaves", ...told }]);
  if (member === undefined) throw new Error("a claim is told");
  const attachment = { member, part: "joins" as const, when: whenOf(member, knowledge.words), why: [], confidence: 1 };
  return { attachment, when: attachment.when, state: "cancelled", dispute: "none", moved: false, ...more };
}

const documents = (steps: readonly Step[]): readonly (readonly string[])[] =>
  chaptersOf(steps, knowledge).map(({ step: first, again }) => [first, ...again].map(({ attachment }) => attachment.member.document.id));

describe("a retelling", () => {
  test("is what tells again that the same party did what is done once", () => {
    expect(documents([step(1, {}, { moved: true }), step(5, { to: ["SUD"] }), step(9, {})])).toEqual([["d1", "d5", "d9"]]);
  });

  test("is none where party, act, mode or negation differ", () => {
    const others = [step(2, { by: ["SUD"] }), step(3, { act: "sign" }), step(4, { mode: "planned" }), step(5, { negated: true })];
    expect(documents([step(1, {}), ...others])).toHaveLength(5);
  });

  test("is none of what may be done again, unless it is told of the same day", () => {
    expect(documents([step(1, { act: "deliver" }), step(5, { act: "deliver" })])).toHaveLength(2);
    expect(documents([step(1, { act: "deliver" }), { ...step(1, { act: "deliver" }) }])).toHaveLength(1);
  });

  test("may name the time, where it fits, and is another event where it does not", () => {
    expect(documents([step(1, { time: "2019-12" }), step(5, { time: "2019" })])).toHaveLength(1);
    expect(documents([step(1, { time: "2019-12" }), step(5, { time: "2018" })])).toHaveLength(2);
  });

  test("is none where it goes to another, but may leave open to whom", () => {
    const aid = (day: number, to: readonly string[]): Step => step(day, { act: "deliver", to }, { when: { latest: "2020-01-01" } });
    expect(documents([aid(1, ["SUD"]), aid(2, ["OST"]), aid(3, []), aid(4, ["SUD", "WES"])])).toEqual([["d1", "d3", "d4"], ["d2"]]);
  });

  test("of an agreement or a vote is one of the same days: later there are others", () => {
    expect(documents([step(1, { act: "agree" }), step(6, { act: "agree" }), step(20, { act: "agree" })])).toEqual([["d1", "d6"], ["d20"]]);
    expect(documents([step(1, { act: "sign" }), step(20, { act: "sign" })])).toEqual([["d1", "d20"]]);
  });

  test("is one where it names the same sum", () => {
    const asked = (day: number, amount: number): Step =>
      step(day, { act: "demand", to: ["SUD"], money: [{ amount, currency: "USD", kind: "compensation", bound: "exact" }] });
    expect(documents([asked(1, 4e9), asked(9, 4e9), asked(20, 5e9)])).toEqual([["d1", "d9"], ["d20"]]);
  });

  test("is never a step that moved the deal, nor one that a claim presumes", () => {
    expect(documents([step(1, {}, { moved: true }), step(5, {}, { moved: true }), step(6, {}, { presumed: true })])).toHaveLength(3);
  });

  test("is none of a claim that names nobody, of one that names somebody", () => {
    expect(documents([step(1, {}), step(5, { by: [] })])).toHaveLength(2);
  });
});
