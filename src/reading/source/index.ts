// The door of source/: who says what, by which cue.
export { contentSpan } from "./attribution.ts";
export { attributionsOf } from "./attributions.ts";
export type { Attribution } from "./attribution.ts";
export { loadReportCues } from "./cues.ts";
export type { ReportCues } from "./cues.ts";
