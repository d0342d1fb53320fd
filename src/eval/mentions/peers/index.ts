// The door of peers/: the same task done by other tools, in the same run.
export { openCurrencyPeer } from "./currency.ts";
export type { PeerSum } from "./currency.ts";
export { openDimensionPeer } from "./dimension.ts";
export type { PeerQuantity } from "./dimension.ts";
export { specCases } from "./cases.ts";
export type { SpecCase } from "./cases.ts";
export { openChrono } from "./chrono.ts";
export { findAll, isRight, shares } from "./contest.ts";
export type { Findings } from "./contest.ts";
export { CONVENTIONS, conventionOf } from "./conventions.ts";
export { sameTime } from "./extent.ts";
export type { FoundTime, TimeSystem } from "./norm.ts";
export { ownTimes } from "./ours.ts";
export { openRecognizers } from "./recognizers.ts";
