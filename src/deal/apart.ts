// Quantities that were told of days: reports of one thing date it more or less exactly, so only what lies wholly apart is added up.
import type { Bounds } from "./day.ts";

/** A quantity and between which days it came, both with them; an absent bound is open. */
export interface Dated extends Bounds {
  readonly quantity: number;
}

const [FIRST, LAST] = ["", "9999-12-31"];

/** The largest sum of quantities of which no two share a day; 0 of none. The desk counts alike (src/web/deal/delivery.ts). */
export function mostApart(told: readonly Dated[]): number {
  const spans = told.map(({ earliest = FIRST, latest = LAST, quantity }) => ({ earliest, latest, quantity, best: 0 }));
  const ended = spans.toSorted((a, b) => (a.latest < b.latest ? -1 : 1));
  let [at, before, most] = [0, 0, 0];
  // Whatever ends before a span begins has begun before it, and has its best by then.
  for (const span of spans.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))) {
    for (let over = ended[at]; over !== undefined && over.latest < span.earliest; over = ended[at]) {
      before = Math.max(before, over.best);
      at += 1;
    }
    span.best = before + span.quantity;
    most = Math.max(most, span.best);
  }
  return most;
}
