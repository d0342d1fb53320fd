// What is marked in a text: claims by their evidence and tellings, the slots of the claim that is looked at, abstentions, and words that are chosen.
import type { Forms } from "../asking/index.ts";
import { ACT_FAMILY, actName } from "../piece/index.ts";
import type { Family } from "../piece/index.ts";
import { partiesText } from "../../phrasing/index.ts";
import type { Part, Span } from "./part.ts";
import type { Cover } from "./segment.ts";

/** A claim as the text shows it. */
export interface MarkedClaim {
  readonly id: string;
  /** Its place among the claims of the text, from 1. */
  readonly number: number;
  readonly family: Family;
  /** "claim 3: sign, Sweden". */
  readonly title: string;
  /** Its evidence first, then the other places that tell the same. */
  readonly places: readonly Span[];
  /** The line below the words on which it is drawn: claims that overlap have different ones. */
  readonly level: number;
}

const LEVELS = 4;

/** Claims in the order in which the text tells them, as it shows them. */
export function markedClaims(claims: readonly Forms["Claim"][]): readonly MarkedClaim[] {
  const inOrder = claims.toSorted((a, b) => a.evidence.start - b.evidence.start || b.evidence.end - a.evidence.end || (a.id < b.id ? -1 : 1));
  const ends: number[] = [];
  return inOrder.map((claim, n) => {
    const { start, end } = claim.evidence;
    const free = ends.findIndex((taken) => taken <= start);
    const level = free === -1 ? ends.length : free;
    ends[level] = end;
    return {
      id: claim.id,
      number: n + 1,
      family: ACT_FAMILY[claim.act],
      title: `claim ${n + 1}: ${claim.negated ? "not " : ""}${actName(claim.act)}, ${partiesText(claim)}`,
      places: [claim.evidence, ...claim.tellings],
      level: Math.min(level, LEVELS - 1),
    };
  });
}

/** The covers of each part; parts that have none share one empty list. */
export function coversByPart(parts: readonly Part[], covers: readonly Cover[]): ReadonlyMap<Part, readonly Cover[]> {
  const found = new Map<Part, Cover[]>();
  for (const cover of covers)
    for (let at = partAt(parts, cover.start); at < parts.length; at += 1) {
      const part = parts[at];
      if (part === undefined || part.start >= cover.end) break;
      if (part.end <= cover.start) continue;
      const own = found.get(part);
      if (own === undefined) found.set(part, [cover]);
      else own.push(cover);
    }
  return found;
}

/** The first part that ends behind a place. */
function partAt(parts: readonly Part[], place: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
