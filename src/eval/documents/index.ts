// The door of documents/: what is measured of documents before anything is read from them.
export { itemDocuments, joinedPairs, rowsOf } from "./items.ts";
export type { JoinedPair } from "./items.ts";
export { chanceOf, drawn } from "./numbers.ts";
export type { Chance } from "./numbers.ts";
export { documents } from "./part.ts";
