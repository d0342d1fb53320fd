// Two ledgers that grow side by side, a few batches of one and a few of the other: a machine that others use as well is never as fast twice, and
// what slows both is not the growth of one.
import { NO_STRETCH, together } from "./grow.ts";
import type { Growth, Stretch } from "./grow.ts";

/** Claims of one before the other has its turn. */
const TURN = 250;

/** Grows both by so many claims. */
export async function beside(one: Growth, other: Growth, claims: number): Promise<readonly [Stretch, Stretch]> {
  let [a, b] = [NO_STRETCH, NO_STRETCH];
  while (a.claims < claims) {
    a = together(a, await one.to(one.claims + TURN));
    b = together(b, await other.to(other.claims + TURN));
  }
  return [a, b];
}
