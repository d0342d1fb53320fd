// Two coders of one text: what both have is the reader's claim, and the second coder's agreement is kept as an abstention,
// so that it can be counted later; what only the second has is added.
import { overlaps } from "../document/index.ts";
import type { Span } from "../document/index.ts";
import type { Abstention, Claim, Reading } from "../reading/index.ts";
import { abstentionAt } from "./ground.ts";
import type { Grounded } from "./ground.ts";

/** A reading with what a second coder added to it. */
export interface Joined {
  readonly reading: Reading;
  readonly added: number;
  readonly agreed: number;
}

/** Joins what was grounded to the reader's reading of the same text. The reader's claims stay as they are. */
export function join(reading: Reading, grounded: readonly Grounded[], text: string): Joined {
  const added = new Map<string, Claim>();
  const abstained: Abstention[] = [];
  let agreed = 0;
  for (const { claim, abstained: left } of grounded) {
    if (claim !== undefined && reading.claims.some((own) => same(own, claim))) {
      // What was left out of it says nothing about the reader's claim.
      abstained.push(abstentionAt("coder-agrees", claim.evidence, text, claim.act));
      agreed += 1;
      continue;
    }
    abstained.push(...left);
    if (claim === undefined) continue;
    if (repeats(claim, added)) abstained.push(abstentionAt("coder-repeats", claim.evidence, text, claim.act));
    else added.set(claim.id, claim);
  }
  const claims = [...reading.claims, ...added.values()].sort((a, b) => a.evidence.start - b.evidence.start || a.act.localeCompare(b.act));
  const all = [...reading.abstained, ...abstained].sort((a, b) => a.start - b.start);
  return { reading: { id: reading.id, claims, abstained: all }, added: added.size, agreed };
}

/** The same act at the same place by or to one of the same parties. */
function same(own: Claim, other: Claim): boolean {
  const places: readonly Span[] = [own.evidence, ...own.tellings];
  const parties = partiesOf(own);
  return own.act === other.act && places.some((place) => isSamePlace(place, other.evidence)) && [...partiesOf(other)].some((one) => parties.has(one));
}

/** A claim that differs from another in nothing that tells two apart, at the same place. */
function repeats(claim: Claim, added: ReadonlyMap<string, Claim>): boolean {
  const like = (other: Claim): boolean => other.mode === claim.mode && other.negated === claim.negated && same(other, claim);
  return [...added.values()].some((other) => like(other) && sumsOf(other) === sumsOf(claim) && (other.object ?? "") === (claim.object ?? ""));
}

function sumsOf({ money }: Claim): string {
  return money
    .map(({ amount, currency }) => `${currency}${amount}`)
    .sort()
    .join();
}

function partiesOf({ actors, targets }: Claim): Set<string> {
  return new Set([...actors, ...targets].map(({ id, name }) => id ?? name.toLowerCase()));
}

/** Two stretches that share half of the shorter. */
function isSamePlace(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlaps(a, b) && 2 * shared >= Math.min(a.end - a.start, b.end - b.start);
}
