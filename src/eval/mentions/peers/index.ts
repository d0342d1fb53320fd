// The door of peers/: the same task done by other tools, in the same run.
export { openCurrencyPeer } from "./currency.ts";
export type { PeerSum } from "./currency.ts";
export { openDimensionPeer } from "./dimension.ts";
export type { PeerQuantity } from "./dimension.ts";
