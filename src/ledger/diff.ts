// What two readings of one version of a document differ in: claims are the same where act and evidence meet, and are then compared slot by slot.
import { overlaps } from "../document/index.ts";
import type { Claim } from "../reading/index.ts";
import { partyKey, SLOTS } from "./decision/index.ts";
import type { Slot } from "./decision/index.ts";

/** A claim that both readings have, with the slots that they fill in other ways. */
export interface ChangedClaim {
  readonly from: Claim;
  readonly to: Claim;
  readonly slots: readonly Slot[];
}

/** Two readings held against each other; what is alike is counted. */
export interface ReadingDiff {
  readonly onlyFrom: readonly Claim[];
  readonly onlyTo: readonly Claim[];
  readonly changed: readonly ChangedClaim[];
  readonly same: number;
}

/** Compares the claims of two readings, each matched to at most one: of the same act, its evidence or a telling overlapping, the most parties in common first. */
export function diffReadings(from: readonly Claim[], to: readonly Claim[]): ReadingDiff {
  const pairs = from.flatMap((a, i) => to.flatMap((b, j) => (meets(a, b) ? [{ a, b, i, j, closeness: closeness(a, b) }] : [])));
  const [left, right] = [new Set(from), new Set(to)];
  const matched: ChangedClaim[] = [];
  for (const { a, b } of pairs.toSorted((x, y) => y.closeness - x.closeness || x.i - y.i || x.j - y.j)) {
    if (!left.has(a) || !right.has(b)) continue;
    left.delete(a);
    right.delete(b);
    matched.push({ from: a, to: b, slots: SLOTS.filter((slot) => !isSame(a[slot], b[slot])) });
  }
  const changed = matched.filter(({ slots }) => slots.length > 0).sort((x, y) => from.indexOf(x.from) - from.indexOf(y.from));
  return { onlyFrom: [...left], onlyTo: [...right], changed, same: matched.length - changed.length };
}

function meets(a: Claim, b: Claim): boolean {
  if (a.act !== b.act) return false;
  return [a.evidence, ...a.tellings].some((one) => [b.evidence, ...b.tellings].some((other) => overlaps(one, other)));
}

/** Parties in common count first, then evidence to the letter. */
function closeness(a: Claim, b: Claim): number {
  const [ours, theirs] = [a, b].map(({ actors, targets }) => new Set([...actors, ...targets].map(partyKey)));
  const common = ours === undefined || theirs === undefined ? 0 : ours.intersection(theirs).size;
  return 2 * common + (a.evidence.start === b.evidence.start && a.evidence.end === b.evidence.end ? 1 : 0);
}

/** Slots are small JSON values whose fields may come in any order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [ours, theirs] = [fieldsOf(a), fieldsOf(b)];
  return ours.size === theirs.size && [...ours].every(([key, value]) => isSame(value, theirs.get(key)));
}

function fieldsOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
}
