// The door of documents/: what is measured of documents before anything is read from them.
export { itemDocuments, joinedPairs, rowsOf } from "./items.ts";
export type { JoinedPair } from "./items.ts";
export { drawn } from "./numbers.ts";
export { documents } from "./part.ts";
