// The door of cli/: what the library and a server share with the command line.
export type { BatchLimits } from "./batches.ts";
export { FOREIGN, intake } from "./intake.ts";
export type { IntakeSetting, Taken } from "./intake.ts";
export { documentsFrom, read } from "./library.ts";
export type { ReadOptions } from "./library.ts";
export { dealReadings } from "./members.ts";
