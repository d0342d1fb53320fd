// The door of sql/: a ledger over any SQL database that is opened as a store.
export { chunks } from "./chunks.ts";
export { bringForward } from "./forward.ts";
export { sqlLedger } from "./ledger.ts";
export type { Db, Store, Tables } from "./store.ts";
