// The door of thread/: work on what anybody made, in threads that are ended when it takes too long or too much.
export { answer, ask } from "./answer.ts";
export { buffersOf, ownerOf } from "./hand.ts";
export { openThread } from "./open.ts";
export type { OpenThread, TurnLimits } from "./open.ts";
export { runThread } from "./run.ts";
export type { Ending, ThreadLimits } from "./run.ts";
export { serve } from "./serve.ts";
export { tell } from "./wire.ts";
