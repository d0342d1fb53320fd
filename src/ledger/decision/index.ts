// The door of decision/: what people decide about claims, and what a reading comes to under their decisions.
export { apply, correctedSlots, pieceOf } from "./apply.ts";
export type { Applied, Base, Origin, Piece } from "./apply.ts";
export { documentsOf, partyKey, refOf, refsOf, resolveRef } from "./ref.ts";
export { decisionBodySchema, personRule, refSchema, SLOTS, wordlessSchema } from "./schema.ts";
export type { Correction, Decided, Decision, DecisionBody, Ref, Slot } from "./schema.ts";
export { standingOf } from "./standing.ts";
export type { Standing, StandingClaim } from "./standing.ts";
export { undoneOf } from "./undone.ts";
export { giveQuotes, takeQuotes } from "./words.ts";
