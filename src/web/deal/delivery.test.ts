// Deliveries are added up only as far as claims allow.
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
