// A claim's id follows from what it says and of which text, so that reading the same text again gives the same ids.
import { createHash } from "node:crypto";
import type { Document } from "../document/index.ts";
import type { Claim, Party } from "./claim.ts";

/** The id of a claim in a scope; what stands in its `id` now does not count. */
export function claimId(claim: Claim, scope: string): string {
  const party = (p: Party): string => p.id ?? p.name;
  const said = [
    scope,
    claim.act,
    claim.mode,
    claim.negated,
    claim.evidence.start,
    claim.evidence.end,
    claim.actors.map(party),
    claim.targets.map(party),
    claim.object,
    claim.rule,
  ];
  return `c_${createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 20)}`;
}

/** What tells documents and their versions apart in ids. */
export function scopeOf(document: Document): string {
  return `${document.id}\n${createHash("sha256").update(document.text).digest("hex")}`;
}

/** The id of a claim of a document. */
export function claimIdIn(claim: Claim, document: Document): string {
  return claimId(claim, scopeOf(document));
}
