// When deliveries reach what was ordered.
import { expect, test } from "vitest";
import type { Item } from "../reading/index.ts";
import type { Attachment } from "./deal.ts";
import { isInFull } from "./quantity.ts";
import { knowledge, tell } from "./told.fixture.ts";
import { termOf } from "./term.ts";

function attached(id: string, act: "order" | "deliver", items: readonly Item[], words: string, time?: string): Attachment {
  const [member] = tell(id, "2015-01-10", [{ act, by: ["NOR"], to: ["SUD"], items, words, ...(time === undefined ? {} : { time }) }]);
  if (member === undefined) throw new Error("a claim is told");
  const term = termOf(member.claim, "2015-01-10", knowledge.terms);
  return { member, part: "opens", when: {}, why: [], confidence: 1, ...(term === undefined ? {} : { term }) };
}
const inFull = (order: Attachment, ...deliveries: readonly Attachment[]): boolean => isInFull(deliveries, [order, ...deliveries]);

const FIVE = attached("a", "order", [{ name: "Q-70 launchers", quantity: 5 }], "orders five Q-70 launchers");
const delivery = (id: string, quantity: number, time?: string): Attachment =>
  attached(id, "deliver", [{ name: "launchers", quantity }], `delivers ${quantity} launchers`, time);

test("deliveries that are dated apart are added up, others are told again", () => {
  expect(inFull(FIVE, delivery("b", 5))).toBe(true);
  expect(inFull(FIVE, delivery("b", 3), delivery("c", 3))).toBe(false);
  expect(inFull(FIVE, delivery("b", 3, "2015-01"), delivery("c", 2, "2015-02"))).toBe(true);
  // What came in 2015 may be what came in January.
  expect(inFull(FIVE, delivery("b", 3, "2015"), delivery("c", 2, "2015-01"))).toBe(false);
});

test("what comes again every year is not delivered in full by what comes once", () => {
  const gas = [{ name: "gas", quantity: 6e9, unit: "cubic metre/year" }];
  const delivered = attached("b", "deliver", gas, "delivers six billion cubic metres of gas a year");
  expect(inFull(attached("a", "order", gas, "orders six billion cubic metres of gas a year"), delivered)).toBe(false);
  const once = attached("b", "deliver", [{ name: "gas", quantity: 6e9, unit: "cubic metre" }], "delivers six billion cubic metres of gas");
  const yearly = attached("a", "order", [{ name: "gas", quantity: 6e9, unit: "cubic metre" }], "orders six billion cubic metres of gas every year");
  expect(inFull(yearly, once)).toBe(false);
});
