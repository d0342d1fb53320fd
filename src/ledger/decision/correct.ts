// One slot of a claim, corrected. The words that the slot had are not those of the new value, so that their places go.
import type { Claim } from "../../reading/index.ts";
import type { Correction, Slot } from "./schema.ts";

/** The claim with the slot's new value; null takes an optional slot out. */
export function correctedClaim(claim: Claim, { slot, value }: Correction): Claim {
  const { [slot]: _, ...rest } = claim;
  const spans = Object.fromEntries(Object.entries(claim.spans).filter(([path]) => !isOf(path, slot)));
  const given = value === null ? {} : { [slot]: value };
  // The schema of corrections holds the value to the slot's own schema.
  return { ...rest, spans, ...given } as Claim;
}

/** True for the slot's own path, and for a place in its list (`actors.0`). */
function isOf(path: string, slot: Slot): boolean {
  return path === slot || path.startsWith(`${slot}.`);
}
