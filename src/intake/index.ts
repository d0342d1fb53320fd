// The door of intake/: documents read and appended, batch by batch, for every door by which they come in.
export { ahead, aheadOf, batchesOf } from "./batches.ts";
export type { BatchLimits } from "./batches.ts";
export { FOREIGN, intake } from "./intake.ts";
export type { IntakeSetting, Taken } from "./intake.ts";
export { isRead, withCoder } from "./known.ts";
export { documentsFrom, read } from "./library.ts";
export type { ReadOptions } from "./library.ts";
export { outcomesOf } from "./outcomes.ts";
export { singly } from "./singly.ts";
