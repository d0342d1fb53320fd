// Where the parties of a network stand.
import fc from "fast-check";
import { expect, test } from "vitest";
import { placesOf } from "./ring.ts";

const network = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), deals: fc.nat(500) }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 60,
});

test("everybody has a place of their own, whatever the order, and those of more deals stand no further out", () => {
  fc.assert(
    fc.property(network, (nodes) => {
      const middle = nodes[0]?.id ?? "";
      const places = placesOf(nodes, middle);
      expect(places).toEqual(placesOf(nodes.toReversed(), middle));
      expect(new Set([...places.values()].map(({ x, y }) => `${x.toFixed(6)} ${y.toFixed(6)}`)).size).toBe(nodes.length);
      const far = (id: string): number => Math.round(Math.hypot(places.get(id)?.x ?? NaN, places.get(id)?.y ?? NaN));
      expect(far(middle)).toBe(0);
      const others = nodes.slice(1).toSorted((a, b) => a.deals - b.deals);
      // From few deals to many nobody goes further out, but among those of as many.
      const nearest = (deals: number): number => Math.min(...others.filter((other) => other.deals === deals).map(({ id }) => far(id)));
      const out = [...new Set(others.map(({ deals }) => deals))].map(nearest);
      expect(out).toEqual(out.toSorted((a, b) => b - a));
    }),
  );
});

test("where nobody is asked about, the middle stays empty, and the others stand as they do around somebody", () => {
  fc.assert(
    fc.property(network, (nodes) => {
      const around = placesOf(nodes, undefined);
      expect(around.size).toBe(nodes.length);
      expect([...around.values()].filter(({ x, y }) => Math.hypot(x, y) < 0.5)).toEqual([]);
    }),
  );
});
