// The door of observe/: what a server says of itself to those who run it.
export { openLog } from "./log.ts";
export type { Level, Logger } from "./log.ts";
export { newMetrics } from "./metrics.ts";
export type { Metrics } from "./metrics.ts";
export { watching } from "./watching.ts";
