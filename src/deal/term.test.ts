// Terms in the words of claims: the examples of terms.yaml, executed, and which claims have none.
import { describe, expect, test } from "vitest";
import { termIn, termOf } from "./term.ts";
import { knowledge, tell } from "./told.fixture.ts";
import type { Told } from "./told.fixture.ts";

const { terms } = knowledge;
const DAY = "2015-01-20";

describe("terms.yaml", () => {
  test.for(terms.examples)("$act: $text", ({ act, text, ...wanted }) => {
    const told = termIn(text, act, DAY, terms);
    const { length, ends, begins, expires, recurs } = wanted;
    const tells = [length, ends, begins, expires, recurs].some((value) => value !== undefined);
    expect(told).toEqual(tells ? JSON.parse(JSON.stringify(wanted)) : undefined);
  });
});

function term(told: Partial<Told> & Pick<Told, "words">) {
  const [one] = tell("a", DAY, [{ act: "sign", by: ["NOR", "SUD"], ...told }]);
  if (one === undefined) throw new Error("a claim is told");
  return termOf({ ...one.claim, tellings: told.object === undefined ? [] : [{ start: 0, end: 1, quote: told.object }] }, DAY, terms);
}

describe("a claim", () => {
  const words = "signed a ten-year pact";
  test("has a term only as done", () => {
    expect(term({ words })).toMatchObject({ length: "P10Y" });
    expect(term({ words, mode: "planned" })).toBeUndefined();
    expect(term({ words, negated: true })).toBeUndefined();
    expect(term({ words, act: "cancel" })).toBeUndefined();
  });

  test("has the term of its next telling where its evidence tells none", () => {
    expect(term({ words: "signed the pact", object: "pact until 2020" })).toMatchObject({ ends: { latest: "2020-12-31" } });
  });

  test("has no relative end in a document whose day is not known", () => {
    const [one] = tell("a", undefined, [{ act: "sign", words: "signed a pact until the end of the month" }]);
    expect(one === undefined ? "none" : termOf(one.claim, undefined, terms)).toBeUndefined();
  });
});
