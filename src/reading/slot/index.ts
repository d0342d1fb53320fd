// The door of slot/: what fills a claim beside its parties.
export { loadSlotCues } from "./cues.ts";
export type { SlotCues } from "./cues.ts";
export { evidenceOf } from "./evidence.ts";
export { nearestTrigger } from "./nearest.ts";
export { placeOf } from "./place.ts";
export { loadReasonCues, reasonOf } from "./reason.ts";
export type { ReasonCues } from "./reason.ts";
export { loadTargetCues, targetsOf } from "./target.ts";
export type { TargetCues } from "./target.ts";
