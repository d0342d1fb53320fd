// The door of evidence/: a document's text with claims marked in it, and claims in words.
export { ClaimCard } from "./claim-card.tsx";
export { markedClaims } from "./marks.ts";
export type { MarkedClaim } from "./marks.ts";
export type { Span } from "./part.ts";
export { selectedIn } from "./pointed.ts";
export type { Cover } from "./segment.ts";
export { SLOT_LABELS, slotRows } from "./slot.ts";
export type { SlotName } from "./slot.ts";
export { DocumentText } from "./text.tsx";
export { choiceOf, moved, placeOfWords, spanOf, trimmedSpan, wordsOf } from "./words.ts";
export type { Choice } from "./words.ts";
export { dayBasisText, reasonText } from "./word.ts";
