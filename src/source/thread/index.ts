// The door of thread/: work on a file in a thread that is ended when it takes too long or too much.
export { answer, ask, tell } from "./answer.ts";
export { runThread } from "./run.ts";
export type { Ending, ThreadLimits } from "./run.ts";
