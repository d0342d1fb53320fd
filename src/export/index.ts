// The door of export/: what the ledger holds, in forms that others read.
export { goldOf } from "./gold.ts";
export type { LeftOut } from "./gold.ts";
