// The door of learned/: what the network for acts finds beside the frames.
export { lackingParties } from "./complete.ts";
export { isProposed, proposalsOf } from "./propose.ts";
export { isSeen } from "./seen.ts";
export { heardOf, surest } from "./surest.ts";
