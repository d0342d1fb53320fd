// The canonical order in which claims are folded, whatever the order of their arrival.
import type { ClaimInDocument, DealDocument } from "./deal.ts";

/** Orders texts; what is unknown comes last. */
export const compareTexts = (a: string | undefined, b: string | undefined): number =>
  (a ?? "\uffff") < (b ?? "\uffff") ? -1 : (a ?? "\uffff") > (b ?? "\uffff") ? 1 : 0;

/** Canonical order of claims: day of publication, document, place in the text, id. */
export function compareMembers(a: ClaimInDocument, b: ClaimInDocument): number {
  return (
    compareTexts(a.document.published, b.document.published) ||
    compareTexts(a.document.id, b.document.id) ||
    a.claim.evidence.start - b.claim.evidence.start ||
    a.claim.evidence.end - b.claim.evidence.end ||
    compareTexts(a.claim.id, b.claim.id)
  );
}

/** Canonical order of documents: day of publication, id. */
export function compareDocuments(a: DealDocument, b: DealDocument): number {
  return compareTexts(a.published, b.published) || compareTexts(a.id, b.id);
}
