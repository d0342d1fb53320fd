// The door of learned/: what the network says of acts beside the frames, proposing what they miss and voting on what they propose.
export { modelFrames } from "./frames.ts";
export { proposalsOf } from "./propose.ts";
export { featuresOf, FEATURES } from "./features.ts";
export { loadVotes } from "./votes.ts";
export type { Features } from "./features.ts";
export type { Votes } from "./votes.ts";
