// Ties: a person's word that claims are of one deal, or of two. Both knots hold it; the later one follows it.
import type { Knot, Tie } from "./knot.ts";

/** Of the knots given those that a knot is tied to in this way. */
export function tiedTo<K extends Knot>({ ties }: Knot, type: Tie["type"], knots: Iterable<K>): readonly K[] {
  const wanted = ties.filter((tie) => tie.type === type);
  return wanted.length === 0 ? [] : [...knots].filter((knot) => wanted.some((tie) => holds(knot, tie)));
}

const holds = ({ document, links }: Knot, tie: Tie): boolean => document.id === tie.document && links.some(({ claim }) => claim.id === tie.claim);
