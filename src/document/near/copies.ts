// Whether two texts are one. The shorter a text, the more of it must be the same: news is told in set phrases, and of two
// items that differ in one word ("Malta reports its first case", "Latvia reports its first case") neither is a copy.
import type { NearRules } from "./rules.ts";
import { LEAD, SKETCH } from "./signature.ts";
import type { Signature } from "./signature.ts";
import { overlap } from "./sketch.ts";

/** How alike two texts are, shares from 0 to 1 of their runs of words. */
export interface Similarity {
  /** What both have of what either has. */
  readonly jaccard: number;
  /** What both have of what the shorter one has. */
  readonly containment: number;
  /** What both beginnings have of what either one can be told to have. */
  readonly lead: number;
}

/** Estimates how alike two texts are; exact where both have at most 128 runs. The same whichever comes first. */
export function similarity(a: Signature, b: Signature): Similarity {
  if (a.digest === b.digest) return { jaccard: 1, containment: 1, lead: 1 };
  const whole = overlap(a.sketch, b.sketch, SKETCH);
  const start = overlap(a.lead, b.lead, LEAD);
  const shorter = a.runs === b.runs ? Math.max(whole.a, whole.b) : a.runs < b.runs ? whole.a : whole.b;
  return {
    jaccard: part(whole.both, whole.a + whole.b - whole.both),
    containment: part(whole.both, shorter),
    lead: part(start.both, start.a + start.b - start.both),
  };
}

/** True where one text is the other, or was made from it. The same words always are. */
export function areCopies(a: Signature, b: Signature, rules: NearRules): boolean {
  if (a.digest === b.digest) return true;
  const shorter = Math.min(a.runs, b.runs);
  const lines = rules.alike.filter(({ runs }) => runs <= shorter);
  if (lines.length === 0) return false;
  const { jaccard, containment, lead } = similarity(a, b);
  return lines.some((line) => containment >= line.containment && jaccard >= line.jaccard && lead >= line.lead);
}

function part(of: number, whole: number): number {
  return whole === 0 ? 0 : of / whole;
}
