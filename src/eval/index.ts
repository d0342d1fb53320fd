// The door of eval/: measuring the reader against gold.
export { loadGold, sharedFolder } from "./gold.ts";
export type { GoldSet } from "./gold.ts";
export { matchClaims } from "./match.ts";
export { openReader } from "./reader.ts";
