// The door of act/: acts as data, and where they match.
export { refusalsOf, rolesTaken } from "./account.ts";
export type { Refusal, RoleTaken } from "./account.ts";
export type { Constraint } from "./frame.ts";
export { isBare, loadActs } from "./load.ts";
export type { ActFrame, ActLexicon } from "./load.ts";
export { hasItsParties, isPartOfName, matchesOf } from "./match.ts";
export type { Match } from "./match.ts";
export { mayTell } from "./may-tell.ts";
export { headsAt, wordsOfPath } from "./path.ts";
