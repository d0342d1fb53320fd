// Deliveries are added up only as far as claims allow.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { deliveriesOf } from "./delivery.ts";
import { conflictsIn, dealOf, rowOf } from "./row.fixture.ts";

type Row = Forms["LifeRow"];

const ships = (quantity: number, name = "patrol ships") => ({ items: [{ name, quantity }] });
const order = (id: string, quantity: number): Row => rowOf({ id, act: "order", when: { latest: "2018-01-01" }, ...ships(quantity) });
const delivery = (id: string, quantity: number, day?: string): Row =>
  rowOf({ id, act: "deliver", when: day === undefined ? { latest: "2021-01-01" } : { earliest: day, latest: day }, ...ships(quantity, "ships") });

test("what the texts date apart is added up, what they repeat counts once", () => {
  const life = [order("a", 6), delivery("b", 1, "2019-05-01"), delivery("c", 1, "2019-05-01"), delivery("d", 2, "2020-06-01"), delivery("e", 2)];
  const [goods, ...others] = deliveriesOf(dealOf(life)).goods;
  expect(others).toEqual([]);
  expect([goods?.ordered, goods?.delivered, goods?.deliveries.length]).toEqual([[6], 3, 4]);
});

test("reports of one delivery that are dated more and less exactly count once", () => {
  const within = (id: string, quantity: number, earliest: string, latest: string): Row => ({ ...delivery(id, quantity), when: { earliest, latest } });
  const year = within("a", 4, "2015-01-01", "2015-12-31");
  expect(deliveriesOf(dealOf([year, delivery("b", 4, "2015-03-02")])).goods[0]?.delivered).toBe(4);
  const parts = [year, delivery("b", 3, "2015-03-02"), delivery("c", 2, "2015-09-01"), delivery("d", 1, "2016-01-01")];
  expect(deliveriesOf(dealOf(parts)).goods[0]?.delivered).toBe(6);
});

test("what may be ordered, or is demanded, is no order", () => {
  const modes = ["actual", "planned", "possible", "demanded", "conditional"] as const;
  const life = modes.map((mode, at) => ({ ...order(mode, at + 1), mode }));
  expect(deliveriesOf(dealOf(life)).goods[0]?.ordered).toEqual([1, 2]);
});

/** The largest sum of deliveries whose bounds share no day, found by trying all. */
function bestOf(spans: readonly (readonly [first: number, last: number, quantity: number])[], after: number): number {
  return Math.max(0, ...spans.filter(([first]) => first > after).map(([, last, quantity]) => quantity + bestOf(spans, last)));
}

test("what was delivered at the least is the best sum of deliveries that share no day, in whatever order they are told", () => {
  const span = fc.tuple(fc.integer({ min: 10, max: 24 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 7 }), (told) => {
      const life = told.map(([first, days, quantity], at) => ({
        ...delivery(`d${at}`, quantity),
        when: { earliest: `2015-01-${first}`, latest: `2015-01-${first + days}` },
      }));
      const best = bestOf(
        told.map(([first, days, quantity]) => [first, first + days, quantity] as const),
        0,
      );
      expect(deliveriesOf(dealOf(life)).goods[0]?.delivered).toBe(best);
    }),
  );
});

test("orders that differ stay beside each other, other units and what comes again are not added", () => {
  const batteries = rowOf({ id: "c", act: "deliver", items: [{ name: "ships", quantity: 9, unit: "crates" }] });
  const gas = rowOf({ id: "d", act: "deliver", items: [{ name: "gas", quantity: 6, unit: "billion m3/year" }] });
  const { goods, uncounted } = deliveriesOf(dealOf([order("a", 6), order("b", 4), batteries, gas]));
  expect(goods.map(({ unit, ordered, delivered }) => [unit, ordered, delivered])).toEqual([
    [undefined, [4, 6], 0],
    ["crates", [], 9],
  ]);
  expect(uncounted.map(({ claim }) => claim)).toEqual(["d"]);
});

test("nothing is added up where reports contradict each other on whether it was delivered", () => {
  const denied = rowOf({ id: "x", act: "deliver", negated: true });
  const { goods, denials } = deliveriesOf(
    dealOf([order("a", 6), delivery("b", 2, "2019-05-01"), denied], { conflicts: conflictsIn("deliver.done") }),
  );
  expect(goods[0]?.delivered).toBeUndefined();
  expect(goods[0]?.why).toMatch(/contradict/);
  expect(denials.map(({ claim }) => claim)).toEqual(["x"]);
});

test("what only speaks of the deal, or is planned, is no delivery", () => {
  const planned = rowOf({ id: "p", act: "deliver", mode: "planned", ...ships(6) });
  const touching = rowOf({ id: "t", act: "deliver", part: "touches", ...ships(6) });
  expect(deliveriesOf(dealOf([planned, touching]))).toEqual({ goods: [], uncounted: [], denials: [] });
});
