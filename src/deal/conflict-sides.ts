// The sides of a conflict: each value with the claims that tell it, and how many reports that are no copies of each other.
import { contradictions, NO_COPIES, originsOf } from "./conflict.ts";
import type { Attachment, ClaimInDocument, Conflict, Origins } from "./deal.ts";
import { compareMembers, compareTexts } from "./order.ts";

/** One value of a conflict. `value`: the amount or count in digits, or `true` and `false` for done and not done; `origins`: reports that tell it, copies counted once. */
export interface ConflictSide {
  readonly value: string;
  readonly origins: number;
  readonly claims: readonly ClaimInDocument[];
}

/** The sides of a conflict among members, the one that is shown first in front, then those of most origins; claims in canonical order. */
export function conflictSides({ slot, shown }: Conflict, members: readonly Attachment[], origins: Origins = NO_COPIES): readonly ConflictSide[] {
  const held = contradictions(members).find((one) => one[0]?.slot === slot) ?? [];
  const first = held.find(({ attachment }) => attachment.member.claim.id === shown)?.value;
  const sides = [...Map.groupBy(held, ({ value }) => value)].map(([value, of]): ConflictSide => {
    const claims = new Map(of.map(({ attachment: { member } }) => [member.claim.id, member]));
    return { value, origins: originsOf(held, value, origins), claims: [...claims.values()].sort(compareMembers) };
  });
  return sides.sort((a, b) => Number(b.value === first) - Number(a.value === first) || b.origins - a.origins || compareTexts(a.value, b.value));
}
