// The door of job/: documents that are given to a server to be read.
export { Jobs } from "./jobs.ts";
export type { ReadingSetup } from "./wire.ts";
