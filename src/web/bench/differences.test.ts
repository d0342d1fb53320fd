// What changed at a claim while somebody worked on it is told slot by slot.
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { differences } from "./differences.ts";

const seen: Forms["Claim"] = {
  id: "c_1",
  act: "order",
  mode: "possible",
  negated: false,
  actors: [{ id: "DNK", name: "Denmark" }],
  targets: [],
  items: [{ name: "patrol boats", quantity: 3 }],
  money: [],
  terms: [],
  sources: [],
  evidence: { start: 0, end: 4, quote: "boats" },
  tellings: [],
  spans: {},
  rule: "order/order",
  confidence: 0.8,
};

test("a claim that stands as it was seen has no differences; else each slot is told as it was and as it is", () => {
  expect(differences(seen, { ...seen, id: "c_2", confidence: 0.1 })).toEqual([]);
  const now = { ...seen, mode: "planned" as const, negated: true, targets: [{ id: "SWE", name: "Sweden" }], items: [] };
  expect(differences(seen, now).map(({ label, ...told }) => [label, told.seen, told.now])).toEqual([
    ["Mode", expect.stringContaining("possible"), expect.stringContaining("planned")],
    ["Negated", "no", "yes"],
    ["To whom", "nothing", expect.stringContaining("Sweden")],
    ["Goods", expect.stringContaining("patrol boats"), "nothing"],
  ]);
});
