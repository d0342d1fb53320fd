// The door of mode/: how a text presents an act (actual, planned, possible, demanded, conditional; negated or not).
export { loadModeCues } from "./cues.ts";
export type { ModeCues } from "./cues.ts";
export { presentationOf } from "./mode.ts";
export type { Presentation } from "./mode.ts";
