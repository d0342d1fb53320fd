// The door of source/: who says what, by which cue.
export { attributionsOf, contentSpan } from "./attribution.ts";
export type { Attribution } from "./attribution.ts";
export { loadReportCues } from "./cues.ts";
export type { ReportCues } from "./cues.ts";
